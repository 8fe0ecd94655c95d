/** A picture of shapes as DrawingML: one group, so that it is moved, copied and deleted as one. */
import {
  pictureName,
  type Picture,
  type PictureBox,
  type PicturePath,
  type PictureText,
} from '../../pictures';
import { plainXml } from './xmlText';

/** EMU of a pixel. */
const unit = 9_525;
const emu = (pixels: number): number => Math.round(pixels * unit);

export interface PicturePlace {
  readonly row: number;
  readonly column: number;
}

/** An anchor with its namespaces; `id` is the first of as many as the picture has shapes. */
export function anchorXml(
  picture: Picture,
  { row, column }: PicturePlace,
  id: number,
  namespaces: Namespaces,
): string {
  const [width, height] = [emu(picture.width), emu(picture.height)];
  const shapes = picture.shapes.map((shape, index) => shapeXml(shape, id + 1 + index)).join('');
  const size = `<a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/>`;
  return (
    `<xdr:oneCellAnchor xmlns:xdr="${namespaces.drawing}" xmlns:a="${namespaces.main}">` +
    `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${width}" cy="${height}"/>` +
    `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="${id}" name="${pictureName}" descr="${plainXml(picture.description)}"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>` +
    `<xdr:grpSpPr><a:xfrm>${size}<a:chOff x="0" y="0"/><a:chExt cx="${width}" cy="${height}"/></a:xfrm></xdr:grpSpPr>${shapes}</xdr:grpSp>` +
    '<xdr:clientData/></xdr:oneCellAnchor>'
  );
}

export interface Namespaces {
  readonly drawing: string;
  readonly main: string;
}

export function namespacesOf(isStrict: boolean): Namespaces {
  return isStrict
    ? {
        drawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
        main: 'http://purl.oclc.org/ooxml/drawingml/main',
      }
    : {
        drawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
        main: 'http://schemas.openxmlformats.org/drawingml/2006/main',
      };
}

function shapeXml(shape: Picture['shapes'][number], id: number): string {
  switch (shape.kind) {
    case 'path':
      return pathXml(shape, id);
    case 'box':
      return boxXml(shape, id);
    case 'text':
      return textXml(shape, id);
  }
}

function sp(id: number, attributes: string, properties: string, text: string): string {
  return `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${id}" name="Looplens ${id}"/><xdr:cNvSpPr${attributes}/></xdr:nvSpPr><xdr:spPr>${properties}</xdr:spPr>${text}</xdr:sp>`;
}

function frame(x: number, y: number, width: number, height: number): string {
  return `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

function fillXml(color: string | null): string {
  return color === null ? '<a:noFill/>' : `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function lineXml(color: string | null, width: number, dashed: boolean): string {
  if (color === null) return '<a:ln><a:noFill/></a:ln>';
  const dash = dashed ? '<a:prstDash val="dash"/>' : '';
  return `<a:ln w="${emu(width)}" cap="flat">${fillXml(color)}${dash}<a:round/></a:ln>`;
}

function boxXml({ x, y, width, height, radius, fill, stroke }: PictureBox, id: number): string {
  const rounded = Math.min(50_000, Math.round((100_000 * radius) / Math.max(1, Math.min(width, height))));
  const geometry = `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${rounded}"/></a:avLst></a:prstGeom>`;
  return sp(id, '', frame(x, y, width, height) + geometry + fillXml(fill) + lineXml(stroke, 1, false), '');
}

/** The sheet's own font where it is there; Korean in one that has it. */
const font = '<a:latin typeface="Calibri"/><a:ea typeface="Malgun Gothic"/>';

/** A text hangs at its middle line: no program then moves it by how it measures the height of letters. */
function textXml({ text, x, y, anchor, size, bold, color }: PictureText, id: number): string {
  const width = text.length * size + 12;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const height = size * 1.6;
  const align = { start: 'l', middle: 'ctr', end: 'r' }[anchor];
  const run = `<a:rPr lang="en-US" sz="${Math.round(size * 75)}"${bold ? ' b="1"' : ''}>${fillXml(color)}${font}</a:rPr><a:t>${plainXml(text)}</a:t>`;
  return sp(
    id,
    ' txBox="1"',
    `${frame(left, y - size * 0.36 - height / 2, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`,
    `<xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="${align}"/><a:r>${run}</a:r></a:p></xdr:txBody>`,
  );
}

type Point = readonly [x: number, y: number];
interface Step {
  readonly command: string;
  readonly points: readonly Point[];
  readonly radius: number;
}

function pathXml({ path, fill, stroke, width, dashed }: PicturePath, id: number): string {
  const steps = stepsOf(path);
  const around = boundsOf(steps);
  const [left, top] = [around.left, around.top];
  const [across, down] = [Math.max(0.1, around.right - left), Math.max(0.1, around.bottom - top)];
  const at = ([x, y]: Point): string => `<a:pt x="${emu(x - left)}" y="${emu(y - top)}"/>`;
  let from: Point = [left, top];
  const drawn = steps.map((step): string => {
    const { command, points, radius } = step;
    const to = points[points.length - 1] ?? from;
    const start = from;
    from = to;
    switch (command) {
      case 'M':
        return `<a:moveTo>${at(to)}</a:moveTo>`;
      case 'L':
        return `<a:lnTo>${at(to)}</a:lnTo>`;
      case 'Q':
        return `<a:quadBezTo>${points.map(at).join('')}</a:quadBezTo>`;
      case 'A': {
        // Half a circle: its centre lies between its ends. Angles in sixtieths of a thousandth of a degree.
        const angle = Math.atan2((start[1] - to[1]) / 2, (start[0] - to[0]) / 2);
        const degrees = ((angle * 180) / Math.PI + 360) % 360;
        return `<a:arcTo wR="${emu(radius)}" hR="${emu(radius)}" stAng="${Math.round(degrees * 60_000)}" swAng="10800000"/>`;
      }
      default:
        return '<a:close/>';
    }
  });
  const isOpen = fill === null;
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${emu(across)}" h="${emu(down)}"${isOpen ? ' fill="none"' : ''}>${drawn.join('')}</a:path></a:pathLst></a:custGeom>`;
  return sp(
    id,
    '',
    frame(left, top, across, down) + geometry + fillXml(fill) + lineXml(stroke, width, dashed),
    '',
  );
}

function stepsOf(path: string): Step[] {
  return [...path.matchAll(/([MLQAZ])([^MLQAZ]*)/g)].map(([, command, rest]): Step => {
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const points: Point[] = [];
    for (let at = command === 'A' ? 5 : 0; at + 1 < numbers.length; at += 2)
      points.push([numbers[at], numbers[at + 1]]);
    return { command, points, radius: command === 'A' ? numbers[0] : 0 };
  });
}

function boundsOf(steps: readonly Step[]): { left: number; top: number; right: number; bottom: number } {
  const all = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { points } of steps)
    for (const [x, y] of points) {
      all.left = Math.min(all.left, x);
      all.top = Math.min(all.top, y);
      all.right = Math.max(all.right, x);
      all.bottom = Math.max(all.bottom, y);
    }
  return Number.isFinite(all.left) ? all : { left: 0, top: 0, right: 0, bottom: 0 };
}
