/** Company figures from a table of revenues, for tests that begin behind the reader. */
import {
  NO_DAY,
  type FinancialLine,
  type FinancialRole,
  type Financials,
  type Ledger,
} from '../../src/engine/ledger/types';
import { financialRoles as roles } from '../../src/engine/ledger/financialWords';

export type Figure = Partial<Omit<FinancialLine, 'row' | 'partyId'>> & { readonly party: string };

export function figuresOf(ledger: Ledger, revenue: Record<string, number> | readonly Figure[]): Financials {
  const figures: readonly Figure[] = Array.isArray(revenue)
    ? (revenue as readonly Figure[])
    : Object.entries(revenue as Record<string, number>).map(([party, amount]) => ({
        party,
        revenue: amount,
      }));
  return {
    sheet: 'Figures',
    area: { top: 0, left: 0, bottom: figures.length, right: roles.length - 1 },
    table: null,
    columns: [],
    money: ledger.money,
    issues: [],
    columnOf: Object.fromEntries(roles.map((role, column) => [role, column])) as Record<
      FinancialRole,
      number
    >,
    lines: figures.map((figure, index) => ({
      column: -1,
      itemRows: {},
      period: '2025',
      firstDay: NO_DAY,
      lastDay: NO_DAY,
      revenue: NaN,
      outsideRevenue: NaN,
      capex: NaN,
      operatingCashFlow: NaN,
      cashMargin: NaN,
      commitments: NaN,
      source: '',
      grade: '',
      ...figure,
      row: index + 1,
      partyId: ledger.parties.indexOf(figure.party),
    })),
  };
}
