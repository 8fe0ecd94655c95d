/** A plan for a reader: everything that will be written, cell by cell. */
import { areaAddress, cellAddress } from '../../engine/index';
import { describeOperation } from '../../workbook/operations';
import type { NewCell, Operation } from '../../workbook/port';
import { visible } from '../visible';

/** One line for each change; looks and number formats of the report's own sheet are counted. */
export function listingOf(operations: readonly Operation[]): string[] {
  const lines: string[] = [];
  let [formats, last] = [0, ''];
  for (const operation of operations) {
    switch (operation.kind) {
      case 'write':
        lines.push(...written(operation));
        break;
      case 'look':
      case 'number-formats':
        formats++;
        last = operation.sheet;
        break;
      case 'add-comment':
        lines.push(
          `${visible(cellAddress(operation.sheet, operation.row, operation.column))}  comment: ${visible(operation.text)}`,
        );
        break;
      case 'highlight':
        lines.push(
          ...operation.areas.map(
            (area) =>
              `${visible(areaAddress(operation.sheet, area))}  highlight (a rule; the cells keep their formats)`,
          ),
        );
        break;
      default:
        lines.push(visible(describeOperation(operation)));
    }
  }
  if (formats > 0) lines.push(`${formats} looks and number formats on the sheet "${visible(last)}"`);
  return lines;
}

function written({ sheet, area, cells }: Extract<Operation, { kind: 'write' }>): string[] {
  if (cells.every((row) => row.every((cell) => cell === null)))
    return [`${visible(areaAddress(sheet, area))}  made empty`];
  return cells.flatMap((row, down) =>
    row.flatMap((cell, across) => {
      const text = shown(cell);
      const address = cellAddress(sheet, area.top + down, area.left + across);
      return text === null ? [] : [`${visible(address)}  ${text}`];
    }),
  );
}

/** null for a cell that is left or made empty. */
function shown(cell: NewCell): string | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return `"${visible(cell)}"`;
  if (typeof cell === 'object') return visible(cell.formula);
  return String(cell);
}
