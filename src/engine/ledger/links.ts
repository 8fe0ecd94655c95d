/** Links between rows by id ('AI001;AI002') -> compressed rows of deal numbers. O(deals + links). */
import type { IssueLog } from './issues';
import type { TextColumn } from './textColumn';
import { folded, quoted, tidy } from './text';

export interface Links {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly ids: string[] | null;
}

/** A cell never names more rows than this; the rest is ignored and said. */
const MOST_LINKS = 50;

/**
 * `rows[i]` is the row (index into the columns) of deal i; `sheetTop` its first sheet row. An id on several rows means the first
 * of them; an id of no row is a warning, an id of a row that was left out is dropped with an info.
 */
export function readLinks(
  rows: Int32Array,
  ids: TextColumn | null,
  links: TextColumn | null,
  log: IssueLog,
  sheetTop: number,
  idColumn: number,
  linkColumn: number,
): Links {
  const start = new Int32Array(rows.length + 1);
  if (ids === null) return { start, target: new Int32Array(0), ids: null };
  const dealOfId = new Map<string, number>();
  const names: string[] = [];
  for (let i = 0; i < rows.length; i++) {
    const id = ids.ids[rows[i]];
    const text = id < 0 ? '' : tidy(ids.texts[id]);
    names.push(text);
    if (text === '') continue;
    const key = text.toLowerCase();
    if (!dealOfId.has(key)) dealOfId.set(key, i);
    else
      log.cell(
        'id-repeated',
        'info',
        sheetTop + rows[i],
        idColumn,
        `Id ${quoted(text)} stands on an earlier row too; links to it mean the first`,
      );
  }
  if (links === null) return { start, target: new Int32Array(0), ids: names };
  const everyId = new Set(ids.texts.map((text) => folded(text)));
  const target: number[] = [];
  const seen = new Set<number>();
  for (let i = 0; i < rows.length; i++) {
    const text = links.ids[rows[i]];
    start[i] = target.length;
    if (text < 0) continue;
    seen.clear();
    const parts = tidy(links.texts[text]).split(/[;,]/).slice(0, MOST_LINKS);
    for (const part of parts) {
      const key = part.trim().toLowerCase();
      if (key === '') continue;
      const deal = dealOfId.get(key);
      if (deal !== undefined) {
        if (deal !== i && !seen.has(deal)) target.push(deal);
        seen.add(deal);
      } else if (everyId.has(key)) {
        log.cell(
          'link-left-out',
          'info',
          sheetTop + rows[i],
          linkColumn,
          `The row with id ${quoted(part)} is left out, so the link to it is not used`,
        );
      } else {
        log.cell(
          'link-missing',
          'warning',
          sheetTop + rows[i],
          linkColumn,
          `No row has the id ${quoted(part)} that this row is linked to`,
        );
      }
    }
  }
  start[rows.length] = target.length;
  return { start, target: Int32Array.from(target), ids: names };
}
