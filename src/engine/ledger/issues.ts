/**
 * What a user should know about rows and cells, collected in sheet order.
 *
 * Codes, all kebab-case.
 * Left out, error: amount-unreadable, amount-error, amount-is-date, negative-amount, scale-unknown, currency-other, party-blank,
 * party-not-a-name, party-error, text-too-long, direction-unsaid (flag missing), undated.
 * Left out, warning: self-deal, amount-not-money, amount-is-rate (no term), amount-merged.
 * Left out, info: amount-unknown, zero-amount, total-row, heading-repeated, note-row, group-label, outside-dates,
 * direction-unsaid (a partnership).
 * Used with an assumption, warning: amount-range, amount-is-rate (over its term), amount-rounded, number-style-assumed,
 * number-style-mixed, date-unreadable, date-order-unknown, status-unknown, class-unknown, probability-unreadable, probability-of-ended-deal, duplicate-row,
 * filled-down, columns-assumed, columns-cut, link-missing, links-cut.
 * Used as it stands, info: amount-up-to, amount-lower-bound, amount-estimate, amount-from-text, amount-own-scale, format-scale,
 * dollar-which, currency-assumed, date-plan, date-year-first, kind-passing, kind-unknown, kind-gives-back, no-kinds, hidden-rows, filtered-rows, hidden-column, id-repeated,
 * link-left-out, direction-from-flag.
 * Financials: figure-unreadable, period-unreadable, item-repeated, scale-assumed (warning); period-is-plan, no-figures,
 * party-without-deals, total-row (info); margin-unit (info, a warning where margins lie on either side of 1).
 *
 * Beyond the first 1,000 of one info or warning code, and the first 10,000 of one error code, the rest become one issue with
 * their exact count: a million bad rows are a million strings otherwise, and nobody reads the ten-thousand-and-first.
 */
import { cellAddress } from '../address';
import { say, type Sentence } from '../sentence';
import { grouped } from './text';
import type { IssueSeverity, RowIssue } from './types';

const KEPT_PER_CODE = 1000;
const KEPT_ERRORS_PER_CODE = 10_000;

export class IssueLog {
  readonly #sheet: string;
  readonly #issues: RowIssue[] = [];
  readonly #counts = new Map<string, { count: number; folded: number; first: RowIssue | null }>();

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Adds an issue; `sentence` has no full stop: the cell and the stop are added here. Column -1 names the row. */
  cell(code: string, severity: IssueSeverity, row: number, column: number, sentence: Sentence): void {
    const tally = this.#counts.get(code) ?? { count: 0, folded: 0, first: null };
    this.#counts.set(code, tally);
    tally.count++;
    if (tally.count > (severity === 'error' ? KEPT_ERRORS_PER_CODE : KEPT_PER_CODE)) {
      tally.folded++;
      tally.first ??= this.#make(code, severity, row, column, sentence);
      return;
    }
    this.#issues.push(this.#make(code, severity, row, column, sentence));
  }

  #make(code: string, severity: IssueSeverity, row: number, column: number, sentence: Sentence): RowIssue {
    const cell = cellAddress(this.#sheet, row, Math.max(column, 0));
    return { code, severity, message: say`${sentence} (${cell}).`, row, column, cell };
  }

  /** How often a code was said, folded ones included. */
  count(code: string): number {
    return this.#counts.get(code)?.count ?? 0;
  }

  /** All issues by row, then column; folded ones at the row where folding began. */
  finish(): readonly RowIssue[] {
    const all = this.#issues.slice();
    for (const { folded, first } of this.#counts.values()) {
      if (first === null) continue;
      all.push({ ...first, message: say`${grouped(folded)} more rows like this one: ${first.message}` });
    }
    return all.sort(
      (a, b) => a.row - b.row || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
  }
}
