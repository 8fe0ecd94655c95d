/**
 * Who can pay what, when everyone pays out of what it has: the greatest clearing vector.
 *
 * A party owes D_i in all, has outside cash e_i, and pays its creditors in proportion to what it owes them:
 *   pay_i = min(D_i, e_i + sum over debtors j of pay_j x owed_ji / D_j),   share_i = pay_i / D_i.
 * Of all solutions the greatest is taken: nobody fails who need not. It is unique.
 *
 * Method: fictitious default. Round 1: all pay in full; whoever is short then falls. Round k: the payments of the fallen
 * are solved for while all others pay in full; whoever is short now falls too; and so on until nobody new falls. Each
 * round only lowers payments, so there are at most as many rounds as parties. The round in which a party falls tells
 * direct failure (1) from knock-on (2, 3, ...).
 *
 * Each round's linear system is first swept (Gauss-Seidel, from above: shares only fall, so a party never pays less
 * than its solution). Chains of debt settle to the last bit in a few sweeps. What still moves after QUICK_SWEEPS, i.e.
 * money that goes round among the fallen, is solved by dense elimination when at most DENSE_LIMIT have fallen, else
 * swept on until no share moves by more than SETTLED or SWEEP_WORK rows have been visited.
 *
 * Accuracy: dense, rounding error only. Swept, a share can be too high by at most SETTLED / (1 - g), where g < 1 is the
 * part of the fallen's money that comes back to them. Short means short by more than SHORT of the debt.
 * Complexity: O(rows) per sweep; a dense solve of d fallen is O(d^3).
 * Source: L. Eisenberg, T. H. Noe, "Systemic risk in financial systems", Management Science 47 (2001) 236-249.
 * Known limit: one seniority of debt, no cost of failure.
 */
export interface Clearing {
  /** Per row: what is really paid, in the unit of `owed`. */
  readonly paid: Float64Array;
  /** Per node: share 0..1 of what it owes that it can pay; 1 where it owes nothing. */
  readonly share: Float64Array;
  /** Per node: round of the cascade in which it first falls short; 0 = never. */
  readonly round: Int32Array;
}

/** Above rounding errors of sums over a million rows, far below a cent of any debt. */
const SHORT = 1e-12;
const SETTLED = 1e-14;
const QUICK_SWEEPS = 100;
const DENSE_LIMIT = 400;
/** About one second. */
const SWEEP_WORK = 200_000_000;

/**
 * Clears `owed[r]`, due from `from[r]` to `to[r]`, with `outside[v]` cash per node; any one unit of money.
 * A row from a party to itself moves nothing: it counts as paid in full. Empty input gives empty arrays.
 * Throws a RangeError when an amount is negative or not finite.
 */
export function clearPayments(
  nodes: number,
  from: Int32Array,
  to: Int32Array,
  owed: Float64Array,
  outside: Float64Array,
): Clearing {
  const rows = from.length;
  const debt = new Float64Array(nodes);
  for (let r = 0; r < rows; r++) {
    if (!(owed[r] >= 0 && owed[r] < Infinity)) throw new RangeError(`Row ${r} owes "${owed[r]}".`);
    if (from[r] !== to[r]) debt[from[r]] += owed[r];
  }
  for (let v = 0; v < nodes; v++)
    if (!(outside[v] >= 0 && outside[v] < Infinity))
      throw new RangeError(`Party ${v} has outside cash of "${outside[v]}".`);

  const system = new System(nodes, from, to, owed, outside, debt);
  const { share, fallen } = system;
  const round = new Int32Array(nodes);
  for (let k = 1; ; k++) {
    const before = fallen.length;
    for (let v = 0; v < nodes; v++)
      if (round[v] === 0 && debt[v] - system.cash(v) > SHORT * debt[v]) {
        round[v] = k;
        fallen.push(v);
      }
    if (fallen.length === before) break;
    if (system.sweep(QUICK_SWEEPS, 0)) continue;
    if (fallen.length <= DENSE_LIMIT && system.solve()) continue;
    system.sweep(Infinity, SETTLED);
  }

  const paid = new Float64Array(rows);
  for (let r = 0; r < rows; r++) paid[r] = from[r] === to[r] ? owed[r] : owed[r] * share[from[r]];
  return { paid, share, round };
}

/** The equations of the fallen, given that all others pay in full. */
class System {
  readonly share: Float64Array;
  /** Parties that have fallen, in the order of their fall. */
  readonly fallen: number[] = [];
  /** Rows by receiver, self-rows left out: row[first[v]] .. row[first[v + 1] - 1]. */
  private readonly first: Int32Array;
  private readonly row: Int32Array;
  private work = SWEEP_WORK;

  constructor(
    private readonly nodes: number,
    private readonly from: Int32Array,
    to: Int32Array,
    private readonly owed: Float64Array,
    private readonly outside: Float64Array,
    private readonly debt: Float64Array,
  ) {
    this.share = new Float64Array(nodes).fill(1);
    this.first = new Int32Array(nodes + 1);
    const { first } = this;
    for (let r = 0; r < to.length; r++) if (from[r] !== to[r]) first[to[r] + 1]++;
    for (let v = 0; v < nodes; v++) first[v + 1] += first[v];
    const place = first.slice();
    this.row = new Int32Array(first[nodes]);
    for (let r = 0; r < to.length; r++) if (from[r] !== to[r]) this.row[place[to[r]]++] = r;
  }

  /** What a party has: outside cash and what its debtors pay. */
  cash(v: number): number {
    const { first, row, from, owed, share } = this;
    let sum = this.outside[v];
    for (let i = first[v], end = first[v + 1]; i < end; i++) {
      const r = row[i];
      sum += owed[r] * share[from[r]];
    }
    return sum;
  }

  /** Lowers the shares of the fallen one after the other, `most` times; true once no share moves by more than `still`. */
  sweep(most: number, still: number): boolean {
    const { fallen, share, debt, first } = this;
    for (let n = 0; n < most && this.work > 0; n++) {
      let change = 0;
      for (let i = 0; i < fallen.length; i++) {
        // Alternating directions: a chain of debt settles in two sweeps whichever way it is numbered.
        const v = fallen[n % 2 === 0 ? i : fallen.length - 1 - i];
        const before = share[v];
        const now = this.cash(v) / debt[v];
        if (now < before) {
          share[v] = now;
          if (before - now > change) change = before - now;
        }
        this.work -= first[v + 1] - first[v] + 1;
      }
      if (change <= still) return true;
    }
    return false;
  }

  /** Solves share_i - sum over the fallen j of share_j x owed_ji / D_i = (e_i + what the others pay) / D_i. */
  solve(): boolean {
    const { fallen, share, debt, first, row, from, owed, outside } = this;
    const n = fallen.length;
    const place = new Int32Array(this.nodes).fill(-1);
    for (let i = 0; i < n; i++) place[fallen[i]] = i;
    const a = new Float64Array(n * n);
    const b = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const v = fallen[i];
      a[i * n + i] = 1;
      b[i] = outside[v] / debt[v];
      for (let q = first[v]; q < first[v + 1]; q++) {
        const payer = from[row[q]];
        if (place[payer] < 0) b[i] += owed[row[q]] / debt[v];
        else a[i * n + place[payer]] -= owed[row[q]] / debt[v];
      }
    }
    if (!eliminate(a, b, n)) return false;
    for (let i = 0; i < n; i++) share[fallen[i]] = Math.min(share[fallen[i]], Math.max(0, b[i]));
    return true;
  }
}

/** Gaussian elimination with partial pivoting, in place: b becomes the solution. False when no pivot is left. */
function eliminate(a: Float64Array, b: Float64Array, n: number): boolean {
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) pivot = i;
    if (Math.abs(a[pivot * n + k]) < 1e-13) return false;
    if (pivot !== k) {
      for (let j = k; j < n; j++) {
        const held = a[k * n + j];
        a[k * n + j] = a[pivot * n + j];
        a[pivot * n + j] = held;
      }
      const held = b[k];
      b[k] = b[pivot];
      b[pivot] = held;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k] / a[k * n + k];
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
      b[i] -= factor * b[k];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) b[i] -= a[i * n + j] * b[j];
    b[i] /= a[i * n + i];
  }
  return true;
}
