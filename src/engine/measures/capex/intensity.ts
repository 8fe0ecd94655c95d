/**
 * Capital intensity: capex / revenue over the same periods. About 0.05 over all firms, 0.04-0.21 hyperscalers in
 * 2019, 0.18-0.37 in 2025, 0.43 Qwest in 2001 (data/fundamentals.csv). Leases are hidden in it. null without revenue.
 */
import { ratioOfSums } from './coverage';

export function capexIntensity(capex: ArrayLike<number>, revenue: ArrayLike<number>): number | null {
  return ratioOfSums(capex, revenue);
}
