/**
 * The cells behind each driver: the company figures that it divides by, and the amounts of the deals that bring it
 * most, each list with its largest contribution first.
 */
import { figureCell } from '../../ledger/figureCell';
import type { AmountRole } from '../../ledger/financialWords';
import { SPEND, type FinancialLine, type Financials } from '../../ledger/types';
import type { Measured } from '../../measured';
import { annualAmounts } from '../../measures/basis';
import { carriedByDeals } from '../../measures/carriers';
import { tenPercentArcs } from '../../score/sellers';
import type { DriverValue } from '../../score/driverValue';

/** The address of a figure, or the deal whose amount it is: addresses of thousands of deals would be made for a count. */
export type Place = string | number;

/** Each list without repetition. */
export interface DriverCells {
  readonly figures: readonly Place[];
  readonly deals: readonly number[];
}

/** Answers for one driver at a time; what several of them need is found once. */
export function driverCells(
  measured: Measured,
  financials: Financials | null,
): (driver: DriverValue) => DriverCells {
  const { solved, parties, rows, years, sellers } = measured;
  const { ledger, graph, parts } = solved;
  const annual = annualAmounts(ledger, solved.amount);
  const lineOf = new Map(years.map((year) => [year.party, year.line]));
  const sizes = new Map(sellers.map((seller) => [seller.party, seller]));
  /** What an amount that comes back to a seller brings to a mean over sellers. */
  const factor = (party: number): number => {
    const seller = sizes.get(party);
    return seller === undefined ? 0 : seller.uncleared / seller.size;
  };
  const figuresOf = (line: FinancialLine | undefined, roles: readonly AmountRole[]): string[] =>
    financials === null || line === undefined
      ? []
      : roles.flatMap((role) => figureCell(financials, line, role) ?? []);
  const stated = (party: number, roles: readonly AmountRole[]) =>
    (parties.stated[party]?.lines ?? []).flatMap((line) => figuresOf(line, roles));
  const latest = (party: number, roles: readonly AmountRole[]) => figuresOf(lineOf.get(party), roles);
  const carried = (terms: DriverValue['terms']) =>
    carriedByDeals(
      solved,
      rows,
      parties,
      terms.map(({ party }) => ({ party, factor: factor(party) })),
    );
  const largest = (by: Float64Array): number[] => {
    const deals: number[] = [];
    for (let deal = 0; deal < by.length; deal++) if (by[deal] > 0) deals.push(deal);
    return deals.sort((a, b) => by[b] - by[a] || a - b);
  };
  /** Annual spending, deal by deal, times the factor of its arc. */
  const spending = (times: (arc: number) => number): Float64Array =>
    annual.map((amount, deal) => {
      const arc = graph.arcOfRow[deal];
      const isSpend = !ledger.hasKinds || ledger.dealClass[deal] === SPEND;
      return arc >= 0 && isSpend ? amount * times(arc) : 0;
    });
  /** What the parties promise to spend, each deal by the part of its payer's promises that counts. */
  const promises = (terms: DriverValue['terms']): Float64Array => {
    const counts = new Map(terms.map(({ party, part, whole }) => [party, part / whole]));
    return spending((arc) => counts.get(graph.tail[arc]) ?? 0);
  };
  let ofAll: ReturnType<typeof carried> | undefined;
  const ofSellers = (terms: DriverValue['terms']) => (ofAll ??= carried(terms));

  return ({ id, terms }) => {
    const of = (cells: (party: number) => readonly string[]) => terms.flatMap(({ party }) => cells(party));
    switch (id) {
      case 'circular-revenue':
        return { figures: of((party) => stated(party, ['revenue'])), deals: largest(ofSellers(terms).all) };
      case 'most-exposed':
        return { figures: of((party) => stated(party, ['revenue'])), deals: largest(carried(terms).all) };
      case 'funded-sales':
        return { figures: [], deals: largest(ofSellers(terms).funding) };
      case 'ties':
        return { figures: [], deals: largest(ofSellers(terms).tied) };
      case 'circle-customers': {
        const large = new Set(tenPercentArcs(solved, parties, sellers));
        return {
          figures: [],
          deals: largest(spending((arc) => (large.has(arc) ? factor(graph.head[arc]) : 0))),
        };
      }
      case 'missing-demand': {
        const buyers = new Set(terms.map(({ party }) => party));
        const outside = Float64Array.from(ledger.to, (to, deal) => {
          const fromOutside = buyers.has(to) && parts.of[ledger.from[deal]] !== parts.of[to];
          return fromOutside ? annual[deal] : 0;
        });
        const short = terms.filter(({ part }) => part > 0);
        return {
          figures: [
            ...of((party) => {
              const own = stated(party, ['outsideRevenue']);
              return own.length > 0 ? own : stated(party, ['revenue']);
            }),
            ...largest(outside),
          ],
          deals: largest(promises(short)),
        };
      }
      case 'capex-coverage':
        return { figures: of((party) => [...latest(party, ['capex']), ...cashCells(party)]), deals: [] };
      case 'commitment-gap':
        return { figures: of((party) => latest(party, ['revenue'])), deals: largest(promises(terms)) };
      default:
        return { figures: of((party) => latest(party, ['capex', 'revenue'])), deals: [] };
    }
  };

  function cashCells(party: number): string[] {
    const cash = latest(party, ['operatingCashFlow']);
    return cash.length > 0 ? cash : latest(party, ['revenue', 'cashMargin']);
  }
}
