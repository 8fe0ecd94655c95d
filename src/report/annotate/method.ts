/** What was left out and why, what to know before quoting, and how the figures come about. */
import { count } from '../text/numbers';
import { visible } from '../visible';
import type { List } from './figures';

/** Every row that is left out is listed; of rows used with an assumption as many as fill a few pages. */
const mostAssumptions = 300;

export function leftOut({ sheet, analysis }: List): void {
  const { issues } = analysis.ledger;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const tell = (some: typeof issues): void => {
    for (const { message, cell } of some) {
      const sentence = visible(message);
      sheet.paragraph(cell === '' || message.includes(cell) ? sentence : `${sentence} (${visible(cell)})`);
    }
  };
  const { leftOut: all, unknownAmounts } = analysis.ledger;
  sheet.heading(`Rows left out of the figures (${all})`);
  if (all === 0) sheet.paragraph('None: every row of the table is in the figures.');
  if (unknownAmounts > 0)
    sheet.paragraph(
      `${count(unknownAmounts, 'row')} for want of an amount: listed above, under "Rows without an amount".`,
    );
  tell(errors);
  if (warnings.length === 0) return;
  sheet.heading(`Rows used with an assumption (${warnings.length})`);
  tell(warnings.slice(0, mostAssumptions));
  if (warnings.length > mostAssumptions)
    sheet.paragraph(`${warnings.length - mostAssumptions} more: "looplens score" lists them all.`, 'remark');
}

export function notes({ sheet, analysis }: List): void {
  if (analysis.notes.length === 0) return;
  sheet.heading('Before you quote a number');
  for (const note of analysis.notes) sheet.paragraph(visible(note));
}

const sentences = [
  'Circularity is the largest amount that can flow round in circles when every party passes on as much as it takes in (maximum circulation, arXiv 2506.12546), as a share of all money in the sheet. It is exact, in whole minor units.',
  'What a row carries is how much less could go round without it. Such values, and the amounts of loops that share a leg, must not be added up.',
  'A round trip is what leaves a party and can come back to it as revenue (maximum flow). The funded share is the part of its sales that its own funding can have paid for.',
  'Headline takes face amounts, expected weighs them by probability or status, firm takes signed and closed deals only.',
  'The score rests on the revenue of the sellers and not on the shape of a loop; its thresholds and weights are those of the rules named above.',
  'This is evidence with its cells, and no verdict: outside demand, direction, spread and disclosure can clear a circle.',
];

export function method({ sheet }: List): void {
  sheet.heading('Method and sources');
  for (const sentence of sentences) sheet.paragraph(sentence);
  sheet.paragraph(
    'All cells of this sheet are plain values: they do not change with the deals, and need no add-in to be read.',
    'remark',
  );
}
