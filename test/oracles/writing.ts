/** Cells written from a place on, as an operation. */
import { parseArea } from '../../src/engine/index';
import type { NewCell, Operation } from '../../src/workbook/port';

export function writing(at: string, cells: NewCell[][], sheet = 'Sheet1'): Operation {
  const start = parseArea(at) ?? { top: 0, left: 0 };
  const area = {
    top: start.top,
    left: start.left,
    bottom: start.top + cells.length - 1,
    right: start.left + cells[0].length - 1,
  };
  return { kind: 'write', sheet, area, cells };
}
