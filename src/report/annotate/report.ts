/** The report sheet: an Analysis as rows to read, to print and to check. One file a section would hide its order. */
import type { Analysis } from '../../engine/index';
import { answer } from '../text/headline';
import { grouped, percent, type Money } from '../text/numbers';
import { visible } from '../visible';
import { basisWords } from '../words';
import { sinceLastRun, type LastRun } from './changes';
import { capex, circularity, loops, parties, rows, stress, unknownRows } from './figures';
import { leftOut, method, notes } from './method';
import { moneyCells } from './moneyCells';
import { drivers } from './drivers';
import { flowPicture } from './picture';
import { pictureWidth, ReportSheet } from './sheetRows';
import { stateCells, type RunState } from './state';

export interface ReportInput {
  readonly analysis: Analysis;
  readonly money: Money;
  readonly state: RunState;
  /** What was there before; null at the first time. */
  readonly last: LastRun | null;
  /** Rows of each ranked list. */
  readonly top: number;
}

export function reportSheet(input: ReportInput): ReportSheet {
  const { analysis, money, state, last, top } = input;
  const sheet = new ReportSheet();
  const cells = moneyCells(analysis.ledger, money);
  sheet.row([{ value: 'Looplens report', look: 'title', span: 8 }]);
  sheet.paragraph(visible(analysis.input.file), 'remark');
  sheet.blank();
  sheet.paragraph(answer(analysis, money), 'answer');
  const { score, ledger } = analysis;
  const besides = [
    `Score ${points(score.overall)} of 100.`,
    visible(score.sentence),
    ...(ledger.leftOut > 0
      ? [
          `Not in these figures: ${grouped(ledger.leftOut, 0)} of ${grouped(ledger.dataRows, 0)} rows, listed below.`,
        ]
      : []),
  ];
  sheet.paragraph(besides.join(' '));
  if (last !== null) sinceLastRun(sheet, last, state, cells);
  stamp(sheet, input);
  const list = { sheet, analysis, cells, top };
  drivers(list);
  circularity(list);
  if (state.drawing) moneyFlow(sheet, analysis);
  loops(list);
  rows(list);
  unknownRows(list);
  parties(list);
  capex(list);
  stress(list);
  leftOut(list);
  notes(list);
  method(list);
  sheet.endOfPrint();
  sheet.blank();
  sheet.row([{ value: 'What looplens verify reads. Please leave it as it is.', look: 'state' }]);
  for (const cell of stateCells(state)) sheet.row([{ value: cell, look: 'state' }]);
  return sheet;
}

/** The picture begins a page where it would be cut otherwise: a sheet can only break between rows. */
function moneyFlow(sheet: ReportSheet, analysis: Analysis): void {
  const picture = flowPicture(analysis, pictureWidth);
  if (picture === null) return;
  sheet.pageBreak();
  sheet.heading('Where the money goes round: the largest loop is lit');
  sheet.picture(picture);
}

/** What the figures are of, for who wants to have them again. */
function stamp(sheet: ReportSheet, { analysis, money, state }: ReportInput): void {
  const { input, ledger, engine } = analysis;
  const aliases = [
    ...state.options.aliases.map(([spelling, name]) => `${visible(spelling)} = ${visible(name)}`),
    ...ledger.merges.map(({ party, names }) => `${names.map(visible).join(', ')} = ${visible(party)}`),
  ];
  sheet.heading('What these figures are of');
  const lines: [string, string][] = [
    [
      'Deals',
      `${visible(input.range)}${input.table === null ? '' : `, table ${visible(input.table)}`}: ${grouped(ledger.deals, 0)} deals between ${grouped(ledger.parties, 0)} parties`,
    ],
    ['Amounts', `${money.unit}; ${visible(ledger.unitReason)}${money.note === null ? '' : ` ${money.note}`}`],
    [
      'Basis',
      `${basisWords[input.basis]}; ${percent(analysis.circularity.headline.share)} on headline, ${percent(analysis.circularity.expected.share)} on expected, ${percent(analysis.circularity.firm.share)} on firm amounts`,
    ],
    ['Company figures', input.financials === null ? 'none' : visible(input.financials.range)],
    ['Taken as one', aliases.length === 0 ? 'no names' : aliases.join('; ')],
    [
      'Written',
      `${state.time.replace('T', ' ').replace('Z', '')} UTC by Looplens ${engine.version}, rules ${engine.rules}`,
    ],
    ['Digest of the deals', `${input.digest}; "looplens verify" tells whether they are still the same`],
  ];
  for (const [label, text] of lines)
    sheet.row([
      { value: label, look: 'label', span: 2 },
      { value: text, look: 'text', span: 6 },
    ]);
}

export function points(value: number | null): string {
  return value === null ? 'not scored' : grouped(value, Number.isInteger(value) ? 0 : 1);
}
