/**
 * A table of deals -> the ledger, with everything that was not usable said and counted: deals + leftOut = dataRows.
 *
 * Reads column by column; each distinct text is parsed once; arrays are allocated from counts. O(rows x role columns + distinct
 * texts), about 40 bytes a row beside the result. Rules: headingWords.ts (columns), amountText.ts and moneyUnit.ts (money),
 * rows.ts (totals and other rows that are no deals), status.ts (weights), kinds.ts (classes), period.ts (dates).
 *
 * Known limits: a table is read 256 columns wide; amounts keep 6 decimals.
 */
import type { Book } from '../book';
import type { RefusalCode } from '../refusals';
import { areaAddress, cellAddress } from '../address';
import { listed, say, word, type Sentence } from '../sentence';
import { assemble } from './assemble';
import { IssueLog } from './issues';
import type { Layout } from './layout';
import { layOut } from './layout';
import { quotedHeading } from './headingRow';
import { PartyBook } from './parties';
import type { ReadOptions, Where } from './readOptions';
import { readSides } from './sides';
import type { ColumnDecision, DealRole, Ledger, RowIssue } from './types';

export type { ReadOptions, Where } from './readOptions';

export interface Refusal {
  readonly code: RefusalCode;
  /** What was seen and what is missing. */
  readonly message: Sentence;
  readonly cell: string;
  readonly issues: readonly RowIssue[];
  readonly columns: readonly ColumnDecision<DealRole>[];
  /** Row of the headings. */
  readonly headRow: number;
  /** Of amounts in several currencies: those that were seen. */
  readonly currencies: readonly string[];
}

export type ReadOutcome =
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly refusal: Refusal };

export function readLedger(book: Book, where: Where, options: ReadOptions = {}): ReadOutcome {
  const sheet = book.sheets[where.sheet];
  const log = new IssueLog(sheet.name);
  const corner = cellAddress(sheet.name, where.area.top, where.area.left);
  const refuse = (
    code: RefusalCode,
    message: Sentence,
    cell: string,
    layout: Layout | null,
    currencies: readonly string[] = [],
  ): ReadOutcome => ({
    ok: false,
    refusal: {
      code,
      message,
      cell,
      issues: log.finish(),
      columns: layout?.columns ?? [],
      headRow: layout?.heading.rows?.first ?? where.area.top,
      currencies,
    },
  });
  const layout = layOut(sheet, {
    area: where.area,
    headingRows: where.headingRows,
    headingRow: options.headingRow,
    roles: options.roles,
  });
  if (layout === null || layout.dataTop > layout.area.bottom) {
    return refuse(
      'empty',
      say`There are no rows of deals in ${areaAddress(sheet.name, where.area)} (${corner}).`,
      corner,
      layout,
    );
  }
  const headCell = cellAddress(sheet.name, layout.heading.rows?.first ?? layout.area.top, layout.area.left);
  const count = layout.area.bottom - layout.dataTop + 1;
  const parties = new PartyBook(options.aliases);
  if (layout.columnOf.amount < 0) {
    return refuse(
      'no-amount-column',
      say`No column holds the amounts of deals: ${seen(layout)} (${headCell}).`,
      headCell,
      layout,
    );
  }
  const sides = readSides(sheet, layout, parties, options.owner, count);
  if (sides === null) {
    return refuse(
      'no-party-columns',
      say`${missingSide(layout)}: ${seen(layout)} (${headCell}).`,
      headCell,
      layout,
    );
  }
  if (sides === 'owner-needed') {
    return refuse(
      'owner-needed',
      say`Each row names a counterparty and a direction, but not whose sheet it is: say who the owner is (${headCell}).`,
      headCell,
      layout,
    );
  }
  const built = assemble({ book, sheet, where, options, layout, sides, parties, log });
  return 'code' in built
    ? refuse(built.code, built.message, built.cell, layout, built.currencies)
    : { ok: true, ledger: built };
}

function missingSide(layout: Layout): Sentence {
  const { from, to } = layout.columnOf;
  if (from < 0 && to < 0) return say`No columns say who pays and who is paid`;
  return from < 0 ? say`No column says who pays` : say`No column says who is paid`;
}

function seen(layout: Layout): Sentence {
  const names = listed(
    layout.columns
      .slice(0, 12)
      .map((column) =>
        column.role === null ? quotedHeading(column) : say`${quotedHeading(column)} (${word(column.role)})`,
      ),
  );
  const more = layout.columns.length - 12;
  return more > 0 ? say`the columns seen are ${names} and ${more} more` : say`the columns seen are ${names}`;
}
