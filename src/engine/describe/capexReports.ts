/** The capex block: every period of every company with revenue or capex, newest last. Money in the unit of the sheet. */
import { cellAddress } from '../address';
import type { CapexReport } from '../analysis';
import type { Financials, Ledger } from '../ledger/types';
import type { Measured } from '../measured';
import { capexCoverage } from '../measures/capex/coverage';
import { commitmentCoverage, commitmentsToRevenue } from '../measures/capex/commitments';
import { depreciationOfOneYearLess } from '../measures/capex/depreciation';
import { freeCashFlow } from '../measures/capex/freeCashFlow';
import { capexIntensity } from '../measures/capex/intensity';
import { capexPayback } from '../measures/capex/payback';
import { requiredRevenue } from '../measures/capex/requiredRevenue';
import { cashOf } from '../measures/latestYears';
import { yearlyRate } from '../measures/revenue';

export function capexReports(ledger: Ledger, financials: Financials, measured: Measured): CapexReport[] {
  const money = 10 ** ledger.money.decimals;
  const latest = new Set(measured.years.map((year) => year.line));
  const column = financials.columnOf.capex >= 0 ? financials.columnOf.capex : financials.columnOf.revenue;
  return financials.lines
    .filter((line) => !Number.isNaN(line.revenue) || !Number.isNaN(line.capex))
    .map((line): CapexReport => {
      // A year's round trip, set against a line that may be a part of a year.
      const uncleared =
        line.partyId >= 0 ? measured.parties.uncleared[line.partyId] / money / yearlyRate(line) : 0;
      // A round trip is measured on the deals of the sheet as they stand, so it is set against the latest year only.
      const organic = latest.has(line) && uncleared >= 0 ? Math.max(0, line.revenue - uncleared) : NaN;
      const cash = cashOf(line);
      const organicCash = cash * (organic / line.revenue);
      const margin = cash / line.revenue;
      const hasCapex = line.capex > 0;
      return {
        party: line.party,
        period: line.period,
        cell: cellAddress(financials.sheet, line.row, Math.max(0, line.column, column)),
        revenue: known(line.revenue),
        capex: known(line.capex),
        operatingCashFlow: known(line.operatingCashFlow),
        coverage: capexCoverage([cash], [line.capex]),
        intensity: capexIntensity([line.capex], [line.revenue]),
        freeCashFlow: freeCashFlow(cash, line.capex),
        requiredRevenue: hasCapex ? requiredRevenue(line.capex, 0.5, 1) : null,
        organicRevenue: known(organic),
        organicCoverage: capexCoverage([organicCash], [line.capex]),
        organicIntensity: capexIntensity([line.capex], [organic]),
        payback: hasCapex && margin > 0 ? known(capexPayback(line.capex, line.revenue, margin)) : null,
        commitmentsToRevenue:
          latest.has(line) && line.partyId >= 0 && line.revenue > 0
            ? commitmentsToRevenue(
                measured.parties.promised[line.partyId] / money,
                line.revenue * yearlyRate(line),
              )
            : null,
        commitments: known(line.commitments),
        commitmentCoverage: commitmentCoverage(line.revenue * yearlyRate(line), line.commitments),
        depreciationPerYearOfLife: hasCapex ? depreciationOfOneYearLess(line.capex) : null,
        grade: line.grade,
      };
    });
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
