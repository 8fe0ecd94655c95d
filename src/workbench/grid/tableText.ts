/** What a reference to a table is called in the engine. */
import { areaAddress, type Area } from '../../engine/index';
import type { TableReference } from './tableReference';
import { engineBracket, engineColumn } from './tableReference';

export interface Title {
  readonly title: string;
  /** Columns from the first one of the table. */
  readonly offset: number;
}

export interface NamedTable {
  readonly name: string;
  /** Name of its sheet. */
  readonly sheet: string;
  /** With heading and totals row. */
  readonly area: Area;
  readonly hasHeading: boolean;
  readonly hasTotals: boolean;
  /** Columns by their name in small letters, as the engine spells it. */
  readonly titles: ReadonlyMap<string, Title>;
}

/** The engine takes the body of a table alone for its data: what lies outside becomes cells. */
export function referenceText(table: NamedTable, { sections, columns }: TableReference): string {
  const found = columns.map((column) => table.titles.get(engineColumn(column).toLowerCase()));
  const section = sections.length === 1 ? sections[0].toLowerCase() : '';
  const wantsCells =
    section === '#totals' ||
    (table.hasTotals && section === '#all') ||
    (!table.hasHeading && section === '#headers');
  if (!wantsCells) {
    // Names as the heading writes them: the engine knows no other spelling.
    const spelled = columns.map((column, index) => found[index]?.title ?? column);
    return table.name + engineBracket({ sections, columns: spelled });
  }
  const hasRow = section === '#totals' ? table.hasTotals : section === '#all';
  if (!hasRow || found.includes(undefined)) return '#REF!';
  const offsets = found.map((column) => column?.offset ?? 0);
  const { top, left, bottom, right } = table.area;
  const address = areaAddress(table.sheet, {
    top: section === '#totals' ? bottom : top,
    bottom,
    left: offsets.length > 0 ? left + Math.min(...offsets) : left,
    right: offsets.length > 0 ? left + Math.max(...offsets) : right,
  });
  // Copied to other cells it is to mean the same ones.
  return address.replace(/([A-Z]+)(\d+)(?=:|$)/g, '$$$1$$$2');
}
