/// <reference types="office-js" />
/** Gives cells a look. What it does not speak of is not touched. */
import type { Area } from '../../engine/index';
import type { CellLook } from '../looks';

const horizontal = { left: 'Left', center: 'Center', right: 'Right' } as const;
const vertical = { top: 'Top', center: 'Center' } as const;

export function queueLook({ format }: Excel.Range, area: Area, look: CellLook): void {
  const { font } = format;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.size !== undefined) font.size = look.size;
  if (look.color !== undefined) font.color = `#${look.color}`;
  // Before the indent, which makes cells without an alignment stand on the left.
  if (look.align !== undefined) format.horizontalAlignment = horizontal[look.align];
  if (look.vertical !== undefined) format.verticalAlignment = vertical[look.vertical];
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  // Every cell has its line, and the line between two rows is below the one and above the other.
  const between = look.below ?? look.above;
  if (look.above !== undefined) line(format, 'EdgeTop', look.above);
  if (look.below !== undefined) line(format, 'EdgeBottom', look.below);
  if (between !== undefined && area.bottom > area.top) line(format, 'InsideHorizontal', between);
}

function line(
  { borders }: Excel.RangeFormat,
  side: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal',
  color: string,
): void {
  const border = borders.getItem(side);
  border.style = 'Continuous';
  border.weight = 'Thin';
  border.color = `#${color}`;
}
