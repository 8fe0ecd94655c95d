/** Answers that spill: LOOPS, PARTIES, ROW_SCORE, STRESS. */
import { notAvailable } from './answerError';
import { answerTable, type AnswerCell } from './answerCells';
import { numberArgument, wholeArgument } from './arguments';
import { cutArgument, needsKinds, remembered } from './circularAnswers';
import type { DealMemory, DealsGiven } from './dealsArgument';
import type { Steps } from './turns';

export function* loops(
  memory: DealMemory,
  given: DealsGiven,
  top: unknown,
  maxLegs: unknown,
  windowMonths: unknown,
): Steps<AnswerCell[][]> {
  const most = wholeArgument(top, 'number of loops', 20, {
    least: 1,
    most: 1000,
    words: 'a number of loops from 1 to 1,000',
  });
  const legs = wholeArgument(maxLegs, 'number of legs', 6, {
    least: 2,
    most: 8,
    words: 'a number of legs from 2 to 8',
  });
  const months = numberArgument(windowMonths, 'window', NaN, {
    least: 0,
    most: 1200,
    words: 'a number of months from 0 to 1,200',
  });
  const known = yield* memory.find(given);
  return yield* remembered(known, `loops ${most} ${legs} ${months}`, function* () {
    known.sheet.circularity('headline');
    yield;
    known.sheet.partyReports();
    yield;
    const found = known.sheet.loops(most, legs, Number.isNaN(months) ? null : months);
    return answerTable(
      ['Rank', 'Path', 'Amount', 'Kind', 'Legs', 'Months', 'Rows'],
      found.map((loop) => [
        loop.rank,
        [...loop.path, loop.path[0]].join(' \u2192 '),
        loop.amount,
        loop.kind,
        loop.legs.length,
        loop.months,
        loop.legs.map((leg) => leg.rows.join('+')).join(', '),
      ]),
    );
  });
}

export function* parties(memory: DealMemory, given: DealsGiven): Steps<AnswerCell[][]> {
  const known = yield* memory.find(given);
  return yield* remembered(known, 'parties', function* () {
    known.sheet.circularity('headline');
    yield;
    const lines = known.sheet.partyReports().filter((line) => line.inflow > 0 || line.outflow > 0);
    return answerTable(
      ['Party', 'Inflow', 'Outflow', 'Round trip', 'Funded share', 'Concentration'],
      lines.map((line) => [
        line.party,
        line.inflow,
        line.outflow,
        line.roundTrip,
        line.fundedShare,
        line.concentration,
      ]),
    );
  });
}

/** Rows between two looks at the clock, and the deals beyond which a column would take minutes. */
const rowsAStep = 64;
const mostDeals = 20_000;

export function* rowScore(memory: DealMemory, given: DealsGiven): Steps<AnswerCell[][]> {
  const known = yield* memory.find(given);
  const { sheet, rows, top } = known;
  if (sheet.deals > mostDeals) {
    throw notAvailable(
      `Row values are computed for up to 20,000 deals and these are ${sheet.deals}: the pane lists the rows that count.`,
    );
  }
  return yield* remembered(known, 'row score', function* () {
    const column: AnswerCell[][] = Array.from({ length: rows }, () => ['']);
    const heading = sheet.headingRows;
    if (heading !== null) column[heading.last - top] = ['Row score'];
    sheet.circularity('headline');
    for (let first = 0; first < sheet.deals; first += rowsAStep) {
      yield;
      const values = sheet.rowValues(first, Math.min(sheet.deals, first + rowsAStep));
      values.forEach((value, index) => (column[sheet.rowOf(first + index) - top] = [value]));
    }
    return column;
  });
}

export function* stress(memory: DealMemory, given: DealsGiven, cut: unknown): Steps<AnswerCell[][]> {
  const share = cutArgument(cut);
  const known = yield* memory.find(given);
  needsKinds(known.sheet.hasKinds, 'A stress');
  return yield* remembered(known, `stress ${share}`, function* () {
    known.sheet.circularity('headline');
    yield;
    known.sheet.partyReports();
    yield;
    return answerTable(
      ['Party', 'Revenue a year', 'Lost', 'Direct', 'Knock-on', 'Can pay'],
      known.sheet
        .stress(share)
        .map((line) => [line.party, line.revenue, line.lost, line.direct, line.knockOn, line.canPay]),
    );
  });
}
