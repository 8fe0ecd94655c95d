/** What is said once per sheet: rows and columns out of sight, assumptions about currency, direction and columns. */
import type { Sheet } from '../book';
import { columnLetters } from '../address';
import type { IssueLog } from './issues';
import type { Layout } from './layout';
import type { UnitDecision } from './moneyUnit';
import { CANDIDATE } from './rows';
import type { Sides } from './sides';
import { grouped } from './text';
import { say, word, type Sentence } from '../sentence';

/** O(hidden rows + columns). `verdict` tells which rows are deals in the making. */
export function saySheet(
  sheet: Sheet,
  layout: Layout,
  verdict: Uint8Array,
  log: IssueLog,
  unit: UnitDecision,
  sides: Sides,
): void {
  const { dataTop: top, area, columnOf } = layout;
  const head = layout.heading.rows?.first ?? area.top;
  const hidden = (rows: readonly number[], code: string, what: (many: string) => Sentence): void => {
    const inside = rows.filter((row) => row >= top && row <= area.bottom && verdict[row - top] === CANDIDATE);
    if (inside.length > 0) log.cell(code, 'info', inside[0], -1, what(grouped(inside.length)));
  };
  hidden(sheet.hiddenRows, 'hidden-rows', (many) => say`${many} rows of deals are hidden and counted`);
  hidden(
    sheet.filter?.hiddenRows ?? [],
    'filtered-rows',
    (many) => say`${many} rows of deals are out of sight under a filter and counted`,
  );
  for (const decision of layout.columns) {
    if (decision.role !== null && sheet.hiddenColumns.includes(decision.column)) {
      log.cell(
        'hidden-column',
        'info',
        head,
        decision.column,
        say`Column ${columnLetters(decision.column)} (${word(decision.role)}) is hidden and used`,
      );
    }
  }
  if (unit.bareDollar)
    log.cell(
      'dollar-which',
      'info',
      head,
      columnOf.amount,
      say`The sheet writes "$" and no country; US dollars are assumed`,
    );
  if (unit.currencyAssumed && unit.currency !== null)
    log.cell(
      'currency-assumed',
      'info',
      head,
      columnOf.amount,
      say`Some amounts name no currency; they are read as ${unit.currency}`,
    );
  if (sides.unsaid !== null)
    log.cell(
      'direction-from-flag',
      'info',
      head,
      columnOf.direction,
      say`Payer and receiver follow the direction column: out and buy pay, in and sell receive`,
    );
  if (layout.assumed)
    log.cell(
      'columns-assumed',
      'warning',
      area.top,
      area.left,
      say`There is no heading; two text columns are read as payer and receiver, the number column after them as the amount`,
    );
  if (layout.columnsCut)
    log.cell(
      'columns-cut',
      'warning',
      head,
      area.left,
      say`The table is wider than 256 columns; the rest is not read`,
    );
  if (columnOf.kind < 0 && columnOf.class < 0) {
    log.cell(
      'no-kinds',
      'info',
      head,
      area.left,
      say`No column tells kinds of deals, so measures that need kinds are left out`,
    );
  }
}
