/** What of a sheet is not cells: hidden rows and columns, the filter, merged areas. */
import type { Area } from '../../engine/index';
import { parseArea } from '../../engine/index';
import { wholeNumber } from './numbers';
import type { Opening } from './opening';
import { grouped } from './opening';
import type { FileFilter } from './tables';
import { nameHash, type XmlScanner } from './xmlScanner';

const REF = nameHash('ref');
const HIDDEN = nameHash('hidden');
const MIN = nameHash('min');
const MAX = nameHash('max');

export class SheetView {
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly merges: Area[] = [];
  filter: FileFilter | null = null;
  private brokenMerges = 0;
  private columnsNamed = 0;

  constructor(
    private readonly sheet: string,
    private readonly opening: Opening,
  ) {}

  /** <autoFilter> */
  autoFilter(scanner: XmlScanner): void {
    const area = parseArea(valueOf(scanner, REF));
    if (area !== null) this.filter = { area, filtering: false };
  }

  /** Anything inside <filterColumn>. */
  filterCriterion(): void {
    if (this.filter !== null) this.filter = { area: this.filter.area, filtering: true };
  }

  /** <col> */
  column(scanner: XmlScanner): void {
    let first = -1;
    let last = -1;
    let hidden = false;
    for (let index = 0; index < scanner.attributes; index++) {
      const name = scanner.attributeName[index];
      if (name === MIN) first = wholeOf(scanner, index) - 1;
      else if (name === MAX) last = wholeOf(scanner, index) - 1;
      else if (name === HIDDEN) hidden = isOnText(scanner.attributeText(index));
    }
    if (!hidden || first < 0) return;
    // A rule on the whole width hides what is there; there is nothing beyond the last column.
    last = Math.min(last, this.opening.limits.columns - 1);
    // Rules do not overlap in an honest file, so together they name no more columns than there are.
    this.columnsNamed += Math.max(0, last - first + 1);
    if (this.columnsNamed > this.opening.limits.columns)
      throw this.opening.tooManyColumns(this.sheet, this.columnsNamed);
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column);
  }

  /** <mergeCell> */
  merge(scanner: XmlScanner): void {
    const area = parseArea(valueOf(scanner, REF));
    if (area === null) this.brokenMerges++;
    else if (this.merges.push(area) > this.opening.limits.merges)
      throw this.opening.over(
        'too-many-merges',
        `has ${grouped(this.merges.length)} merged areas in "${this.sheet}"`,
        'merges',
      );
  }

  /** To be called after the end: notes what could not be read. */
  finish(): void {
    if (this.brokenMerges > 0)
      this.opening.note(
        `Merged areas of "${this.sheet}" that are no ranges of cells were not read: ${grouped(this.brokenMerges)}.`,
      );
    for (let index = 1; index < this.hiddenRows.length; index++)
      if (this.hiddenRows[index] <= this.hiddenRows[index - 1]) {
        const sorted = [...new Set(this.hiddenRows)].sort((a, b) => a - b);
        this.hiddenRows.length = 0;
        for (const row of sorted) this.hiddenRows.push(row);
        return;
      }
  }
}

/** The text of an attribute; '' where it is missing. */
export function valueOf(scanner: XmlScanner, name: number): string {
  for (let index = 0; index < scanner.attributes; index++)
    if (scanner.attributeName[index] === name) return scanner.attributeText(index);
  return '';
}

/** The whole number in an attribute; -1 for anything else. */
export function wholeOf(scanner: XmlScanner, index: number): number {
  const direct = wholeNumber(scanner.bytes, scanner.attributeFrom[index], scanner.attributeTo[index]);
  if (direct >= 0) return direct;
  const text = scanner.attributeText(index).trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

export function isOnText(text: string): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
