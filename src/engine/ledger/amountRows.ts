/** Candidate rows + the table's unit -> deals with values, and deals whose amount is unknown. */
import { cellAddress } from '../address';
import type { AmountCellsInput } from './amountCells';
import { AmountCells, UNKNOWN, USED } from './amountCells';
import type { ClassReader } from './classes';
import type { PartyBook } from './parties';
import type { TextColumn } from './textColumn';
import { tidy } from './text';
import type { UnknownAmount } from './types';

export interface AmountInput extends AmountCellsInput {
  readonly candidate: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly notes: TextColumn;
  readonly parties: PartyBook;
  readonly classes: ClassReader;
}

export interface AmountRows {
  /** Row (from the first data row) of each deal. */
  readonly rows: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** In the table's unit, > 0. */
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  readonly dealClass: Uint8Array;
  readonly term: Float64Array;
  readonly unknown: readonly UnknownAmount[];
}

/** O(rows). Nothing is allocated for a plain number cell. */
export function amountRows(input: AmountInput): AmountRows {
  const { sheet, top, scan, candidate, parties, classes } = input;
  const count = candidate.length;
  let most = 0;
  for (let i = 0; i < count; i++) most += candidate[i];
  const rows = new Int32Array(most);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const values = new Float64Array(most);
  const flags = new Uint8Array(most);
  const dealClass = new Uint8Array(most);
  const term = new Float64Array(most);
  const unknown: UnknownAmount[] = [];
  let deals = 0;
  const known = new Int32Array(parties.keys).fill(-1);
  const partyOf = (key: number): number => (known[key] >= 0 ? known[key] : (known[key] = parties.party(key)));
  const cells = new AmountCells(input);
  const leaveUnknown = (i: number): void => {
    const note = input.notes.ids[i] >= 0 ? input.notes.texts[input.notes.ids[i]] : '';
    const cell = cells.text(i);
    unknown.push({
      row: top + i,
      from: partyOf(input.from[i]),
      to: partyOf(input.to[i]),
      dealClass: classes.read(i, top + i),
      cell: cellAddress(sheet.name, top + i, scan.column),
      text: cell !== '' ? cell : tidy(note),
    });
  };

  for (let i = 0; i < count; i++) {
    if (candidate[i] === 0) continue;
    const verdict = cells.read(i);
    if (verdict === UNKNOWN) leaveUnknown(i);
    if (verdict !== USED) continue;
    rows[deals] = i;
    from[deals] = partyOf(input.from[i]);
    to[deals] = partyOf(input.to[i]);
    values[deals] = cells.value;
    flags[deals] = cells.flags;
    dealClass[deals] = classes.read(i, top + i);
    term[deals] = cells.years;
    deals++;
  }
  cells.sayColumn();
  return {
    rows: rows.slice(0, deals),
    from: from.slice(0, deals),
    to: to.slice(0, deals),
    values: values.slice(0, deals),
    flags: flags.slice(0, deals),
    dealClass: dealClass.slice(0, deals),
    term: term.slice(0, deals),
    unknown,
  };
}
