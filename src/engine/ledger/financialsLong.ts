/** One row per company and period, amounts in columns -> lines. O(rows x amount columns). */
import { figure } from './figure';
import type { Context, Draft } from './figureDrafts';
import { draft, hasFigures, periodOfCell } from './figureDrafts';
import { amountRoles } from './financialWords';
import { cellText, quoted, tidy } from './text';
import { isTotalLabel } from './totals';
import type { FinancialRole } from './types';
import type { UnitHint } from './unitHint';
import { unitOfHeading } from './unitHint';
import { say } from '../sentence';

export function longLines(context: Context): Draft[] {
  const { sheet, layout, log } = context;
  const { columnOf } = layout;
  const heading = (column: number): string =>
    layout.columns.find((decision) => decision.column === column)?.heading ?? '';
  const units = new Map<FinancialRole, UnitHint>(
    amountRoles.map((role) => [role, unitOfHeading(columnOf[role] < 0 ? '' : heading(columnOf[role]))]),
  );
  const text = (row: number, column: number): string =>
    column < 0 ? '' : cellText(sheet.grid.at(row, column));
  const lines: Draft[] = [];
  for (let row = layout.dataTop; row <= context.bottom; row++) {
    const party = columnOf.party < 0 ? '' : tidy(text(row, columnOf.party));
    if (columnOf.party >= 0 && party === '') continue;
    if (isTotalLabel(party)) {
      log.cell('total-row', 'info', row, columnOf.party, say`Row ${quoted(party)} is a total, not a company`);
      continue;
    }
    const period =
      columnOf.period < 0 ? { text: '', span: null } : periodOfCell(context, row, columnOf.period);
    const line = draft(row, party, period.text, period.span);
    for (const role of amountRoles) {
      const column = columnOf[role];
      const unit = units.get(role);
      if (column >= 0 && unit !== undefined)
        line[role] = figure(context, sheet.grid.at(row, column), row, column, role, unit);
    }
    line.source = text(row, columnOf.source);
    line.grade = text(row, columnOf.grade);
    if (hasFigures(line)) lines.push(line);
    else if (party !== '')
      log.cell('no-figures', 'info', row, -1, say`${quoted(party)} has no figure in this row`);
  }
  return lines;
}
