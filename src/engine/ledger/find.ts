/**
 * Which tables of a workbook are deals and which are financials, best first.
 *
 * Excel tables and free blocks (blocks.ts) are laid out like any table (layout.ts, financialLayout.ts) and kept when their headings
 * name what is needed and a sample of at most 100 rows bears it out. A deal table needs a payer, a receiver and an amount; a
 * financials table needs periods and revenue, capex or cash flow. Score: how sure the needed headings are, plus a little for each
 * further role and for the binary digits of the length; less on a hidden sheet. O(blocks x (30 heading rows + 100 sample rows) x columns).
 */
import type { Area, Book, Sheet } from '../book';
import { areaAddress } from '../address';
import { say, type Said, type Sentence } from '../sentence';
import { blocksOf } from './blocks';
import { layOutFinancials } from './financialLayout';
import { findHeading, quotedHeading } from './headingRow';
import { dealRolesOf } from './headings';
import type { Layout } from './layout';
import { layOut } from './layout';
import { sampleRows } from './profile';
import { folded, grouped, isBlank, quoted } from './text';

export interface Candidate {
  readonly sheet: number;
  readonly area: Area;
  readonly table: string | null;
  readonly headingRows: number;
  readonly totalsRows: number;
  /** Higher is better; only the order means something. */
  readonly score: number;
  readonly reason: Sentence;
}

interface Place {
  readonly sheet: number;
  readonly area: Area;
  readonly table: string | null;
  readonly headingRows: number | undefined;
  readonly totalsRows: number;
}

/** Excel tables first, then the free blocks that touch no table. */
function placesOf(book: Book): Place[] {
  const places: Place[] = book.tables.map((table) => ({
    sheet: table.sheet,
    area: table.area,
    table: table.name,
    headingRows: table.headingRows,
    totalsRows: table.totalsRows,
  }));
  book.sheets.forEach((sheet, index) => {
    const taken = places.filter((place) => place.sheet === index).map((place) => place.area);
    for (const area of blocksOf(sheet)) {
      if (taken.some((other) => touches(area, other))) continue;
      places.push({ sheet: index, area, table: null, headingRows: undefined, totalsRows: 0 });
    }
  });
  return places;
}

function touches(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Strictly narrower, in the same rows or fewer. */
function within(a: Area, b: Area): boolean {
  return (
    a.left >= b.left &&
    a.right <= b.right &&
    a.right - a.left < b.right - b.left &&
    a.top >= b.top &&
    a.bottom <= b.bottom
  );
}

function inside(a: Area, b: Area): boolean {
  return a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right;
}

function lengthOf(candidate: Candidate): number {
  return candidate.area.bottom - candidate.area.top;
}

/**
 * Best first, the longer of two equally good ones; of two candidates over the same cells the better one, but a block never beats a part of it that is a table by itself:
 * its columns would be mixed from two tables side by side.
 */
function ranked(all: readonly Candidate[]): Candidate[] {
  const candidates = all.filter(
    (whole) =>
      whole.table !== null ||
      !all.some((part) => part !== whole && part.sheet === whole.sheet && within(part.area, whole.area)),
  );
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      lengthOf(b) - lengthOf(a) ||
      a.sheet - b.sheet ||
      a.area.top - b.area.top ||
      a.area.left - b.area.left,
  );
  return candidates.filter(
    (candidate, i) =>
      !candidates
        .slice(0, i)
        .some((better) => better.sheet === candidate.sheet && touches(better.area, candidate.area)),
  );
}

const HIDDEN_PENALTY = 3;
/** A point for about a hundred rows. */
const LENGTH_WEIGHT = 0.15;

/** Length as the number of its binary digits: whole numbers only, so that no machine's logarithm decides which table is read. */
function binaryDigits(rows: number): number {
  return 32 - Math.clz32(Math.max(rows, 1));
}

export function findDealTables(book: Book): Candidate[] {
  const places = placesOf(book);
  const candidates: Candidate[] = [];
  for (const place of places) {
    const sheet = book.sheets[place.sheet];
    const layout = layOut(sheet, {
      area: place.area,
      headingRows: place.headingRows,
      headingRow: undefined,
      roles: undefined,
    });
    if (layout === null) continue;
    const score = dealScore(sheet, layout);
    if (score <= 0) continue;
    const area = place.table === null ? grown(sheet, layout, places, place) : layout.area;
    const rows = area.bottom - layout.dataTop + 1;
    candidates.push({
      sheet: place.sheet,
      area: { ...area, top: layout.heading.rows?.first ?? area.top },
      table: place.table,
      headingRows:
        layout.heading.rows === null ? 0 : layout.heading.rows.last - layout.heading.rows.first + 1,
      totalsRows: place.totalsRows,
      score:
        score +
        binaryDigits(rows) * LENGTH_WEIGHT +
        (place.table === null ? 0 : 0.5) -
        (sheet.visibility === 'visible' ? 0 : HIDDEN_PENALTY),
      reason: dealReason(sheet, layout, place.table, rows),
    });
  }
  return ranked(candidates);
}

function dealReason(sheet: Sheet, layout: Layout, table: string | null, rows: number): Sentence {
  const heading = (column: number): Said => {
    const found = layout.columns.find((decision) => decision.column === column);
    return found === undefined ? quoted('') : quotedHeading(found);
  };
  const { from, to, amount, direction } = layout.columnOf;
  const parties =
    from >= 0 && to >= 0
      ? say`${heading(from)} pays ${heading(to)}`
      : say`${heading(layout.counterparty)} with the direction in ${heading(direction)}`;
  const what = say`${parties}, ${heading(amount)} is the amount, ${grouped(rows)} rows`;
  return at(
    sheet,
    layout.area,
    table,
    sheet.visibility === 'visible' ? what : say`${what}, on a hidden sheet`,
  );
}

function at(sheet: Sheet, area: Area, table: string | null, what: Sentence): Sentence {
  const where = areaAddress(sheet.name, area);
  return table === null ? say`${where}: ${what}` : say`table ${table}, ${where}: ${what}`;
}

/** 0: not a deal table. */
function dealScore(sheet: Sheet, layout: Layout): number {
  const { from, to, amount, direction } = layout.columnOf;
  const first = from >= 0 && to >= 0 ? from : direction >= 0 ? layout.counterparty : -1;
  const second = from >= 0 && to >= 0 ? to : first;
  if (amount < 0 || first < 0 || layout.dataTop > layout.area.bottom) return 0;
  let good = 0;
  let filled = 0;
  const left = new Set<string>();
  const right = new Set<string>();
  for (const row of sampleRows(layout.dataTop, layout.area.bottom)) {
    const a = sheet.grid.at(row, first);
    const b = sheet.grid.at(row, second);
    const money = sheet.grid.at(row, amount);
    if (isBlank(a) && isBlank(b) && isBlank(money)) continue;
    filled++;
    if (!isBlank(a) && !isBlank(b)) good++;
    if (typeof a === 'string') left.add(folded(a));
    if (typeof b === 'string') right.add(folded(b));
  }
  if (filled === 0 || good / filled < 0.3) return 0;
  // Three columns without a heading are deals only if some name stands on both sides.
  if (layout.assumed && ![...left].some((name) => right.has(name))) return 0;
  let sure = 0;
  let others = 0;
  for (const decision of layout.columns) {
    if (decision.role === null) continue;
    if (decision.role === 'from' || decision.role === 'to' || decision.role === 'amount')
      sure += decision.confidence;
    else if (decision.role !== 'source' && decision.role !== 'grade') others += decision.confidence;
  }
  return sure * 3 + Math.min(others, 8) * 0.5 + good / filled;
}

/** Rows between blank lines that go on where the block ends: no heading of their own, parties and amount in the same columns. */
const SMALL_GAP = 3;

function grown(sheet: Sheet, layout: Layout, places: readonly Place[], place: Place): Area {
  let area = layout.area;
  const { from, amount } = layout.columnOf;
  if (from < 0) return area;
  for (const next of places) {
    if (next.sheet !== place.sheet || next.table !== null || next.area.top <= area.bottom) continue;
    if (next.area.top - area.bottom - 1 > SMALL_GAP) break;
    const columns = Array.from(
      { length: Math.min(next.area.right - next.area.left + 1, 64) },
      (_, i) => next.area.left + i,
    );
    const heading = findHeading(
      sheet,
      { ...next.area, bottom: Math.min(next.area.bottom, next.area.top + 2) },
      columns,
      dealRolesOf,
      2,
    );
    let good = 0;
    const rows = sampleRows(next.area.top, next.area.bottom);
    for (const row of rows)
      if (!isBlank(sheet.grid.at(row, from)) && !isBlank(sheet.grid.at(row, amount))) good++;
    if (heading !== null || good / rows.length < 0.5) break;
    area = {
      ...area,
      bottom: next.area.bottom,
      right: Math.max(area.right, Math.min(next.area.right, area.right + 8)),
    };
  }
  return area;
}

export function findFinancialTables(book: Book): Candidate[] {
  const deals = findDealTables(book);
  const candidates: Candidate[] = [];
  for (const place of placesOf(book)) {
    if (deals.some((deal) => deal.sheet === place.sheet && inside(deal.area, place.area))) continue;
    const sheet = book.sheets[place.sheet];
    const layout = layOutFinancials(sheet, { area: place.area, headingRows: place.headingRows });
    if (layout === null) continue;
    candidates.push({
      sheet: place.sheet,
      area: layout.area,
      table: place.table,
      headingRows: layout.headingRows,
      totalsRows: place.totalsRows,
      score:
        layout.score +
        (place.table === null ? 0 : 0.5) -
        (sheet.visibility === 'visible' ? 0 : HIDDEN_PENALTY),
      reason: at(sheet, layout.area, place.table, layout.reason),
    });
  }
  return ranked(candidates);
}
