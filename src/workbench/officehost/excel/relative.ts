/** Formulas in R1C1 style, as some add-ins write and read them; the workbook keeps A1 style. */
import type { Area } from '../../../engine/index';
import { fromR1C1, toR1C1 } from '../../formulas/r1c1';
import { HostError } from '../core/errors';
import type { Session } from '../core/objects';
import { apiValue } from './cells';

export function formulasR1C1(session: Session, sheet: string, area: Area): unknown[][] {
  const values = session.model.values(sheet, area);
  return session.model.formulas(sheet, area).map((row, r) =>
    row.map((cell, c) =>
      // Text that looks like a formula is its own value.
      typeof cell === 'string' && cell.startsWith('=') && cell !== values[r][c]
        ? toR1C1(cell, area.top + r, area.left + c)
        : apiValue(cell),
    ),
  );
}

/** The same input with its formulas in A1 style; one for all cells is written out for each. */
export function absolute(given: unknown, area: Area): unknown {
  const rows = Array.isArray(given) ? (given as unknown[]) : [[given]];
  const isOne = rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1;
  const line = (value: unknown, row: number, column: number): unknown => {
    if (typeof value !== 'string' || !value.startsWith('=') || value.length < 2) return value;
    const formula = fromR1C1(value, row, column);
    if (formula === null) throw new HostError('InvalidArgument');
    return formula;
  };
  if (!isOne) {
    return rows.map((row, r) =>
      Array.isArray(row) ? row.map((value, c) => line(value, area.top + r, area.left + c)) : row,
    );
  }
  const value: unknown = (rows[0] as unknown[])[0];
  if (typeof value !== 'string' || !value.startsWith('=')) return value;
  return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
    Array.from({ length: area.right - area.left + 1 }, (__, c) => line(value, area.top + r, area.left + c)),
  );
}
