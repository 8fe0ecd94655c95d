/** A ledger measured on one basis: everything that the score and the report read, computed once. */
import type { Basis } from './analysis';
import { topLoops, type LoopList } from './kernel/loops';
import type { Financials, Ledger } from './ledger/types';
import { latestYears, type YearOfParty } from './measures/latestYears';
import { measureParties, type Parties } from './measures/parties';
import { rowsOfArcs, type RowsOfArcs } from './measures/rowsOfArcs';
import { solve, type Solved } from './measures/solved';
import { capexDrivers } from './score/capexDrivers';
import { roundTripDrivers } from './score/roundTripDrivers';
import { score, type Score } from './score/score';
import { sellersInCircles, type Seller } from './score/sellers';
import { workFor } from './sizes';

export interface Measured {
  readonly solved: Solved;
  readonly rows: RowsOfArcs;
  /** The largest loops of the sheet, more than are shown: matched and linked money is looked for among them. */
  readonly loops: LoopList;
  readonly parties: Parties;
  readonly years: readonly YearOfParty[];
  readonly sellers: readonly Seller[];
  readonly score: Score;
}

/** Not what the user asks to see: the score of a sheet must not depend on how long the listed loops may be. */
const matchLegs = 6;

export function measure(
  ledger: Ledger,
  financials: Financials | null,
  basis: Basis,
  solved: Solved = solve(ledger, basis),
): Measured {
  const rows = rowsOfArcs(solved.graph);
  const top = workFor(ledger.deals).matchLoops;
  const loops = topLoops(solved.graph, solved.parts.of, { top, maxLegs: matchLegs });
  const parties = measureParties(solved, rows, loops, financials);
  const years = financials === null ? [] : latestYears(ledger, financials);
  const sellers = sellersInCircles(solved, parties);
  const values = [...roundTripDrivers(solved, parties, sellers), ...capexDrivers(solved, parties, years)];
  return { solved, rows, loops, parties, years, sellers, score: score(values) };
}
