/**
 * The boxes of notes: shapes in a drawing of Excel 97 (VML), which Excel and LibreOffice want beside the texts.
 *
 * Such drawings are not always XML that a parser would pass, so they are changed as text: ours are put in and taken out,
 * every other byte stays.
 */

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const TYPE_ID = '_x0000_t202';
const SHAPE_TYPE = `<v:shapetype ${NAMESPACES} id="${TYPE_ID}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
/** Ids of shapes come in blocks of so many, one or more for each drawing. */
const BLOCK = 1024;

export interface NoteBox {
  readonly row: number;
  readonly column: number;
  /** Left column and pixels in it, top row and pixels, right column and pixels, bottom row and pixels. */
  readonly anchor: readonly number[];
}

/** A drawing without shapes. `block` is one that no other drawing has. */
export function emptyDrawing(block: number): string {
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;
}

/** The blocks of ids that drawings have taken. */
export function blocksOf(drawing: string): number[] {
  return [...drawing.matchAll(/<[^<>]*\bidmap\b[^<>]*\bdata\s*=\s*["']([\d, ]{1,200})["']/g)].flatMap(
    (found) => found[1].split(',').map(Number),
  );
}

export function withBoxes(drawing: string, boxes: readonly NoteBox[]): string {
  const end = drawing.lastIndexOf('</');
  if (end < 0) return drawing;
  let id = Math.max(BLOCK * (blocksOf(drawing).at(-1) ?? 1), ...idsIn(drawing));
  const type = drawing.includes(`id="${TYPE_ID}"`) ? '' : SHAPE_TYPE;
  const shapes = boxes.map((box) => shapeOf(box, ++id));
  return drawing.slice(0, end) + type + shapes.join('') + drawing.slice(end);
}

/** Without the boxes of the notes on these cells. */
export function withoutBoxes(drawing: string, cells: readonly { row: number; column: number }[]): string {
  const gone = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  let text = '';
  let at = 0;
  for (const { from, to } of shapesIn(drawing)) {
    const shape = drawing.slice(from, to);
    if (!/ObjectType\s*=\s*["']Note["']/.test(shape)) continue;
    if (!gone.has(`${numberIn(shape, 'Row')} ${numberIn(shape, 'Column')}`)) continue;
    text += drawing.slice(at, from);
    at = to;
  }
  text += drawing.slice(at);
  const uses = text.split(`#${TYPE_ID}`).length - 1;
  return uses === 0 ? text.replace(SHAPE_TYPE, '') : text;
}

export function hasShapes(drawing: string): boolean {
  return /<[^\s/<>]*:?(?:shape|group|rect|oval|line|roundrect|image)[\s>]/.test(drawing);
}

function idsIn(drawing: string): number[] {
  return [...drawing.matchAll(/_x0000_s(\d{1,9})/g)].map((found) => Number(found[1]));
}

/** Where shapes begin and end; those of notes do not lie in one another. */
function* shapesIn(drawing: string): Generator<{ readonly from: number; readonly to: number }> {
  const start = /<([^\s/<>]*:)?shape(?=[\s>])/g;
  for (let found = start.exec(drawing); found !== null; found = start.exec(drawing)) {
    const close = `</${found[1] ?? ''}shape>`;
    const end = drawing.indexOf(close, start.lastIndex);
    if (end < 0) return;
    yield { from: found.index, to: end + close.length };
    start.lastIndex = end;
  }
}

function numberIn(shape: string, name: string): number {
  const found = new RegExp(`<(?:[^\\s/<>]*:)?${name}>\\s*(\\d{1,7})\\s*<`).exec(shape);
  return found === null ? -1 : Number(found[1]);
}

function shapeOf({ row, column, anchor }: NoteBox, id: number): string {
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${id}" type="#${TYPE_ID}" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
