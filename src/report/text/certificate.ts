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
    ...title(page, `Certificate: ${money.text(proof.amount)}${money.suffix} on the ${proof.basis} basis`),
    ...paragraph(page, visible(proof.formula)),
    ...table(
      [
        { head: 'party', align: 'left', least: 12 },
        { head: 'rank', align: 'right' },
      ],
      proof.ranks.map((one) => [nameOf(one.party), String(one.rank)]),
      options,
    ),
    ...paragraph(page, 'One flow that reaches the amount; at every party as much comes in as goes out.'),
    ...table(
      [
        { head: 'row', align: 'right' },
        { head: 'flow', unit: money.unit, align: 'point' },
      ],
      proof.flows.map((one) => [String(one.row), money.text(one.flow)]),
      options,
    ),
  ];
}
