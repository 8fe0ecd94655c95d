/** The first lines: which file, and the one sentence that answers the question before any table does. */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { basisWords } from '../words';
import { fit, wrap } from './columns';
import { grouped, percent, type Money } from './numbers';
import type { Page } from './page';
import { nameOf } from './page';
import { rowsLeftOut } from './read';

export function headline(page: Page): string[] {
  const { analysis, money, width, paint } = page;
  const { input, engine } = analysis;
  const name = fit(`Looplens ${visible(engine.version)}  ${visible(input.file)}`, width).trimEnd();
  return [
    paint('faint', name),
    '',
    ...wrap(answer(analysis, money), width).map((line) => paint('title', line)),
    ...wrap(besides(page), width),
  ];
}

/** The one sentence: how much of the money can go round. */
export function answer({ circularity, input: { basis } }: Analysis, money: Money): string {
  const { share, amount, gross } = circularity[basis];
  const on = basis === 'headline' ? '' : `, on ${basisWords[basis]}`;
  if (gross === 0) return `No deal in this sheet has an amount${on}, so none can go round in a circle.`;
  const of = `${money.text(amount)} of ${money.text(gross)}${money.suffix}`;
  if (amount === 0) return `None of the money in this sheet can go round in a circle${on}: ${of}.`;
  return `${percent(share)} of the money in this sheet can go round in a circle${on}: ${of}.`;
}

/** What else a reader needs before deciding to read on: score, largest loop, what is not in the figures. */
function besides({ analysis, money }: Page): string {
  const { score, loops, ledger } = analysis;
  const parts = [`Score ${grouped(score.overall, Number.isInteger(score.overall) ? 0 : 1)} of 100.`];
  if (loops.length > 0) {
    const [first] = loops;
    const path = [...first.path, first.path[0]].map(nameOf).join(' → ');
    parts.push(`Largest loop: ${fit(path, 120)}, ${money.text(first.amount)}.`);
  }
  if (ledger.leftOut > 0)
    parts.push(`Not in these figures: ${grouped(ledger.leftOut, 0)} of ${rowsLeftOut(ledger)}.`);
  return parts.join(' ');
}
