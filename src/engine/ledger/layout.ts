/** Heading row and column roles of a deal table: everything that is decided before the first row is read. */
import type { Area, Sheet } from '../book';
import { areaAddress, cellAddress } from '../address';
import { say, type Sentence } from '../sentence';
import { decideColumns, dealRoles, headingsOf } from './columns';
import { findHeading } from './headingRow';
import { dealRolesOf, sideOf } from './headings';
import type { Profile } from './profile';
import { profileOf, sampleRows } from './profile';
import { folded, isBlank } from './text';
import type { ColumnDecision, DealRole, HeadingDecision } from './types';
import type { StatedUnit } from './unitHint';
import { unitOfHeading, unitOfTitle } from './unitHint';

/** Tables wider than this are read up to here; a run of this many empty columns ends the table. */
const MOST_COLUMNS = 256;
const EMPTY_RUN = 64;
/** Title lines above the heading that can state the unit. */
const TITLE_ROWS = 8;

export interface Layout {
  /** The area cut to cells that exist. */
  readonly area: Area;
  readonly heading: HeadingDecision;
  readonly columns: readonly ColumnDecision<DealRole>[];
  readonly columnOf: Record<DealRole, number>;
  /** First data row. */
  readonly dataTop: number;
  /** Column of this side and of the other side where headings name sides only; -1 none. */
  readonly party: number;
  readonly counterparty: number;
  readonly unit: StatedUnit;
  readonly title: StatedUnit;
  /** Roles were concluded from contents, not from headings. */
  readonly assumed: boolean;
  readonly columnsCut: boolean;
}

export interface LayoutInput {
  readonly area: Area;
  readonly headingRows: number | undefined;
  readonly headingRow: number | undefined;
  readonly roles: ReadonlyMap<number, DealRole | null> | undefined;
}

/** The area without the part of it that lies outside the grid; null when nothing is left. */
export function clipped(sheet: Sheet, area: Area): Area | null {
  const { top, left, rows, columns } = sheet.grid;
  const clip = {
    top: Math.max(area.top, top),
    left: Math.max(area.left, left),
    bottom: Math.min(area.bottom, top + rows - 1),
    right: Math.min(area.right, left + columns - 1),
  };
  return clip.top > clip.bottom || clip.left > clip.right ? null : clip;
}

/** Columns with a cell among the first rows; stops after a long run of empty ones. O(256 x 60). */
function usedColumns(sheet: Sheet, area: Area): { columns: number[]; cut: boolean } {
  const rows = sampleRows(area.top, area.bottom);
  const columns: number[] = [];
  let empty = 0;
  for (let column = area.left; column <= area.right && empty < EMPTY_RUN; column++) {
    const used = rows.some((row) => !isBlank(sheet.grid.at(row, column)));
    empty = used ? 0 : empty + 1;
    if (!used) continue;
    if (columns.length === MOST_COLUMNS) return { columns, cut: true };
    columns.push(column);
  }
  return { columns, cut: false };
}

export function layOut(sheet: Sheet, input: LayoutInput): Layout | null {
  const clip = clipped(sheet, input.area);
  if (clip === null) return null;
  const { columns, cut } = usedColumns(sheet, clip);
  if (columns.length === 0) return null;
  // A stray format can stretch the used range to the last row: nothing below the last filled cell is the table's.
  let bottom = clip.bottom;
  while (bottom > clip.top && columns.every((column) => isBlank(sheet.grid.at(bottom, column)))) bottom--;
  const area = { ...clip, bottom, right: columns[columns.length - 1] };

  const heading = headingOf(sheet, area, columns, input);
  const dataTop = heading.rows === null ? area.top : heading.rows.last + 1;
  const texts = headingsOf(sheet, heading.rows, columns);
  const rows = sampleRows(dataTop, area.bottom);
  const profiles = columns.map((column) => profileOf(sheet, column, rows));
  const inputs = columns.map((column, i) => ({ column, heading: texts[i], profile: profiles[i] }));
  let decisions = decideColumns(inputs, input.roles ?? new Map());
  let assumed = false;
  if (heading.rows === null && !(input.roles && input.roles.size > 0)) {
    const guess = fromContents(columns, profiles, (a, b) => shareAName(sheet, rows, a, b));
    if (guess !== null) {
      decisions = decisions.map((decision) => {
        const role = guess.get(decision.column);
        if (role === undefined) return decision;
        return {
          ...decision,
          role,
          reason: say`no heading; the order text, text, number is read as payer, receiver, amount`,
          confidence: 0.5,
        };
      });
      assumed = true;
    }
  }
  const columnOf = Object.fromEntries(dealRoles.map((role) => [role, -1])) as Record<DealRole, number>;
  for (const decision of decisions) if (decision.role !== null) columnOf[decision.role] = decision.column;
  const side = (wanted: 'party' | 'counterparty'): number =>
    inputs.find(
      (entry) =>
        sideOf(entry.heading) === wanted &&
        decisions.every((d) => d.column !== entry.column || d.role === null),
    )?.column ?? -1;

  return {
    area,
    heading,
    columns: decisions,
    columnOf,
    dataTop,
    party: side('party'),
    counterparty: side('counterparty'),
    unit: headingUnit(sheet, heading, columnOf.amount, decisions),
    title: titleUnit(sheet, area, heading, columns),
    assumed,
    columnsCut: cut,
  };
}

function headingOf(
  sheet: Sheet,
  area: Area,
  columns: readonly number[],
  input: LayoutInput,
): HeadingDecision {
  const at = (first: number, last: number): string =>
    areaAddress(sheet.name, { ...area, top: first, bottom: last });
  if (input.headingRow !== undefined) {
    return {
      rows: { first: input.headingRow, last: input.headingRow },
      reason: say`row ${input.headingRow + 1} was chosen by the user`,
      confidence: 1,
    };
  }
  if (input.headingRows === 0)
    return { rows: null, reason: say`the table has no heading row`, confidence: 1 };
  if (input.headingRows !== undefined) {
    const last = Math.min(area.top + input.headingRows - 1, area.bottom);
    return {
      rows: { first: area.top, last },
      reason: say`the first row of the table, ${at(area.top, last)}`,
      confidence: 1,
    };
  }
  const found = findHeading(sheet, area, columns, dealRolesOf, 1);
  if (
    found !== null &&
    (found.roles > 1 || columns.length === 1 || headsNumbers(sheet, found.last, area, columns))
  ) {
    const rows = { first: found.first, last: found.last };
    return {
      rows,
      reason: say`${found.roles} of the headings in ${at(found.first, found.last)} are known`,
      confidence: Math.min(1, 0.4 + found.roles * 0.15),
    };
  }
  const first = columns.map((column) => sheet.grid.at(area.top, column));
  const second = columns.map((column) => sheet.grid.at(area.top + 1, column));
  if (
    first.every((cell) => cell === null || typeof cell === 'string') &&
    second.some((cell) => typeof cell === 'number')
  ) {
    return {
      rows: { first: area.top, last: area.top },
      reason: say`texts over numbers in ${at(area.top, area.top)}, but no known heading`,
      confidence: 0.3,
    };
  }
  return { rows: null, reason: say`no row of known headings in the first 30 rows`, confidence: 0.5 };
}

/** One known word alone is a heading only when a number column begins right under it. */
function headsNumbers(sheet: Sheet, row: number, area: Area, columns: readonly number[]): boolean {
  return row < area.bottom && columns.some((column) => typeof sheet.grid.at(row + 1, column) === 'number');
}

/**
 * Without headings: two text columns and the first number column after them. The text columns are the first two that share a name
 * (a payer somewhere is a receiver elsewhere; an id or a note never is a party), else the first two.
 */
function fromContents(
  columns: readonly number[],
  profiles: readonly Profile[],
  shares: (a: number, b: number) => boolean,
): Map<number, DealRole> | null {
  const isText = ({ filled, text, date, moneyText }: Profile) =>
    filled > 0 && text >= 0.8 && date < 0.5 && moneyText < 0.5;
  const isAmount = ({ filled, number, moneyText, date }: Profile) =>
    filled > 0 && number + moneyText >= 0.8 && date < 0.5;
  const texts = columns.filter((_, i) => isText(profiles[i])).slice(0, MOST_TEXTS);
  let sides = texts.slice(0, 2);
  for (let j = 1; j < texts.length; j++) {
    const i = texts.findIndex((column, at) => at < j && shares(column, texts[j]));
    if (i < 0) continue;
    sides = [texts[i], texts[j]];
    break;
  }
  if (sides.length < 2) return null;
  const amount = columns.find((column, i) => column > sides[1] && isAmount(profiles[i]));
  if (amount === undefined) return null;
  return new Map<number, DealRole>([
    [sides[0], 'from'],
    [sides[1], 'to'],
    [amount, 'amount'],
  ]);
}

/** Text columns that are tried as parties where there is no heading. */
const MOST_TEXTS = 8;

function shareAName(sheet: Sheet, rows: readonly number[], a: number, b: number): boolean {
  const names = new Set<string>();
  const nameAt = (row: number, column: number) => {
    const cell = sheet.grid.at(row, column);
    return typeof cell === 'string' ? folded(cell) : '';
  };
  for (const row of rows) names.add(nameAt(row, a));
  names.delete('');
  return rows.some((row) => names.has(nameAt(row, b)));
}

function headingUnit(
  sheet: Sheet,
  heading: HeadingDecision,
  amount: number,
  decisions: readonly ColumnDecision<DealRole>[],
): StatedUnit {
  const text = decisions.find((decision) => decision.column === amount)?.heading ?? '';
  const hint =
    amount < 0 || heading.rows === null
      ? { currency: null, exponent: -1, used: new Set<string>() }
      : unitOfHeading(text);
  return {
    ...hint,
    place:
      heading.rows === null
        ? say``
        : say`heading "${text}" (${cellAddress(sheet.name, heading.rows.first, amount)})`,
  };
}

/** The nearest line above the heading that states a unit. */
export function titleUnit(
  sheet: Sheet,
  area: Area,
  heading: HeadingDecision,
  columns: readonly number[],
): StatedUnit {
  let currency: string | null = null;
  let exponent = -1;
  let place: Sentence | null = null;
  const from = (heading.rows?.first ?? area.top) - 1;
  const left = Math.max(sheet.grid.left, area.left - 2);
  const across = [...new Set([left, left + 1, ...columns.slice(0, 32)])];
  for (let row = from; row >= Math.max(sheet.grid.top, from - TITLE_ROWS + 1); row--) {
    for (const column of across) {
      const cell = sheet.grid.at(row, column);
      if (typeof cell !== 'string') continue;
      const hint = unitOfTitle(cell);
      if (hint.currency === null && hint.exponent < 0) continue;
      place ??= say`line "${cell.slice(0, 60).trim()}" (${cellAddress(sheet.name, row, column)})`;
      currency ??= hint.currency;
      if (exponent < 0) exponent = hint.exponent;
    }
  }
  return { currency, exponent, used: new Set(), place: place ?? say`` };
}
