/**
 * What the last run left for the next: the stamp, how the deals were read, and a digest of each.
 *
 * It stands in cells of the report sheet, below what is printed. Cells survive every program that can carry a sheet at
 * all (a part of our own in the package, or a property of the file, does not), a user can see what is kept, and whoever
 * deletes the sheet has deleted it. It is text of plain letters without blanks, cut into cells, with a digest over all of it.
 */
import { digestOfTexts, type AnalyzeOptions, type Basis, type Book, type Sheet } from '../../engine/index';

export interface RunOptions {
  readonly sheet?: string;
  readonly table?: string;
  readonly range?: string;
  readonly financials?: string;
  readonly basis: Basis;
  readonly aliases: readonly (readonly [spelling: string, name: string])[];
  readonly owner?: string;
  readonly currency?: string;
  readonly since?: number;
  readonly until?: number;
  readonly maxLegs?: number;
  readonly windowMonths?: number;
  readonly cut?: number;
}

export interface RunState {
  /** Of the engine, and of its rules. */
  readonly engine: string;
  readonly rules: string;
  /** '2026-03-01T12:00:00Z' */
  readonly time: string;
  /** Of the deals as read. */
  readonly digest: string;
  /** Where they were. */
  readonly sheet: string;
  readonly range: string;
  readonly unit: string;
  readonly score: number;
  readonly share: number;
  readonly amount: number;
  readonly options: RunOptions;
  /** Whether content of hidden sheets and columns was asked for. */
  readonly hidden: boolean;
  /** Whether the report has the money-flow drawing. */
  readonly drawing: boolean;
  /** See dealDigests.ts. */
  readonly deals: { readonly rows: string; readonly digests: string };
  /** The column with the values of the rows, where one was written: its sheet, its heading and what stood in it. */
  readonly values: {
    readonly sheet: string;
    readonly heading: string;
    readonly count: number;
    readonly digest: string;
  } | null;
}

export interface FoundState {
  /** The sheet that it stands in: the report, by whatever name. */
  readonly sheet: string;
  /** 'newer': of a Looplens that says more than this one understands. 'damaged': somebody changed its cells. */
  readonly state: RunState | 'newer' | 'damaged';
}

/** How the deals are read, for reading them in the same way later. */
export function runOptionsOf(options: AnalyzeOptions): RunOptions {
  const { sheet, table, range, financials, owner, currency, since, until, maxLegs, windowMonths, cut } =
    options;
  const given = {
    sheet,
    table,
    range,
    financials,
    owner,
    currency,
    since,
    until,
    maxLegs,
    windowMonths,
    cut,
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    basis: options.basis ?? 'headline',
    aliases: [...(options.aliases ?? [])],
  };
}

const version = 1;
const mark = 'looplens-state/';
/** Characters of a cell; 32,767 fit, and some programs cut earlier. */
const inCell = 30_000;
/** Below the last row of a report there is nothing else in its first column. */
const head = /^looplens-state\/(\d{1,4}) ([0-9a-f]{16}) (\d{1,5})$/;

/** The cells, one below the other. */
export function stateCells(state: RunState): string[] {
  const text = JSON.stringify(state).replace(
    /[^\x21-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += inCell) pieces.push(text.slice(at, at + inCell));
  return [`${mark}${version} ${digestOfTexts([text])} ${pieces.length}`, ...pieces];
}

/** The state of a workbook; null where Looplens has not written one. O(rows of the sheets). */
export function findState(book: Book): FoundState | null {
  for (const sheet of book.sheets) {
    const found = stateIn(sheet);
    if (found !== null) return { sheet: sheet.name, state: found };
  }
  return null;
}

/** Without the report: what Looplens wrote is not what it reads. */
export function withoutReport<Snapshot extends Book>(book: Snapshot): Snapshot {
  const at = book.sheets.findIndex((sheet) => stateIn(sheet) !== null);
  if (at < 0) return book;
  const moved = (sheet: number): number => (sheet > at ? sheet - 1 : sheet);
  const { activeSheet = null, names } = book;
  return {
    ...book,
    sheets: book.sheets.filter((_, index) => index !== at),
    tables: book.tables
      .filter(({ sheet }) => sheet !== at)
      .map((table) => ({ ...table, sheet: moved(table.sheet) })),
    ...(names === undefined
      ? {}
      : {
          names: names
            .filter(({ sheet }) => sheet !== at)
            .map((name) => ({ ...name, sheet: name.sheet === null ? null : moved(name.sheet) })),
        }),
    activeSheet: activeSheet === null || activeSheet === at ? null : moved(activeSheet),
  };
}

function stateIn({ grid }: Sheet): RunState | 'newer' | 'damaged' | null {
  if (grid.left > 0 || grid.columns === 0) return null;
  for (let row = grid.top + grid.rows - 1; row >= grid.top; row--) {
    const cell = grid.at(row, 0);
    if (typeof cell !== 'string' || !cell.startsWith(mark)) continue;
    const found = head.exec(cell.trim());
    if (found === null) return 'damaged';
    if (Number(found[1]) > version) return 'newer';
    let text = '';
    for (let piece = 1; piece <= Number(found[3]); piece++) {
      const part = grid.at(row + piece, 0);
      if (typeof part === 'string') text += part;
    }
    return digestOfTexts([text]) === found[2] ? stateOf(text) : 'damaged';
  }
  return null;
}

/** The digest holds, so it is as Looplens wrote it, or as somebody did who went to that trouble. */
function stateOf(text: string): RunState | 'damaged' {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
  return isState(state) ? state : 'damaged';
}

function isState(value: unknown): value is RunState {
  if (!isObject(value)) return false;
  const texts = ['engine', 'rules', 'time', 'digest', 'sheet', 'range', 'unit'];
  const numbers = ['score', 'share', 'amount'];
  const { options, deals, values } = value;
  return (
    texts.every((key) => typeof value[key] === 'string') &&
    numbers.every((key) => typeof value[key] === 'number') &&
    isObject(options) &&
    ['headline', 'expected', 'firm'].includes(String(options.basis)) &&
    Array.isArray(options.aliases) &&
    options.aliases.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)) &&
    ['sheet', 'table', 'range', 'financials', 'owner', 'currency'].every((key) =>
      isMissingOr(options[key], isText),
    ) &&
    ['since', 'until', 'maxLegs', 'windowMonths', 'cut'].every((key) =>
      isMissingOr(options[key], isNumber),
    ) &&
    typeof value.drawing === 'boolean' &&
    isObject(deals) &&
    isText(deals.rows) &&
    isText(deals.digests) &&
    (values === null ||
      (isObject(values) &&
        ['sheet', 'heading', 'digest'].every((key) => isText(values[key])) &&
        ['count'].every((key) => isNumber(values[key]))))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

function isMissingOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}
