/** The per-deal arrays of the ledger, allocated once from the number of deals. O(deals). */
import type { AmountRows } from './amountRows';
import type { DayColumn } from './dates';
import type { Interned, StandingReader } from './standing';
import type { TextColumn } from './textColumn';
import type { Ledger } from './types';

export interface ArraysInput {
  readonly top: number;
  readonly money: AmountRows;
  readonly standing: StandingReader;
  readonly kind: TextColumn;
  readonly kinds: Interned;
  readonly status: TextColumn;
  readonly statuses: Interned;
  readonly days: DayColumn;
}

type Arrays = Pick<
  Ledger,
  | 'sheetRow'
  | 'from'
  | 'to'
  | 'weight'
  | 'firm'
  | 'dealClass'
  | 'kind'
  | 'status'
  | 'flags'
  | 'ownFlags'
  | 'statedFirm'
  | 'day'
  | 'lastDay'
  | 'term'
>;

export function dealArrays(input: ArraysInput): Arrays {
  const { top, money, standing, kind, kinds, status, statuses, days } = input;
  const deals = money.rows.length;
  const out = {
    sheetRow: new Int32Array(deals),
    from: money.from,
    to: money.to,
    weight: new Float64Array(deals),
    firm: new Float64Array(deals),
    dealClass: money.dealClass,
    kind: new Int32Array(deals),
    status: new Int32Array(deals),
    flags: new Uint8Array(deals),
    ownFlags: new Uint8Array(deals),
    statedFirm: new Float64Array(deals),
    day: new Int32Array(deals),
    lastDay: new Int32Array(deals),
    term: money.term,
  };
  for (let d = 0; d < deals; d++) {
    const i = money.rows[d];
    const held = standing.read(i, money.dealClass[d], money.flags[d], top + i);
    out.sheetRow[d] = top + i;
    out.weight[d] = held.weight;
    out.firm[d] = held.firm;
    out.flags[d] = held.flags;
    out.ownFlags[d] = held.own.flags;
    out.statedFirm[d] = held.own.firm;
    out.kind[d] = kind.ids[i] < 0 ? -1 : kinds.of[kind.ids[i]];
    out.status[d] = status.ids[i] < 0 ? -1 : statuses.of[status.ids[i]];
    out.day[d] = days.first[i];
    out.lastDay[d] = days.last[i];
  }
  return out;
}
