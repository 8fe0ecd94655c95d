/** What has changed since the report was written before. */
import { grouped, percent } from '../text/numbers';
import { visible } from '../visible';
import type { DealChanges } from './dealDigests';
import type { Cells } from './moneyCells';
import type { ReportSheet } from './sheetRows';
import type { RunState } from './state';

export interface LastRun {
  readonly state: RunState;
  readonly deals: DealChanges;
}

const mostNamed = 40;

export function sinceLastRun(sheet: ReportSheet, last: LastRun, now: RunState, cells: Cells): void {
  sheet.heading(`Since ${last.state.time.replace('T', ' ').replace('Z', '')} UTC`);
  for (const sentence of changeSentences(last, now)) sheet.paragraph(sentence);
  sheet.row([
    null,
    { value: '', look: 'head' },
    { value: 'score', look: 'headRight' },
    { value: 'circularity', look: 'headRight' },
    { value: `goes round, ${cells.money.unit}`, look: 'headRight' },
  ]);
  for (const [label, state] of [
    ['then', last.state],
    ['now', now],
  ] as const)
    sheet.row([
      null,
      { value: label, look: 'plain' },
      { ...cells.ratio(state.score), format: '0.0' },
      cells.share(state.share),
      state.unit === now.unit
        ? cells.amount(state.amount)
        : { value: `in ${visible(state.unit)}`, look: 'number' },
    ]);
}

/** In words: which deals, and what besides them. */
export function changeSentences({ state, deals }: LastRun, now: RunState): string[] {
  const { changed, came, went, moved } = deals;
  const sentences = [
    ...listed(
      changed.map(({ cell }) => cell),
      'changed',
    ),
    ...listed(
      came.map(({ cell }) => cell),
      'added',
    ),
    ...listed(
      went.map((row) => `row ${row}`),
      'taken out',
      ' then',
    ),
    ...(moved ? ['Deals stand in another order.'] : []),
  ];
  if (sentences.length === 0)
    sentences.push(
      state.digest === now.digest
        ? 'The deals are the same.'
        : 'The rows of the deals are the same; they are read in another way.',
    );
  if (state.engine !== now.engine || state.rules !== now.rules)
    sentences.push(
      `Then Looplens ${visible(state.engine)} with rules ${visible(state.rules)} computed; now ${now.engine} with rules ${now.rules}.`,
    );
  if (state.options.basis !== now.options.basis)
    sentences.push(`The basis was ${state.options.basis} and is ${now.options.basis}.`);
  if (state.score !== now.score || state.share !== now.share)
    sentences.push(
      `Score ${grouped(state.score, 1)} then, ${grouped(now.score, 1)} now; circularity ${percent(state.share)} then, ${percent(now.share)} now.`,
    );
  return sentences;
}

function listed(cells: readonly string[], what: string, after = ''): string[] {
  if (cells.length === 0) return [];
  const deals = cells.length === 1 ? '1 deal' : `${grouped(cells.length, 0)} deals`;
  const more = cells.length > mostNamed ? ` and ${grouped(cells.length - mostNamed, 0)} more` : '';
  return [`${deals} ${what}: ${cells.slice(0, mostNamed).map(visible).join(', ')}${more}${after}.`];
}
