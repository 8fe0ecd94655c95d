/** The pages of help: what a newcomer needs on one screen, every option in 80 columns. */
import { hanging } from '../report/text/columns';
import { exitCodeMeanings } from './exitCodes';
import { annotateOptions, removeOptions, scoreOptions, verifyOptions, type OptionGroup } from './options';

const width = 80;

export function generalHelp(): string {
  return `Looplens shows how much of the money in a sheet of deals goes round in a circle,
and whether the revenue in it can carry the capital spending behind it.

Usage
  looplens score FILE...         score workbooks (.xlsx, .xlsm) or CSV files
  looplens annotate FILE -o OUT  a copy with comments and a report sheet in it
  looplens verify FILE           whether that report still matches the deals
  looplens remove FILE -o OUT    a copy without anything that Looplens wrote
  looplens COMMAND --help        all options, with examples
  looplens help exit-codes       what the exit code says
  looplens --version

First try
  looplens score deals.xlsx

Nothing leaves this machine. A file is only written where -o names it, and then
whole or not at all. The report holds evidence with its cells, not a verdict.
`;
}

export function scoreHelp(limitNames: readonly string[]): string {
  const lines = [
    'Usage: looplens score FILE... [options]',
    '',
    'Scores sheets of deals: who pays whom how much. Finds the table and its columns',
    'by itself (payer, receiver, amount; kind, status, date and more where they are),',
    'in English and Korean. FILE is .xlsx, .xlsm, .csv or .tsv; - is standard input.',
  ];
  lines.push(...optionLines(scoreOptions));
  lines.push(
    '',
    ...hanging('Limits: ', `${limitNames.join(', ')}.`, width),
    '',
    'Examples',
    '  looplens score deals.xlsx',
    '  looplens score deals.xlsx --sheet "Deals 2025" --basis firm',
    '  looplens score deals.csv --financials companies.csv --top 50',
    '  looplens score *.xlsx --format csv > all.csv',
    '  looplens score deals.xlsx --format json | jq .score.overall',
    '  curl -s https://example.com/deals.csv | looplens score -',
    '',
    'Output',
    ...hanging(
      '  text  ',
      'at most 100 columns; rows left out and rows used with an assumption are all listed',
      width,
    ),
    ...hanging(
      '  json  ',
      'one object for one file (docs/analysis.schema.json); for several files an array with one entry for each, in order; a file that was refused is {"file", "refused": {"exit", "code", "message"}}',
      width,
    ),
    ...hanging(
      '  csv   ',
      'one number a line with its unit and cell: file, section, rank, item, measure, value, unit, from, to, row, cell, note; all files in one table; starts with a byte order mark where Excel needs one',
      width,
    ),
    '',
    'Exit code: 0 scored; "looplens help exit-codes" tells the others.',
  );
  return `${lines.join('\n')}\n`;
}

export function annotateHelp(limitNames: readonly string[]): string {
  return page([
    'Usage: looplens annotate FILE -o OUT [options]',
    '',
    'Writes a copy of a workbook (.xlsx, .xlsm) with a comment on each row that',
    'matters, a highlight, and a sheet "Looplens report" of plain values that can be',
    'read and printed without Looplens. Everything else in the file stays byte for',
    'byte as it is; nothing is recalculated. Annotating again writes the report anew',
    'and says what has changed since.',
    ...optionLines(annotateOptions),
    '',
    ...hanging('Limits: ', `${limitNames.join(', ')}.`, width),
    '',
    'Examples',
    '  looplens annotate deals.xlsx --plan',
    '  looplens annotate deals.xlsx -o annotated.xlsx',
    '  looplens annotate deals.xlsx -o deals.xlsx --basis firm --no-highlight',
  ]);
}

export function removeHelp(limitNames: readonly string[]): string {
  return page([
    'Usage: looplens remove FILE -o OUT [options]',
    '',
    'Writes a copy of an annotated workbook without the report sheet, the comments,',
    'the highlight and the column that Looplens wrote. Comments of others stay, and',
    'so does what somebody has changed since: it is named.',
    ...optionLines(removeOptions),
    '',
    ...hanging('Limits: ', `${limitNames.join(', ')}.`, width),
  ]);
}

export function verifyHelp(limitNames: readonly string[]): string {
  return page([
    'Usage: looplens verify FILE [options]',
    '',
    'Reads the deals of an annotated workbook as they were read then, and says',
    'whether the figures of its report still match them, or which deals have',
    'changed, come and gone. Exit code 0: they match; 1: they do not.',
    ...optionLines(verifyOptions),
    '',
    ...hanging('Limits: ', `${limitNames.join(', ')}.`, width),
  ]);
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function optionLines(groups: readonly OptionGroup[]): string[] {
  return groups.flatMap((group) => [
    '',
    group.title,
    ...group.options.flatMap((option) => {
      const short = option.name === 'output' ? '-o, ' : '';
      const name = `  ${short}--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
      return hanging(name.padEnd(26), option.help, width);
    }),
  ]);
}

export function exitCodeHelp(): string {
  const lines = exitCodeMeanings.flatMap(([code, meaning]) =>
    hanging(`  ${String(code).padStart(3)}  `, meaning, width),
  );
  return `Exit codes\n${lines.join('\n')}\nWith several files the largest of their codes counts.\n`;
}
