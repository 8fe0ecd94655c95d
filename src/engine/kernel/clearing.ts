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
 * A round's linear system is settled from above by pushing: a party that pays more than it has lowers its payments to
 * what it has, which its creditors then miss, and so on. Only parties that are touched are visited, so a chain of debt
 * costs its length, and shares only ever fall towards the solution. Money that goes round among the fallen settles
 * geometrically, the slower the less of it leaks. So while at most DENSE_LIMIT parties have fallen, what has not settled
 * to the last bits after QUICK visits of each debt is solved by dense elimination. Beyond that pushing goes on until
 * nobody pays more than it has by over EXCESS of its debt, or for MOST_VISITS in all.
 *
 * Accuracy: up to DENSE_LIMIT, rounding errors only. Beyond, a share can be too high by EXCESS / (1 - g), where g < 1 is
 * the part of the fallen's money that comes back to them; and when MOST_VISITS ends it, `settled` is false, shares are
 * upper bounds and late failures may be missing. Short means short by more than SHORT of the debt.
 * Complexity: O(rows) plus the pushes; a dense solve of d fallen is O(d^3).
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
  /** False when the search for the shares was ended before they settled: they are then upper bounds. */
  readonly settled: boolean;
}

const SHORT = 1e-10;
const EXCESS = 1e-12;
const LAST_BITS = 4e-16;
const QUICK = 20;
const DENSE_LIMIT = 400;
/** One second at 10,000 parties, three to five at 100,000, where memory is further away. */
const MOST_VISITS = 100_000_000;

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
  let settled = true;
  // What parties miss is kept up to date by differences; it is summed afresh before the answer is believed.
  let fresh = true;
  for (let k = 1; ; k++) {
    const before = fallen.length;
    for (let v = 0; v < nodes; v++)
      if (round[v] === 0 && system.missing(v) > SHORT * debt[v]) {
        round[v] = k;
        fallen.push(v);
      }
    if (fallen.length === before) {
      if (fresh) break;
      system.count();
      fresh = true;
      k--;
      continue;
    }
    fresh = false;
    if (fallen.length <= DENSE_LIMIT && (system.settle(QUICK * (rows + nodes), LAST_BITS) || system.solve()))
      continue;
    settled = system.settle(MOST_VISITS, EXCESS);
    if (!settled) break;
  }

  const paid = new Float64Array(rows);
  for (let r = 0; r < rows; r++) paid[r] = from[r] === to[r] ? owed[r] : owed[r] * share[from[r]];
  return { paid, share, round, settled };
}

/** The equations of the fallen, given that all others pay in full. */
class System {
  readonly share: Float64Array;
  /** Parties that have fallen, in the order of their fall. */
  readonly fallen: number[] = [];
  /** Debts by debtor v: first[v] .. first[v + 1] - 1. */
  private readonly first: Int32Array;
  private readonly creditor: Int32Array;
  private readonly due: Float64Array;
  /**
   * Side by side, since they are read together: gap[2 v] is what v pays less what it has; gap[2 v + 1] is how much of
   * that calls for a visit, Infinity while v waits for one and while it pays in full.
   */
  private readonly gap: Float64Array;
  private readonly queue: Int32Array;
  private visits = 0;

  constructor(
    private readonly nodes: number,
    from: Int32Array,
    to: Int32Array,
    owed: Float64Array,
    private readonly outside: Float64Array,
    private readonly debt: Float64Array,
  ) {
    this.share = new Float64Array(nodes).fill(1);
    this.gap = new Float64Array(2 * nodes).fill(Infinity);
    this.queue = new Int32Array(nodes);
    this.first = new Int32Array(nodes + 1);
    const { first } = this;
    for (let r = 0; r < to.length; r++) if (from[r] !== to[r]) first[from[r] + 1]++;
    for (let v = 0; v < nodes; v++) first[v + 1] += first[v];
    const place = first.slice();
    this.creditor = new Int32Array(first[nodes]);
    this.due = new Float64Array(first[nodes]);
    for (let r = 0; r < to.length; r++) {
      if (from[r] === to[r]) continue;
      const at = place[from[r]]++;
      this.creditor[at] = to[r];
      this.due[at] = owed[r];
    }
    this.count();
  }

  /** What v pays less what it has: outside cash and what its debtors pay. */
  missing(v: number): number {
    return this.gap[2 * v];
  }

  count(): void {
    const { nodes, gap, first, creditor, due, share, outside, debt } = this;
    for (let v = 0; v < nodes; v++) gap[2 * v] = -outside[v];
    for (let v = 0; v < nodes; v++)
      for (let i = first[v]; i < first[v + 1]; i++) gap[2 * creditor[i]] -= due[i] * share[v];
    for (let v = 0; v < nodes; v++) gap[2 * v] += share[v] * debt[v];
  }

  /**
   * Lowers payments of the fallen until nobody pays more than it has by over `excess` of its debt; false when `most`
   * visits were not enough.
   */
  settle(most: number, excess: number): boolean {
    const { nodes, fallen, share, gap, debt, first, creditor, due, queue } = this;
    const end = Math.min(this.visits + most, MOST_VISITS);
    let visits = this.visits;
    let head = 0;
    let length = 0;
    for (const v of fallen) {
      const calling = gap[2 * v] > excess * debt[v];
      gap[2 * v + 1] = calling ? Infinity : excess * debt[v];
      if (calling) queue[length++] = v;
    }
    while (length > 0 && visits < end) {
      const v = queue[head];
      head = head + 1 === nodes ? 0 : head + 1;
      length--;
      let loss = gap[2 * v] / debt[v];
      if (loss > share[v]) loss = share[v];
      share[v] -= loss;
      gap[2 * v] = 0;
      gap[2 * v + 1] = excess * debt[v];
      visits += first[v + 1] - first[v] + 1;
      for (let i = first[v], last = first[v + 1]; i < last; i++) {
        const w = 2 * creditor[i];
        const missed = gap[w] + due[i] * loss;
        gap[w] = missed;
        if (missed <= gap[w + 1]) continue;
        gap[w + 1] = Infinity;
        const tail = head + length;
        queue[tail >= nodes ? tail - nodes : tail] = w >> 1;
        length++;
      }
    }
    this.visits = visits;
    return length === 0;
  }

  /** Solves share_i - sum over the fallen j of share_j x owed_ji / D_i = (e_i + what the others pay) / D_i. */
  solve(): boolean {
    const { nodes, fallen, share, debt, first, creditor, due, outside } = this;
    const n = fallen.length;
    const place = new Int32Array(nodes).fill(-1);
    for (let i = 0; i < n; i++) place[fallen[i]] = i;
    const a = new Float64Array(n * n);
    const b = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      a[i * n + i] = 1;
      b[i] = outside[fallen[i]] / debt[fallen[i]];
    }
    for (let v = 0; v < nodes; v++)
      for (let q = first[v]; q < first[v + 1]; q++) {
        const i = place[creditor[q]];
        if (i < 0) continue;
        const part = due[q] / debt[creditor[q]];
        if (place[v] < 0) b[i] += part;
        else a[i * n + place[v]] -= part;
      }
    if (!eliminate(a, b, n)) return false;
    for (let i = 0; i < n; i++) share[fallen[i]] = Math.min(share[fallen[i]], Math.max(0, b[i]));
    this.count();
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
