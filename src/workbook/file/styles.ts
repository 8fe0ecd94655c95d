/** The styles part, of which only the number formats matter here. */
import { builtinFormat } from './formats';
import type { Package } from './package';
import { countOf, readElements } from './xmlParts';

export const GENERAL = 0;
/** For cells whose date is written as a date in the file and whose style does not say how to show it. */
export const ISO_DATE = 1;
const MOST_FORMATS = 0xffff;

export interface Styles {
  /** Distinct number formats; 0 is 'General', 1 a plain date. */
  readonly formats: readonly string[];
  /** Index into `formats` of each cell style (attribute s of a cell). */
  readonly formatOfStyle: Uint16Array;
}

export async function readStyles(pack: Package, part: string | null): Promise<Styles> {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  if (part !== null)
    await pack.read(part, (bytes) =>
      readElements(bytes, part, pack.opening, ({ name, path, attribute }) => {
        const parent = path[path.length - 1];
        if (name === 'numFmt' && parent === 'numFmts')
          custom.set(countOf(attribute('numFmtId'), -1), attribute('formatCode') ?? 'General');
        else if (name === 'xf' && parent === 'cellXfs') ids.push(countOf(attribute('numFmtId'), 0));
      }),
    );
  const formats = ['General', 'yyyy-mm-dd'];
  const indexOf = new Map(formats.map((format, index) => [format, index]));
  const formatOfStyle = new Uint16Array(ids.length);
  ids.forEach((id, style) => {
    const format = custom.get(id) ?? builtinFormat(id);
    let index = indexOf.get(format);
    if (index === undefined) {
      index = formats.length < MOST_FORMATS ? formats.push(format) - 1 : GENERAL;
      indexOf.set(format, index);
    }
    formatOfStyle[style] = index;
  });
  return { formats, formatOfStyle };
}
