/** Links between rows by id ('AI001;AI002') -> compressed rows of deal numbers. O(deals + links). */
import type { IssueLog } from './issues';
import type { TextColumn } from './textColumn';
import { cellText, folded, quoted } from './text';
import type { Grid } from '../book';
import { say } from '../sentence';

export interface Links {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly ids: string[] | null;
}

/** A cell never names more rows than this; the rest is ignored and said. */
const MOST_LINKS = 50;

/**
 * `rows[i]` is the row (index into the columns) of deal i; `top` its first sheet row. An id on several rows means the first of
 * them; an id of no row is a warning, an id of a row that was left out is dropped with an info. Columns of -1 are not there.
 */
export function readLinks(
  grid: Grid,
  rows: Int32Array,
  top: number,
  idColumn: number,
  linkColumn: number,
  links: TextColumn,
  log: IssueLog,
): Links {
  const start = new Int32Array(rows.length + 1);
  if (idColumn < 0) return { start, target: new Int32Array(0), ids: null };
  const names: string[] = [];
  for (let i = 0; i < rows.length; i++) names.push(cellText(grid.at(top + rows[i], idColumn)));
  if (linkColumn < 0) return { start, target: new Int32Array(0), ids: names };
  const dealOfId = new Map<string, number>();
  for (let i = 0; i < rows.length; i++) {
    const key = names[i].toLowerCase();
    if (key === '') continue;
    if (!dealOfId.has(key)) dealOfId.set(key, i);
    else {
      log.cell(
        'id-repeated',
        'info',
        top + rows[i],
        idColumn,
        say`Id ${quoted(names[i])} stands on an earlier row too; links to it mean the first`,
      );
    }
  }
  const everyId = new Set<string>();
  for (let i = 0; i < links.ids.length; i++) everyId.add(folded(cellText(grid.at(top + i, idColumn))));
  const target: number[] = [];
  const seen = new Set<number>();
  for (let i = 0; i < rows.length; i++) {
    const text = links.ids[rows[i]];
    start[i] = target.length;
    if (text < 0) continue;
    seen.clear();
    // Split before anything is shortened: half an id can be the id of another row.
    const parts = links.texts[text].split(/[;,]/, MOST_LINKS + 1);
    if (parts.length > MOST_LINKS) {
      parts.length = MOST_LINKS;
      log.cell(
        'links-cut',
        'warning',
        top + rows[i],
        linkColumn,
        say`The row is linked to more than ${MOST_LINKS} rows; the first ${MOST_LINKS} are used`,
      );
    }
    for (const part of parts) {
      const key = folded(part);
      if (key === '') continue;
      const deal = dealOfId.get(key);
      if (deal !== undefined) {
        if (deal !== i && !seen.has(deal)) target.push(deal);
        seen.add(deal);
      } else if (everyId.has(key)) {
        log.cell(
          'link-left-out',
          'info',
          top + rows[i],
          linkColumn,
          say`The row with id ${quoted(part)} is left out, so the link to it is not used`,
        );
      } else {
        log.cell(
          'link-missing',
          'warning',
          top + rows[i],
          linkColumn,
          say`No row has the id ${quoted(part)} that this row is linked to`,
        );
      }
    }
  }
  start[rows.length] = target.length;
  return { start, target: Int32Array.from(target), ids: names };
}
