/** Payer and receiver of every row: two party columns, or one side, a counterparty and a direction flag. */
import type { Sheet } from '../book';
import type { Layout } from './layout';
import type { PartyBook } from './parties';
import { NAME_BLANK } from './parties';
import { spreadMerges } from './rows';
import type { TextColumn } from './textColumn';
import { readTexts } from './textColumn';
import { payingSide } from './direction';
import { isDateFormat } from './dates';

export interface Sides {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly fromColumn: number;
  readonly toColumn: number;
  /** 1 where a direction flag is needed and says nothing; null when directions come from columns. */
  readonly unsaid: Uint8Array | null;
}

/** Null when the headings name no payer and receiver. 'owner-needed': the other side is known, this side is not. */
export function readSides(
  sheet: Sheet,
  layout: Layout,
  book: PartyBook,
  owner: string | undefined,
  count: number,
): Sides | 'owner-needed' | null {
  const { columnOf, dataTop } = layout;
  const column = (at: number): Int32Array => {
    const texts = readTexts(sheet.grid, at, dataTop, count);
    const names = book.keysOf(texts, holdsNumbers(sheet, at, dataTop, texts));
    const keys = new Int32Array(count);
    for (let i = 0; i < count; i++) keys[i] = texts.ids[i] < 0 ? NAME_BLANK : names[texts.ids[i]];
    spreadMerges(sheet, at, dataTop, keys);
    return keys;
  };
  if (columnOf.from >= 0 && columnOf.to >= 0) {
    return {
      from: column(columnOf.from),
      to: column(columnOf.to),
      fromColumn: columnOf.from,
      toColumn: columnOf.to,
      unsaid: null,
    };
  }
  if (columnOf.direction < 0 || layout.counterparty < 0) return null;
  if (layout.party < 0 && owner === undefined) return 'owner-needed';
  const other = column(layout.counterparty);
  const own =
    layout.party >= 0
      ? column(layout.party)
      : new Int32Array(count).fill(owner === undefined ? NAME_BLANK : book.keyOfName(owner));
  const flags = readTexts(sheet.grid, columnOf.direction, dataTop, count);
  const pays = flags.texts.map(payingSide);
  const unsaid = new Uint8Array(count);
  const from = new Int32Array(count).fill(NAME_BLANK);
  const to = new Int32Array(count).fill(NAME_BLANK);
  for (let i = 0; i < count; i++) {
    const side = flags.ids[i] < 0 ? 0 : pays[flags.ids[i]];
    // A constant owner must not make an empty row look filled.
    const named = layout.party >= 0 || other[i] !== NAME_BLANK;
    if (side === 0 && named && other[i] !== NAME_BLANK) unsaid[i] = 1;
    if (!named) continue;
    from[i] = side < 0 ? other[i] : own[i];
    to[i] = side < 0 ? own[i] : other[i];
  }
  const party = layout.party >= 0 ? layout.party : layout.counterparty;
  return { from, to, fromColumn: party, toColumn: layout.counterparty, unsaid };
}

/** A party column of nothing but numbers holds account numbers, which are names; one number among names is a mistake. */
function holdsNumbers(sheet: Sheet, column: number, top: number, texts: TextColumn): boolean {
  if (texts.types.length === 0 || texts.types.some((type) => type !== 'n')) return false;
  return sheet.format === null || !isDateFormat(sheet.format(top, column));
}
