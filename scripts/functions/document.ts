/** docs/functions.md: the reference of the functions, from their metadata; the answers of the examples are computed. */
import { functionsById } from '../../src/functions/associate';
import { openFile } from '../docs/caseFiles';
import { functionComments } from './comments';
import { callOf } from './formula';
import type { FunctionEntry, FunctionParameter, FunctionsFile } from './metadata';

/** Rows of an answer that are shown. */
const shownRows = 5;

export async function functionsDocument(file: FunctionsFile): Promise<string> {
  const book = await openFile('assets', 'samples', 'ai-deals.xlsx');
  const comments = functionComments();
  const parts: string[] = [];
  for (const entry of file.functions) {
    const comment = comments.get(entry.id);
    if (comment === undefined) throw new Error(`${entry.name} has no comment.`);
    const { values, addresses } = callOf(comment.example, book);
    const answer = await functionsById[entry.id](...values, { parameterAddresses: addresses });
    parts.push(...sectionOf(entry, comment.returns, comment.example, answer));
  }
  return [
    '# The functions',
    '',
    'Written by `npm run functions` from the comments in src/functions and assets/samples/ai-deals.xlsx. Do not edit by hand.',
    '',
    'The add-in adds these functions to Excel, in the namespace `DEAL`. They recalculate like any other: the same cells give the same answer on every machine, and nothing leaves the workbook.',
    '',
    ...file.functions.map(
      (entry) =>
        `- [${entry.name}](#${entry.name.toLowerCase()}) ${entry.description.split(/[.:] /)[0].replace(/\.$/, '')}`,
    ),
    '',
    '## Arguments',
    '',
    '- **Deals** are a range with or without a heading row: `Deals[#All]`, `Deals`, `A1:H90`. Headings are understood in English and Korean ("Payer", "투자사"). Rows that are empty, totals and notes are no deals. The amounts keep the unit of the sheet.',
    '- **Basis** is a word: "headline" (명목), "expected" (기대) or "firm" (확정). An empty cell means "headline".',
    '- **Party names** match whatever their case, width and blanks. Other spellings are one party only when an alias table says so.',
    '- In a table of deals a blank is never 0 and a 0 is never evidence: an empty amount is an unknown one, and its row is in no total. On hosts that hand empty cells over as 0, a probability of 0 that was typed cannot always be told from an empty one: write a status such as "terminated" instead.',
    '- In plain figures (capex, revenue, commitments) a blank is 0, because not every host tells the two apart; a period in which one of two compared figures is blank or 0 is left out of both.',
    '',
    '## Errors',
    '',
    'A function answers #VALUE! when its arguments cannot be used and #N/A when there is no such number. Point at the mark beside the cell to read why; the sentence names the cell:',
    '',
    '| answer | for instance |',
    '|---|---|',
    '| #VALUE! | No column holds the amounts of deals: the columns seen are "Payer" (from) and "Receiver" (to) (Deals!A1). |',
    '| #VALUE! | Amount "12,5O" is not a number (Deals!C41). |',
    '| #VALUE! | Amount is the error #N/A (Deals!C41). |',
    '| #VALUE! | Basis "gros" is none of "headline", "expected" and "firm". |',
    '| #N/A | "Nvida" is no party of these deals. Did you mean "Nvidia"? |',
    '| #N/A | The funded share needs a column that tells funding from purchases, headed "kind", "type" or "class". |',
    '',
    'A row that looks like a deal and cannot be read is an error, not a row left out in silence: a share of the wrong total would look like any other number.',
    '',
    ...parts,
  ].join('\n');
}

function sectionOf(entry: FunctionEntry, returns: string, example: string, answer: unknown[][]): string[] {
  const names = entry.parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  );
  return [
    `## ${entry.name}`,
    '',
    `\`=DEAL.${entry.name}(${names.join(', ')})\``,
    '',
    entry.description,
    '',
    '| argument | type | meaning |',
    '|---|---|---|',
    ...entry.parameters.map(
      (parameter) =>
        `| ${parameter.name}${parameter.optional === true ? ' (optional)' : ''} | ${typeOf(parameter)} | ${parameter.description} |`,
    ),
    '',
    `**Answer.** ${returns}`,
    '',
    '**On the sample deals:**',
    '',
    `\`${example}\``,
    '',
    ...answerLines(answer),
    '',
  ];
}

function typeOf(parameter: FunctionParameter): string {
  if (parameter.dimensionality === 'matrix') return 'range';
  return parameter.type === 'string' ? 'text' : parameter.type;
}

function answerLines(answer: unknown[][]): string[] {
  if (answer.length === 1 && answer[0].length === 1) return [`= ${cellText(answer[0][0])}`];
  const lines = answer.slice(0, shownRows).map((row) => `| ${row.map(cellText).join(' | ')} |`);
  const rule = `|${answer[0].map((_, column) => (typeof answer[answer.length - 1][column] === 'number' ? '---:|' : '---|')).join('')}`;
  const more = answer.length - shownRows;
  const heading = typeof answer[0][0] === 'string' ? lines : [`|${' |'.repeat(answer[0].length)}`, ...lines];
  const [first, ...rest] = heading;
  return [first, rule, ...rest, ...(more > 0 ? ['', `and ${more} more rows.`] : [])];
}

function cellText(cell: unknown): string {
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : String(cell);
}
