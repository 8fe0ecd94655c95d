/** The money-flow drawing as a picture for a sheet: the same geometry and colours as in the pane. */
import type { Analysis } from '../../engine/index';
import type { Picture, PictureText } from '../../workbook/pictures';
import { flowLayout } from '../layout/flowLayout';
import type { FlowHead, FlowLabel, FlowLayout, FlowText } from '../layout/types';
import { lightPalette } from '../svg/palettes';

type Shape = Picture['shapes'][number];

const hex = (color: string): string => color.slice(1).toUpperCase();
const { accent, accentFill, faint, ink, node, nodeLine, onAccent, paper, plain, quiet } = lightPalette;

/** null where there is no loop to show. */
export function flowPicture(analysis: Analysis, width: number): Picture | null {
  if (analysis.loops.length === 0) return null;
  const layout = flowLayout(analysis, { width, selected: analysis.loops[0].rank });
  const { height, description } = layout;
  return { width: layout.width, height, description, shapes: shapesOf(layout) };
}

function shapesOf(layout: FlowLayout): Shape[] {
  return [
    ...layout.arrows.flatMap(({ path, width, dash, head, state }) => {
      const color = { plain, lit: accent, faint }[state];
      return [shaft(path, width, dash, color), headOf(head, color, width)];
    }),
    ...layout.nodes.flatMap(({ box, radius, state, lines }): Shape[] => [
      {
        kind: 'box',
        ...box,
        radius,
        fill: hex(state === 'lit' ? accentFill : node),
        stroke: hex(state === 'lit' ? accent : nodeLine),
      },
      ...lines.map((line) => textOf(line, state === 'faint' ? quiet : ink)),
    ]),
    ...layout.labels.flatMap(labelOf),
    ...layout.legend.flatMap(({ badge, numberText, arrow, text }): Shape[] => [
      ...badgeOf(badge, numberText, layout.arrows[arrow].state === 'lit'),
      textOf(text, ink),
    ]),
    ...layout.key.flatMap(({ path, width, dash, head, text }): Shape[] => [
      shaft(path, width, dash, quiet),
      headOf(head, quiet, width),
      textOf(text, quiet),
    ]),
    ...layout.foot.map((text) => textOf(text, quiet)),
  ];
}

function shaft(path: string, width: number, dash: readonly number[], color: string): Shape {
  return { kind: 'path', path, fill: null, stroke: hex(color), width, dashed: dash.length > 0 };
}

function headOf({ path, filled, shape }: FlowHead, color: string, width: number): Shape {
  const fill = filled ? hex(color) : shape === 'chevron' ? null : hex(paper);
  const line = filled ? 1 : Math.max(1.25, Math.min(2.25, width * 0.4));
  return { kind: 'path', path, fill, stroke: hex(color), width: line, dashed: false };
}

function labelOf({ box, number, text, state }: FlowLabel): Shape[] {
  if (number !== null) return badgeOf(box, text, state === 'lit');
  return [
    { kind: 'box', ...box, radius: 3, fill: hex(paper), stroke: null },
    textOf(text, state === 'lit' ? accent : ink),
  ];
}

function badgeOf(box: FlowLabel['box'], text: FlowText, isLit: boolean): Shape[] {
  return [
    { kind: 'box', ...box, radius: box.width / 2, fill: hex(isLit ? accent : quiet), stroke: null },
    textOf(text, isLit ? onAccent : paper),
  ];
}

function textOf({ text, x, y, anchor, size, bold }: FlowText, color: string): PictureText {
  return { kind: 'text', text, x, y, anchor, size, bold, color: hex(color) };
}
