/** Free cash flow after capex: operating cash flow - capex, in the unit of the figures; null when either is unknown. */
export function freeCashFlow(operatingCashFlow: number, capex: number): number | null {
  const free = operatingCashFlow - capex;
  return Number.isNaN(free) ? null : free;
}
