/**
 * Where the heading is: the row, or up to three rows read as one, whose cells are words for most roles.
 *
 * Searched in the first 30 rows of an area (titles, as-of lines and totals may stand above). A row with a number in it, or
 * with prose, is no heading. Work: 30 rows x the columns in sight x the heading words, whatever the length of the table.
 */
import { columnLetters } from '../address';
import type { Area, Sheet } from '../book';
import { say, type Said } from '../sentence';
import type { HeadingMatch } from './headings';
import { LONGEST_HEADING } from './headings';
import { cellText, isBlank, quoted } from './text';

export const HEADING_SEARCH_ROWS = 30;
const MOST_HEADING_ROWS = 3;

export interface HeadingFound {
  readonly first: number;
  readonly last: number;
  /** Distinct roles recognised. */
  readonly roles: number;
}

/** The heading text of a column over rows first..last, merged cells spread to the right, repeated words said once. */
export function headingText(sheet: Sheet, first: number, last: number, column: number): string {
  const parts: string[] = [];
  for (let row = first; row <= last; row++) {
    let cell = sheet.grid.at(row, column);
    if (cell === null) {
      for (const merge of sheet.merges) {
        if (row >= merge.top && row <= merge.bottom && column > merge.left && column <= merge.right) {
          cell = sheet.grid.at(merge.top, merge.left);
          break;
        }
      }
    }
    const text = cellText(cell);
    if (text !== '' && parts[parts.length - 1] !== text) parts.push(text);
  }
  return parts.join(' ');
}

/** How a column without a heading is called wherever its heading is told. */
export function noHeading(column: number): string {
  return `column ${columnLetters(column)} (no heading)`;
}

/** The heading of a column as it is told within a sentence. */
export function quotedHeading({
  column,
  heading,
}: {
  readonly column: number;
  readonly heading: string;
}): Said {
  return heading === noHeading(column)
    ? say`"column ${columnLetters(column)} (no heading)"`
    : quoted(heading);
}

/** What the heading of a column can read that begins in `first`: over one row, two, or three, as the ledger tells headings. */
export function headingsFrom(sheet: Sheet, first: number): (column: number) => readonly string[] {
  const rows = Array.from({ length: MOST_HEADING_ROWS }, (_, more) => first + more);
  const near = nearMerges(sheet, first, rows[rows.length - 1]);
  return (column) => rows.map((last) => headingText(near, first, last, column));
}

/** More merged cells than 30 rows of 256 columns can hold side by side. */
const MOST_HEADING_MERGES = 4096;

/**
 * The sheet with only the merged cells that touch these rows: a sheet can have a hundred thousand of them further down,
 * and a hostile one as many here, over one another.
 */
export function nearMerges(sheet: Sheet, first: number, last: number): Sheet {
  const near = sheet.merges.filter((merge) => merge.top <= last && merge.bottom >= first);
  return { ...sheet, merges: near.slice(0, MOST_HEADING_MERGES) };
}

/** Whether a row can be (part of) a heading: only short texts, no numbers but years. */
function couldBeHeading(sheet: Sheet, row: number, columns: readonly number[]): boolean {
  let texts = 0;
  for (const column of columns) {
    const cell = sheet.grid.at(row, column);
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || cell.length > LONGEST_HEADING) return false;
    texts++;
  }
  return texts > 0;
}

/** The best heading in the area, or null. `match` gives the roles of a heading text. `need`: fewest distinct roles that count. */
export function findHeading<Role extends string>(
  sheet: Sheet,
  area: Area,
  columns: readonly number[],
  match: (heading: string) => readonly HeadingMatch<Role>[],
  need: number,
): HeadingFound | null {
  let best: (HeadingFound & { score: number }) | null = null;
  const end = Math.min(area.bottom, area.top + HEADING_SEARCH_ROWS - 1);
  const near = nearMerges(sheet, area.top, end);
  for (let row = area.top; row <= end; row++) {
    if (!couldBeHeading(sheet, row, columns)) continue;
    for (let last = row; last < row + MOST_HEADING_ROWS && last <= end; last++) {
      if (last > row && !couldBeHeading(sheet, last, columns)) break;
      const roles = new Set<Role>();
      let score = 0;
      for (const column of columns) {
        const text = headingText(near, row, last, column);
        const top = text === '' ? undefined : match(text)[0];
        if (top === undefined || roles.has(top.role)) continue;
        roles.add(top.role);
        score += top.confidence;
      }
      // A second heading row has to earn its place; of equal rows the upper one is the heading.
      score -= (last - row) * 0.3;
      if (roles.size >= need && (best === null || score > best.score + 1e-9))
        best = { first: row, last, roles: roles.size, score };
    }
  }
  return best;
}
