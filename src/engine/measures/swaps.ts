/**
 * Swaps between two parties: deals of one direction paired with deals of the other, each deal once.
 *
 * From the largest deal down, each takes the largest deal of the other direction that is still free, within 20 % of its
 * size, within a quarter of it in time, and not funding as well when it is funding itself: two holdings in each other
 * are a cross-holding, no trade. Where a date is missing or longer than a quarter the sizes have to be within 1 %. The
 * answer is the sum of the smaller sizes.
 *
 * Method: sizes only fall, so a deal too large for one is too large for all that follow. The free deals of a day are
 * therefore a queue, of which only the first can be taken next. Two parties with a million equal deals cost no more
 * than two with a million different ones.
 * Complexity: sorting both directions, then for each deal the distinct dates within a quarter of it. Known limit: dates
 * that are long periods (years) are all within a quarter of one another, and each distinct one is looked at.
 */
import type { Ledger } from '../ledger/types';
import { FUNDING, NO_DAY, WARRANT } from '../ledger/types';
import { isDated, nearlyEqual, quarter, withinDays } from './alike';

/** `there` and `here` are deals of two opposite directions; `amount` by deal. In the unit of `amount`. */
export function swapped(ledger: Ledger, amount: Float64Array, there: Int32Array, here: Int32Array): number {
  const bySize = (a: number, b: number): number => amount[b] - amount[a] || a - b;
  const free = new Free(ledger, amount, here.slice().sort(bySize));
  let sum = 0;
  for (const deal of there.slice().sort(bySize)) {
    const other = free.take(deal);
    if (other >= 0) sum += Math.min(amount[deal], amount[other]);
  }
  return sum;
}

/** Deals of one date and one sort, the largest first; those before `head` are gone. */
interface Queue {
  readonly deals: number[];
  head: number;
}

/** The free deals of one direction by date: funding apart from the rest. */
class Free {
  readonly #ledger: Ledger;
  readonly #amount: Float64Array;
  /** Each deal waits in two queues, by its date and among all; taken from one it is gone from both. */
  readonly #taken = new Set<number>();
  readonly #sorts: readonly [Sort, Sort];

  constructor(ledger: Ledger, amount: Float64Array, deals: Int32Array) {
    this.#ledger = ledger;
    this.#amount = amount;
    this.#sorts = [
      new Sort(
        ledger,
        deals.filter((deal) => !isFunding(ledger, deal)),
      ),
      new Sort(
        ledger,
        deals.filter((deal) => isFunding(ledger, deal)),
      ),
    ];
  }

  /** The deal that answers `deal`, from now on taken; -1 when there is none. */
  take(deal: number): number {
    let best = -1;
    const look = (queue: Queue): void => {
      const other = this.#first(queue, deal);
      if (other < 0 || !withinDays(this.#ledger, deal, other, quarter)) return;
      const better = best < 0 ? 1 : this.#amount[other] - this.#amount[best] || best - other;
      if (better > 0) best = other;
    };
    this.#sorts[0].near(deal, look);
    if (!isFunding(this.#ledger, deal)) this.#sorts[1].near(deal, look);
    if (best >= 0) this.#taken.add(best);
    return best;
  }

  /** The largest free deal of a queue that answers `deal` in size; -1 when there is none. */
  #first(queue: Queue, deal: number): number {
    const size = this.#amount[deal];
    // Gone for good: what is taken, and what is too large by the widest rule, because all later deals are smaller.
    for (; queue.head < queue.deals.length; queue.head++) {
      const other = queue.deals[queue.head];
      const isTooLarge = this.#amount[other] > size && !nearlyEqual(size, this.#amount[other]);
      if (!isTooLarge && !this.#taken.has(other)) break;
    }
    for (let at = queue.head; at < queue.deals.length; at++) {
      const other = queue.deals[at];
      if (this.#taken.has(other)) continue;
      const dated = isDated(this.#ledger, deal) && isDated(this.#ledger, other);
      if (nearlyEqual(size, this.#amount[other], dated)) return other;
      if (this.#amount[other] < size) return -1;
    }
    return -1;
  }
}

/** Queues by first day, ascending; the undated in one of their own. */
class Sort {
  readonly #ledger: Ledger;
  readonly #all: Queue;
  readonly #undated: Queue = { deals: [], head: 0 };
  readonly #dated: Queue[] = [];
  readonly #firstDays: number[] = [];
  #longest = 0;

  constructor(ledger: Ledger, deals: Int32Array) {
    this.#ledger = ledger;
    this.#all = { deals: Array.from(deals), head: 0 };
    const byDate = new Map<string, Queue>();
    for (const deal of deals) {
      const [day, lastDay] = [ledger.day[deal], ledger.lastDay[deal]];
      if (day === NO_DAY) {
        this.#undated.deals.push(deal);
        continue;
      }
      this.#longest = Math.max(this.#longest, lastDay - day);
      const date = `${day} ${lastDay}`;
      const queue = byDate.get(date);
      if (queue === undefined) byDate.set(date, { deals: [deal], head: 0 });
      else queue.deals.push(deal);
    }
    const dayOf = (queue: Queue): number => ledger.day[queue.deals[0]];
    this.#dated = [...byDate.values()].sort((a, b) => dayOf(a) - dayOf(b));
    this.#firstDays = this.#dated.map(dayOf);
  }

  /** Calls `look` with every queue that can hold a deal within a quarter of `deal`. */
  near(deal: number, look: (queue: Queue) => void): void {
    const { day, lastDay } = this.#ledger;
    if (day[deal] === NO_DAY) return look(this.#all);
    look(this.#undated);
    const until = lastDay[deal] + quarter;
    let at = this.#from(day[deal] - quarter - this.#longest);
    for (; at < this.#dated.length && this.#firstDays[at] <= until; at++) look(this.#dated[at]);
  }

  /** Index of the first queue on `day` or later. */
  #from(day: number): number {
    let low = 0;
    let high = this.#firstDays.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#firstDays[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isFunding(ledger: Ledger, deal: number): boolean {
  return ledger.hasKinds && (ledger.dealClass[deal] === FUNDING || ledger.dealClass[deal] === WARRANT);
}
