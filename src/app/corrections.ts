/**
 * What the user has put right about the reading of the workbook, as it is remembered in it.
 *
 * Small, versioned text. A column is remembered with its heading: columns move, and a correction that no longer fits is
 * dropped rather than applied to another column.
 */
import {
  columnLetters,
  headingsFrom,
  noHeading,
  parseArea,
  type AnalyzeOptions,
  type Book,
  type DealRole,
} from '../engine/index';

export interface RoleCorrection {
  /** Cell of the heading: 'Deals!C1', and what stood in it. */
  readonly cell: string;
  readonly heading: string;
  /** null: the column is not used. */
  readonly role: DealRole | null;
}

export interface Corrections {
  /** A table's name or a range, as the user chose it; null: found by itself. */
  readonly deals: { readonly table: string } | { readonly range: string } | null;
  readonly roles: readonly RoleCorrection[];
  /** Currency of a sheet that does not say, or the one to keep of several. */
  readonly currency: string | null;
  /** The party that keeps a sheet of counterparties; null where every row names both sides. */
  readonly owner: string | null;
}

export const noCorrections: Corrections = { deals: null, roles: [], currency: null, owner: null };

/** Whether there is anything to forget. */
export function isCorrected({ deals, roles, currency, owner }: Corrections): boolean {
  return deals !== null || roles.length > 0 || currency !== null || owner !== null;
}

const version = 1;

export function correctionsText(corrections: Corrections): string {
  return JSON.stringify({ looplens: version, ...corrections });
}

/** null when the text is not ours, or of a newer Looplens: it is then left as it is. */
export function readCorrections(text: string): Corrections | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const { looplens, deals, roles, currency, owner } = kept as Record<string, unknown>;
  if (looplens !== version) return null;
  return {
    deals: placeToKeep(deals),
    roles: Array.isArray(roles) ? roles.filter(isRole) : [],
    currency: typeof currency === 'string' ? currency : null,
    owner: typeof owner === 'string' ? owner : null,
  };
}

/** As the engine takes them, each for its own sheet. Corrections of columns whose heading is no longer in its row are left out. */
export function optionsOf(
  { deals, roles, currency, owner }: Corrections,
  book: Book,
): Pick<AnalyzeOptions, 'table' | 'range' | 'roles' | 'currency' | 'owner'> {
  const bySheet = new Map<string, Map<number, DealRole | null>>();
  for (const role of roles) {
    const place = headingPlace(role, book);
    if (place === null) continue;
    const columns = bySheet.get(place.sheet) ?? new Map<number, DealRole | null>();
    bySheet.set(place.sheet, columns.set(place.column, role.role));
  }
  return {
    ...deals,
    ...(bySheet.size === 0 ? {} : { roles: bySheet }),
    ...(currency === null ? {} : { currency }),
    ...(owner === null ? {} : { owner }),
  };
}

/** One correction of a column in the place of an earlier one. */
export function withRole(corrections: Corrections, role: RoleCorrection): Corrections {
  const others = corrections.roles.filter(({ cell }) => cell !== role.cell);
  return { ...corrections, roles: [...others, role] };
}

/** Those that fit nothing in the workbook any more: their sheet or their heading is gone. */
export function droppedOf({ roles }: Corrections, book: Book): readonly RoleCorrection[] {
  return roles.filter((role) => headingPlace(role, book) === null);
}

/** Where the heading stands now: in its cell, else anywhere in its row. */
function headingPlace({ cell, heading }: RoleCorrection, book: Book): CellPlace | null {
  const place = placeOf(cell);
  const sheet = place === null ? undefined : book.sheets.find(({ name }) => name === place.sheet);
  if (place === null || sheet === undefined) return null;
  const headings = headingsFrom(sheet, place.row);
  const says = (column: number): boolean => headings(column).includes(heading);
  if (says(place.column) || heading === noHeading(place.column)) return place;
  const { left, columns } = sheet.grid;
  for (let column = left; column < left + columns; column++) if (says(column)) return { ...place, column };
  return null;
}

/** The letters of a column without a heading, by what stands for one; null where it has a heading. */
export function lettersWithoutHeading({
  cell,
  heading,
}: Pick<RoleCorrection, 'cell' | 'heading'>): string | null {
  const place = placeOf(cell);
  return place !== null && heading === noHeading(place.column) ? columnLetters(place.column) : null;
}

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** "'My sheet'!C41" -> sheet, row and column; null when it is not the address of a cell. */
export function placeOf(cell: string): CellPlace | null {
  const at = cell.lastIndexOf('!');
  const area = parseArea(cell.slice(at + 1));
  if (at < 0 || area === null) return null;
  const sheet = cell.slice(0, at);
  const name = /^'.*'$/s.test(sheet) ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return { sheet: name, row: area.top, column: area.left };
}

/** Nothing but what is known: it becomes an option of the engine. */
function placeToKeep(value: unknown): Corrections['deals'] {
  if (typeof value !== 'object' || value === null) return null;
  const { table, range } = value as Record<string, unknown>;
  if (typeof table === 'string') return { table };
  return typeof range === 'string' ? { range } : null;
}

/** A role that this engine does not have would be a column that it cannot read. */
const known: Readonly<Record<DealRole, true>> = {
  id: true,
  from: true,
  to: true,
  amount: true,
  amountNote: true,
  kind: true,
  class: true,
  status: true,
  probability: true,
  date: true,
  endDate: true,
  term: true,
  firmShare: true,
  link: true,
  condition: true,
  currency: true,
  unit: true,
  source: true,
  grade: true,
  direction: true,
};

function isRole(value: unknown): value is RoleCorrection {
  if (typeof value !== 'object' || value === null) return false;
  const { cell, heading, role } = value as Record<string, unknown>;
  const isNamed = typeof cell === 'string' && typeof heading === 'string';
  return isNamed && (role === null || (typeof role === 'string' && Object.hasOwn(known, role)));
}
