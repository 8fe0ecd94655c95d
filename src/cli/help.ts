/** The pages of help: what a newcomer needs on one screen, every option in 80 columns. */
import { hanging } from '../report/text/columns';
import { exitCodeMeanings } from './exitCodes';
import { optionGroups } from './options';

const width = 80;

export function generalHelp(): string {
  return `Looplens shows how much of the money in a sheet of deals goes round in a circle,
and whether the revenue in it can carry the capital spending behind it.

Usage
  looplens score FILE...       score workbooks (.xlsx, .xlsm) or CSV files
  looplens score --help        all options, with examples
  looplens help exit-codes     what the exit code says
  looplens --version

First try
  looplens score deals.xlsx

The file is read, never written, and nothing leaves this machine. The report
holds evidence with its cells, not a verdict.
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
  for (const group of optionGroups) {
    lines.push('', group.title);
    for (const option of group.options) {
      const name = `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
      lines.push(...hanging(name.padEnd(26), option.help, width));
    }
  }
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

export function exitCodeHelp(): string {
  const lines = exitCodeMeanings.flatMap(([code, meaning]) =>
    hanging(`  ${String(code).padStart(3)}  `, meaning, width),
  );
  return `Exit codes\n${lines.join('\n')}\nWith several files the largest of their codes counts.\n`;
}
