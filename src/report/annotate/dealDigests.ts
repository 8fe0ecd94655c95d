/**
 * A digest of each deal, short enough to keep thousands in a few cells: ten digits for what its row says, six for who
 * deals with whom. They tell which deals are other ones, which have come and which have gone, wherever the rows are now.
 */
import {
  digestOfTexts,
  isCellError,
  parseArea,
  type Analysis,
  type Book,
  type Cell,
  type DealReport,
} from '../../engine/index';

export interface DealDigests {
  /** Rows as a user counts them: '2-73,75'. */
  readonly rows: string;
  /** Sixteen characters for each of them. */
  readonly digests: string;
}

export interface DealChanges {
  readonly changed: readonly DealReport[];
  readonly came: readonly DealReport[];
  /** Rows as they were. */
  readonly went: readonly number[];
  /** The same deals, in another order. */
  readonly moved: boolean;
}

const content = 10;
const whole = 16;
/** Roles that say where a row comes from, and nothing of the deal. */
const besides = ['source', 'grade'];

/** O(deals x columns). */
export function dealDigests(book: Book, analysis: Analysis, deals: readonly DealReport[]): DealDigests {
  const { sheet, range } = analysis.input;
  const grid = book.sheets.find(({ name }) => name === sheet)?.grid;
  const columns = analysis.ledger.columns
    .filter(({ role }) => role !== null && !besides.includes(role))
    .map(({ role, cell }) => ({ role: String(role), column: placeOf(cell)?.left ?? -1 }))
    .sort((one, other) =>
      one.role < other.role ? -1 : one.role > other.role ? 1 : one.column - other.column,
    );
  const digests = deals.map((deal) => {
    const cells = columns.flatMap(({ role, column }) => [
      role,
      textOf(grid?.at(deal.row - 1, column) ?? null),
    ]);
    return (
      digestOfTexts(cells).slice(0, content) + digestOfTexts([deal.from, deal.to]).slice(0, whole - content)
    );
  });
  return { rows: range === '' ? '' : runs(deals.map(({ row }) => row)), digests: digests.join('') };
}

/** What has become of the deals of `before`. O(deals). */
export function dealChanges(
  before: DealDigests,
  now: DealDigests,
  deals: readonly DealReport[],
): DealChanges {
  const rows = rowsOf(before.rows);
  const old = pieces(before.digests);
  const fresh = pieces(now.digests);
  const left = queues(old, (digest) => digest);
  const unknown: number[] = [];
  let [moved, last] = [false, -1];
  fresh.forEach((digest, index) => {
    const at = left.get(digest)?.shift();
    if (at === undefined) unknown.push(index);
    else {
      if (at < last) moved = true;
      last = at;
    }
  });
  const gone = [...left.values()].flat().sort((a, b) => a - b);
  const between = (digest: string): string => digest.slice(content);
  const sameParties = queues(
    gone.map((index) => old[index]),
    between,
  );
  const changed: DealReport[] = [];
  const came: DealReport[] = [];
  const replaced = new Set<number>();
  for (const index of unknown) {
    const at = sameParties.get(between(fresh[index]))?.shift();
    if (at === undefined) came.push(deals[index]);
    else {
      changed.push(deals[index]);
      replaced.add(gone[at]);
    }
  }
  return {
    changed,
    came,
    went: gone.filter((index) => !replaced.has(index)).map((index) => rows[index] ?? 0),
    moved,
  };
}

/** The area of an address with its sheet before it. */
export function placeOf(address: string): ReturnType<typeof parseArea> {
  return parseArea(address.slice(address.lastIndexOf('!') + 1));
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (isCellError(cell)) return cell.error;
  return typeof cell === 'string' ? cell.trim() : String(cell);
}

function pieces(digests: string): string[] {
  return digests.match(/.{16}/g) ?? [];
}

/** Places by key, in their order. */
function queues(digests: readonly string[], keyOf: (digest: string) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  digests.forEach((digest, index) => {
    const list = found.get(keyOf(digest));
    if (list === undefined) found.set(keyOf(digest), [index]);
    else list.push(index);
  });
  return found;
}

/** [2, 3, 4, 7] -> '2-4,7' */
function runs(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < rows.length;) {
    let end = at;
    while (end + 1 < rows.length && rows[end + 1] === rows[end] + 1) end++;
    parts.push(end === at ? String(rows[at]) : `${rows[at]}-${rows[end]}`);
    at = end + 1;
  }
  return parts.join(',');
}

function rowsOf(text: string): number[] {
  const rows: number[] = [];
  for (const part of text.split(',')) {
    const found = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part);
    if (found === null) continue;
    const last = Math.min(Number(found[2] ?? found[1]), 1_048_576);
    for (let row = Number(found[1]); row <= last; row++) rows.push(row);
  }
  return rows;
}
