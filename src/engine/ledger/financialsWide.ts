/** One row per item, one column per period, one company per block -> lines. O(rows x periods). */
import { figure } from './figure';
import type { Context, Draft } from './figureDrafts';
import { draft, hasFigures, periodOfCell } from './figureDrafts';
import { itemOfLabel } from './financialWords';
import { cellText, folded, isBlank, quoted } from './text';
import { unitOfHeading } from './unitHint';
import { say } from '../sentence';

/** A corner cell that says what the labels are, not whose they are. */
const CORNER =
  /^(?:item|items|metric|metrics|line item|fiscal year|year|period|in|units?|항목|구분|계정|과목|단위|)$/;

export function wideLines(context: Context): Draft[] {
  const { sheet, layout, log } = context;
  const { itemColumn, partyColumn, periods } = layout;
  const heads = periods.map((period) => periodOfCell(context, layout.dataTop - 1, period.column));
  const corner = cellText(sheet.grid.at(layout.dataTop - 1, itemColumn));
  const cornerUnit = unitOfHeading(corner);
  const isName =
    !CORNER.test(folded(corner).replace(/\(.*$/, '').trim()) &&
    cornerUnit.exponent < 0 &&
    cornerUnit.currency === null;
  let party = isName ? corner : titleAbove(context);
  let lines: Draft[] = [];
  const done: Draft[] = [];
  const flush = (): void => {
    for (const line of lines) if (hasFigures(line)) done.push(line);
    lines = [];
  };
  for (let row = layout.dataTop; row <= context.bottom; row++) {
    const label = cellText(sheet.grid.at(row, itemColumn));
    const own = partyColumn < 0 ? '' : cellText(sheet.grid.at(row, partyColumn));
    if (own !== '' && folded(own) !== folded(party)) {
      flush();
      party = own;
    }
    if (label === '') continue;
    const role = itemOfLabel(label);
    const empty = periods.every((period) => isBlank(sheet.grid.at(row, period.column)));
    if (role === null) {
      if (empty && partyColumn < 0) {
        flush();
        party = label;
      }
      continue;
    }
    const unit = unitOfHeading(label);
    const known = {
      ...unit,
      exponent: unit.exponent >= 0 ? unit.exponent : cornerUnit.exponent,
      currency: unit.currency ?? cornerUnit.currency,
    };
    periods.forEach((period, k) => {
      lines[k] ??= draft(row, party, heads[k].text, heads[k].span, period.column);
      if (Number.isNaN(lines[k][role])) {
        lines[k][role] = figure(context, sheet.grid.at(row, period.column), row, period.column, role, known);
        lines[k].itemRows[role] = row;
      } else
        log.cell(
          'item-repeated',
          'warning',
          row,
          itemColumn,
          say`Item ${quoted(label)} stands twice for ${quoted(party)}; the first is used`,
        );
    });
  }
  flush();
  return done;
}

/** The name over a wide block: the nearest text above the heading that is no unit line. */
function titleAbove(context: Context): string {
  const { sheet, layout } = context;
  for (let row = layout.dataTop - 2; row >= Math.max(sheet.grid.top, layout.dataTop - 6); row--) {
    const text = cellText(sheet.grid.at(row, layout.itemColumn));
    if (text === '') continue;
    if (unitOfHeading(text).exponent < 0) return text;
  }
  return '';
}
