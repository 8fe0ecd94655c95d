/** The proof of the circulating amount: a rank for each party, a flow for each row. Never cut: half a proof is none. */
import { visible } from '../visible';
import type { Page } from './page';
import { margin, nameOf, paragraph, title } from './page';
import { table } from './table';

export function certificate(page: Page): string[] {
  const { certificate: proof } = page.analysis;
  if (proof === undefined) return [];
  const { money, width, paint } = page;
  const options = { width, indent: margin, paint };
  return [
    ...title(page, `Certificate: ${money.exact(proof.amount)} on the ${proof.basis} basis`),
    ...paragraph(page, visible(proof.formula)),
    ...table(
      [
        { head: 'party', align: 'left', least: 12 },
        { head: 'rank', align: 'right' },
      ],
      proof.ranks.map((one) => [nameOf(one.party), String(one.rank)]),
      options,
    ),
    ...paragraph(
      page,
      'One flow that reaches the amount; at every party as much comes in as goes out. Rows that are not listed carry nothing.',
    ),
    ...table(
      [
        { head: 'row', align: 'right' },
        { head: 'flow', unit: money.exactUnit, align: 'point' },
      ],
      proof.flows.filter((one) => one.flow > 0).map((one) => [String(one.row), money.exact(one.flow)]),
      options,
    ),
  ];
}
