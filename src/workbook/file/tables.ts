/** Tables (ListObjects) of a sheet: name, area, heading and totals rows, and the filter of the table. */
import type { Area } from '../../engine/index';
import { parseArea } from '../../engine/index';
import type { Package } from './package';
import { countOf, readElements } from './xmlParts';

export interface FileTable {
  readonly name: string;
  readonly area: Area;
  readonly headingRows: number;
  readonly totalsRows: number;
  /** The filter of the table, and whether it has a criterion; null without a filter. */
  readonly filter: FileFilter | null;
}

export interface FileFilter {
  readonly area: Area;
  readonly filtering: boolean;
}

/** The tables of a sheet. One whose area cannot be read is left out, with a note. */
export async function readTables(pack: Package, sheetPart: string): Promise<FileTable[]> {
  const tables: FileTable[] = [];
  for (const { type, part } of await pack.relationships(sheetPart)) {
    if (type !== 'table' || part === null || !pack.has(part)) continue;
    const table = await pack.read(part, (bytes) => readTable(bytes, part, pack));
    if (table !== null) tables.push(table);
  }
  return tables;
}

function readTable(bytes: Uint8Array, part: string, pack: Package): FileTable | null {
  let name = '';
  let ref = '';
  let headingRows = 1;
  let totalsRows = 0;
  let filterRef: string | undefined;
  let filtering = false;
  readElements(bytes, part, pack.opening, (element) => {
    const { path, attribute } = element;
    if (path.length === 0) {
      name = attribute('displayName') ?? attribute('name') ?? '';
      ref = attribute('ref') ?? '';
      headingRows = countOf(attribute('headerRowCount'), 1);
      totalsRows = countOf(attribute('totalsRowCount'), 0);
    } else if (element.name === 'autoFilter' && path.length === 1) filterRef = attribute('ref') ?? ref;
    else if (path.length === 3 && path[1] === 'autoFilter' && path[2] === 'filterColumn') filtering = true;
  });
  const area = parseArea(ref);
  if (area === null || name === '') {
    pack.opening.note(`Table "${name}" was not read: its area "${ref}" is no range of cells.`);
    return null;
  }
  const filterArea = filterRef === undefined ? null : parseArea(filterRef);
  return {
    name,
    area,
    headingRows,
    totalsRows,
    filter: filterArea === null ? null : { area: filterArea, filtering },
  };
}
