/** What goes round: CIRCULARITY, ROUNDTRIP, ORGANIC_REVENUE, FUNDED_SHARE, CONCENTRATION, EXTERNAL_DEMAND, CIRCULARITY_RANGE, RISK. */
import { externalDemand, rangeSheet, type Figures } from '../engine/index';
import { badInput, notAvailable } from './answerError';
import { basisArgument, numberArgument, optionalName, wholeArgument } from './arguments';
import { rangeOf, rangeAt, type DealMemory, type DealsGiven, type KnownDeals } from './dealsArgument';
import { sumOf } from './figures';
import { partyArgument } from './party';
import { placeOf, spoken } from './place';
import type { Steps } from './turns';

export function* circularity(memory: DealMemory, given: DealsGiven, basis: unknown): Steps<number> {
  const on = basisArgument(basis);
  const { sheet } = yield* memory.find(given);
  return sheet.circularity(on);
}

export function* roundTrip(
  memory: DealMemory,
  given: DealsGiven,
  party: unknown,
  basis: unknown,
): Steps<number> {
  const on = basisArgument(basis);
  const { sheet } = yield* memory.find(given);
  const index = partyArgument(sheet, party, 'party');
  return sheet.roundTrip(index, on);
}

export function* organicRevenue(
  memory: DealMemory,
  given: DealsGiven,
  party: unknown,
  basis: unknown,
): Steps<number> {
  const on = basisArgument(basis);
  const { sheet } = yield* memory.find(given);
  const index = partyArgument(sheet, party, 'party');
  const back = sheet.roundTrip(index, on);
  // Both are sums of whole minor units, and only as much comes back as came in: what is below 0 is a rounding of the unit.
  return Math.max(0, difference(sheet.commerceInflow(index, on), back));
}

/** a - b without the tail of binary fractions: 5.2 - 4.9 is 0.3. */
function difference(a: number, b: number): number {
  return Number((a - b).toPrecision(15));
}

export function* fundedShare(
  memory: DealMemory,
  given: DealsGiven,
  seller: unknown,
  buyer: unknown,
): Steps<number> {
  const { sheet } = yield* memory.find(given);
  needsKinds(sheet.hasKinds, 'The funded share');
  const from = partyArgument(sheet, seller, 'seller');
  const buyerName = optionalName(buyer, 'buyer');
  if (buyerName === null) {
    const share = sheet.fundedShare(from);
    if (share === null) throw notAvailable(`"${sheet.parties[from]}" sells nothing in these deals.`);
    return share;
  }
  const to = partyArgument(sheet, buyerName, 'buyer');
  const share = sheet.fundedShareOfPair(from, to);
  if (share === null) {
    throw notAvailable(`"${sheet.parties[to]}" buys nothing from "${sheet.parties[from]}" in these deals.`);
  }
  return share;
}

export function* customerConcentration(memory: DealMemory, given: DealsGiven, party: unknown): Steps<number> {
  const { sheet } = yield* memory.find(given);
  const index = partyArgument(sheet, party, 'party');
  const value = sheet.concentration(index);
  if (value === null) throw notAvailable(`"${sheet.parties[index]}" has no paying customer in these deals.`);
  return value;
}

export function* outsideDemand(
  memory: DealMemory,
  given: DealsGiven,
  party: unknown,
  outsideRevenue: unknown,
): Steps<number> {
  const outside = sumOf(outsideRevenue, 'outside revenue', given.addresses[2]);
  const { sheet } = yield* memory.find(given);
  const index = partyArgument(sheet, party, 'party');
  const share = externalDemand(outside, sheet.promised(index));
  if (share === null) {
    throw notAvailable(`"${sheet.parties[index]}" has promised to spend nothing in these deals.`);
  }
  return share;
}

/** Draws between two looks at the clock, each one solve. */
const drawsAStep = 16;

export function* circularityRange(
  memory: DealMemory,
  given: DealsGiven,
  draws: unknown,
  seed: unknown,
): Steps<number[][]> {
  const count = wholeArgument(draws, 'draws', 1000, {
    least: 1,
    most: 100_000,
    words: 'a number of draws from 1 to 100,000',
  });
  const start = wholeArgument(seed, 'seed', 1, {
    least: -Number.MAX_SAFE_INTEGER,
    most: Number.MAX_SAFE_INTEGER,
    words: 'a whole number',
  });
  const known = yield* memory.find(given);
  return yield* remembered(known, `range ${count} ${start}`, function* () {
    const run = known.sheet.closing(count, start);
    const step = Math.max(1, Math.min(drawsAStep, Math.floor(2_000 / Math.max(1, known.sheet.deals))));
    while (run.left > 0) {
      run.draw(step);
      yield;
    }
    const { p5, p50, p95 } = run.range();
    return [[p5, p50, p95]];
  });
}

export function* risk(memory: DealMemory, given: DealsGiven, financials: unknown): Steps<number> {
  const known = yield* memory.find(given);
  const figuresDigest = yield* memory.digests.of(financials);
  return yield* remembered(known, `risk ${figuresDigest}`, function* () {
    const figures = figuresBeside(known, financials, given.addresses[1]);
    yield;
    // The solve is kept by the sheet: done here, it is a block of its own.
    known.sheet.circularity('headline');
    yield;
    return known.sheet.risk(figures);
  });
}

function figuresBeside(known: KnownDeals, financials: unknown, address: unknown): Figures | null {
  if (financials === null || financials === undefined) return null;
  const rows = rangeOf(financials, 'financials');
  const outcome = known.sheet.readFigures(rangeSheet(rangeAt(rows, placeOf(address))));
  if (!outcome.ok) throw badInput(spoken(outcome.refusal.message));
  return outcome.figures;
}

/** An answer that formulas with the same arguments share. Two that work on it at once find the same one. */
export function* remembered<T>(known: KnownDeals, key: string, compute: () => Steps<T>): Steps<T> {
  const before = known.answers.get(key);
  if (before !== undefined) return before as T;
  const answer = yield* compute();
  known.answers.put(key, answer);
  return answer;
}

export function needsKinds(hasKinds: boolean, what: string): void {
  if (!hasKinds) {
    throw notAvailable(
      `${what} needs a column that tells funding from purchases, headed "kind", "type" or "class".`,
    );
  }
}

/** A share from 0 to 1 that may be typed as 78 % of a cell. */
export function cutArgument(value: unknown): number {
  return numberArgument(value, 'funding cut', null, {
    least: 0,
    most: 1,
    words: 'a share from 0 to 1 (78 % is 0.78)',
  });
}
