/**
 * Which table holds the deals and which the company figures: what the user names, else what the workbook shows.
 * A name that is not in the workbook is refused with the names that are.
 */
import { areaAddress, parseArea } from './address';
import type { Area, Book } from './book';
import type { RefusalCode } from './refusals';
import { findDealTables, findFinancialTables, type Candidate } from './ledger/find';
import { say, type Sentence } from './sentence';
import { readLedger, type ReadOptions, type Refusal, type Where } from './ledger/read';

/** Where a table is, and why it was taken. */
export interface Place extends Where {
  readonly reason: Sentence;
}

export interface Choice {
  readonly ok: true;
  readonly where: Place;
  /** Other tables that would have done as well. */
  readonly others: readonly Place[];
}

export interface NoChoice {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: Sentence;
  /** The only sheet there is, where it came near to being one of deals. */
  readonly nearly?: { readonly where: Where; readonly refusal: Refusal };
}

/** Sheet -> absolute column -> role, null for a column that is not used. */
export type SheetRoles = ReadonlyMap<string, NonNullable<ReadOptions['roles']>>;

/** `roles` and `currency`: what was put right makes a sheet of deals of one that was not. */
export interface Wanted extends Pick<ReadOptions, 'currency'> {
  readonly roles?: SheetRoles;
  readonly sheet?: string | undefined;
  readonly table?: string | undefined;
  /** 'A1:H90' or "Sheet!A1:H90". */
  readonly range?: string | undefined;
}

export function chooseDeals(book: Book, wanted: Wanted): Choice | NoChoice {
  const asked = askedFor(book, wanted, dealTables);
  if (asked !== null && 'code' in asked) return asked;
  if (asked !== null && asked.area !== null)
    return { ok: true, where: asPlace(book, { ...asked, area: asked.area }), others: [] };
  const found = findDealTables(book).filter((candidate) => asked === null || candidate.sheet === asked.sheet);
  if (found.length === 0) {
    const nearly = nearMiss(book, asked?.sheet ?? null, wanted);
    if (nearly !== null) return nearly;
    const place = asked === null ? say`this workbook` : say`sheet "${book.sheets[asked.sheet].name}"`;
    return {
      ok: false,
      code: 'no-deal-table',
      message: say`No table of deals was found in ${place}: a deal needs a payer, a receiver and an amount, one deal a row. ${sheetsOf(book)}`,
    };
  }
  return { ok: true, where: found[0], others: found.slice(1) };
}

/** What the only sheet with cells lacks to be a deal sheet; null where several could be meant. */
function nearMiss(book: Book, sheet: number | null, wanted: Wanted): Choice | NoChoice | null {
  const filled = book.sheets.flatMap((entry, index) => (entry.grid.rows > 0 ? [index] : []));
  if (filled.length === 0) {
    return {
      ok: false,
      code: 'empty',
      message: say`${book.name} holds no cells: there is nothing to score.`,
    };
  }
  const at = sheet ?? (filled.length === 1 ? filled[0] : -1);
  if (at < 0) return null;
  const where = { sheet: at, area: areaOf(book, at), table: null };
  const { currency } = wanted;
  const roles = rolesOn(book, at, wanted.roles);
  const outcome = readLedger(book, where, {
    ...(roles === undefined ? {} : { roles }),
    ...(currency === undefined ? {} : { currency }),
  });
  if (outcome.ok) {
    const isCorrected = roles !== undefined || currency !== undefined;
    return isCorrected
      ? { ok: true, where: { ...where, reason: say`as it was corrected` }, others: [] }
      : null;
  }
  const { refusal } = outcome;
  return { ok: false, code: refusal.code, message: refusal.message, nearly: { where, refusal } };
}

/** The corrections of one sheet; undefined where it has none. */
export function rolesOn(book: Book, sheet: number, roles: SheetRoles | undefined): ReadOptions['roles'] {
  return roles?.get(book.sheets[sheet].name);
}

/** null: there are no company figures, and nobody asked for any. */
export function chooseFigures(
  book: Book,
  name: string | undefined,
  deals: Place | null,
): Place | NoChoice | null {
  if (name !== undefined) {
    const asked = askedFor(book, wantedBy(book, name), figureTables);
    if (asked === null || 'code' in asked) return asked;
    if (asked.area !== null) return asPlace(book, { ...asked, area: asked.area });
    const inSheet = findFinancialTables(book).filter((candidate) => candidate.sheet === asked.sheet);
    return inSheet[0] ?? asPlace(book, { ...asked, area: areaOf(book, asked.sheet) });
  }
  const found = findFinancialTables(book).filter(
    (candidate) => deals === null || !overlaps(candidate, deals),
  );
  return found[0] ?? null;
}

/** A table or a sheet of that name comes first: "FY2026" is the address of a cell, too. */
function wantedBy(book: Book, name: string): Wanted {
  if (book.tables.some((table) => same(table.name, name))) return { table: name };
  const isSheet = book.sheets.some((sheet) => same(sheet.name, name));
  return !isSheet && (name.includes('!') || parseArea(name) !== null) ? { range: name } : { sheet: name };
}

interface Asked {
  readonly sheet: number;
  readonly area: Area | null;
  readonly table: string | null;
  /** Why this sheet, where a range came without one. */
  readonly whySheet: Sentence | null;
}

/** What is looked for: on its sheets a range without a sheet is more likely to lie than on others. */
interface Sought {
  readonly find: (book: Book) => readonly Candidate[];
  readonly whyOnly: (sheet: string) => Sentence;
}

const dealTables: Sought = {
  find: findDealTables,
  whyOnly: (sheet) => say`the range names no sheet, and only "${sheet}" holds a table of deals`,
};
const figureTables: Sought = {
  find: findFinancialTables,
  whyOnly: (sheet) => say`the range names no sheet, and only "${sheet}" holds a table of company figures`,
};

function askedFor(book: Book, wanted: Wanted, sought: Sought): Asked | NoChoice | null {
  if (wanted.table !== undefined) {
    const table = book.tables.find((entry) => same(entry.name, wanted.table ?? ''));
    if (table !== undefined)
      return { sheet: table.sheet, area: table.area, table: table.name, whySheet: null };
    const names = book.tables.map((entry) => `"${entry.name}"`).join(', ');
    return {
      ok: false,
      code: 'no-such-table',
      message:
        names === ''
          ? say`There is no table "${wanted.table}" in ${book.name}. It has no tables: name a sheet or a range instead.`
          : say`There is no table "${wanted.table}" in ${book.name}. Its tables are ${names}.`,
    };
  }
  let sheetName = wanted.sheet;
  let rangeText = wanted.range;
  const bang = rangeText?.lastIndexOf('!') ?? -1;
  if (rangeText !== undefined && bang > 0) {
    const named = rangeText
      .slice(0, bang)
      .replace(/^'(.*)'$/s, '$1')
      .replace(/''/g, "'");
    if (sheetName !== undefined && !same(sheetName, named)) {
      return {
        ok: false,
        code: 'no-such-range',
        message: say`The range is on sheet "${named}", but sheet "${sheetName}" was asked for.`,
      };
    }
    sheetName = rangeText
      .slice(0, bang)
      .replace(/^'(.*)'$/s, '$1')
      .replace(/''/g, "'");
    rangeText = rangeText.slice(bang + 1);
  }
  let sheet = -1;
  if (sheetName !== undefined) {
    const name = sheetName;
    sheet = book.sheets.findIndex((entry) => same(entry.name, name));
    if (sheet < 0) {
      return {
        ok: false,
        code: 'no-such-sheet',
        message: say`There is no sheet "${name}" in ${book.name}. ${sheetsOf(book)}`,
      };
    }
  }
  if (rangeText === undefined) return sheet < 0 ? null : { sheet, area: null, table: null, whySheet: null };
  const area = parseArea(rangeText);
  if (area === null) {
    return {
      ok: false,
      code: 'no-such-range',
      message: say`"${rangeText}" is not a range: write A1:H90 or Sheet!A1:H90.`,
    };
  }
  const at = sheet < 0 ? sheetOfRange(book, sought) : { sheet, why: null };
  return {
    sheet: at.sheet,
    area: clipped(area, areaOf(book, at.sheet)),
    table: null,
    whySheet: at.why,
  };
}

/**
 * The sheet of a range that names none: the only one with a table of what is sought, else the first that is not hidden. Of several
 * sheets with such a table none is guessed at. Hidden sheets are asked only where no other has one.
 */
function sheetOfRange(book: Book, sought: Sought): { sheet: number; why: Sentence | null } {
  if (book.sheets.length === 1) return { sheet: 0, why: null };
  const isVisible = (sheet: number): boolean => book.sheets[sheet].visibility === 'visible';
  const all = new Set(sought.find(book).map((candidate) => candidate.sheet));
  const visible = [...all].filter(isVisible);
  const holding = visible.length > 0 ? visible : [...all];
  if (holding.length === 1) {
    const name = book.sheets[holding[0]].name;
    return {
      sheet: holding[0],
      why: sought.whyOnly(name),
    };
  }
  const first = Math.max(
    0,
    book.sheets.findIndex((_, sheet) => isVisible(sheet)),
  );
  return {
    sheet: first,
    why: say`the range names no sheet, and "${book.sheets[first].name}" is the first that is not hidden`,
  };
}

function asPlace(
  book: Book,
  asked: { sheet: number; area: Area; table: string | null; whySheet: Sentence | null },
): Place {
  const { sheet, area, table, whySheet } = asked;
  const listObject = book.tables.find((entry) => entry.name === table);
  if (listObject === undefined) {
    const range = areaAddress(book.sheets[sheet].name, area);
    const reason =
      whySheet === null ? say`the range ${range}, as asked` : say`the range ${range}, as asked; ${whySheet}`;
    return { sheet, area, table, reason };
  }
  const { headingRows, totalsRows } = listObject;
  return { sheet, area, table, headingRows, totalsRows, reason: say`the table "${table ?? ''}", as asked` };
}

function areaOf(book: Book, sheet: number): Area {
  const { top, left, rows, columns } = book.sheets[sheet].grid;
  return { top, left, bottom: top + Math.max(1, rows) - 1, right: left + Math.max(1, columns) - 1 };
}

/** A range larger than what the sheet holds costs nothing: only its used part is read. */
function clipped(area: Area, used: Area): Area {
  return {
    top: Math.min(area.bottom, Math.max(area.top, used.top)),
    left: Math.min(area.right, Math.max(area.left, used.left)),
    bottom: Math.max(area.top, Math.min(area.bottom, used.bottom)),
    right: Math.max(area.left, Math.min(area.right, used.right)),
  };
}

function overlaps(a: Place, b: Place): boolean {
  return (
    a.sheet === b.sheet &&
    a.area.top <= b.area.bottom &&
    b.area.top <= a.area.bottom &&
    a.area.left <= b.area.right &&
    b.area.left <= a.area.right
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function sheetsOf(book: Book): Sentence {
  return say`Its sheets are ${book.sheets.map((sheet) => `"${sheet.name}"`).join(', ')}.`;
}
