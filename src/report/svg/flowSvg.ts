/**
 * The money-flow drawing as an SVG of its own: no script, no reference to anything outside, fonts of the system.
 * Colours are literals, because a picture in a report or on the clipboard has no style sheet.
 */
import type {
  FlowArrow,
  FlowHead,
  FlowLabel,
  FlowLayout,
  FlowNode,
  FlowState,
  FlowText,
} from '../layout/types';
import { element, escaped } from './markup';
import { lightPalette, type FlowPalette } from './palettes';

export interface FlowSvgOptions {
  readonly palette?: FlowPalette;
}

const fonts = "'Segoe UI', 'Malgun Gothic', sans-serif";

export function flowSvg(layout: FlowLayout, options: FlowSvgOptions = {}): string {
  const palette = options.palette ?? lightPalette;
  const { width, height } = layout;
  const content = [
    element('title', {}, escaped(layout.title)),
    element('desc', {}, escaped(layout.description)),
    element('rect', { width, height, fill: palette.paper }),
    ...layout.arrows.map((arrow) => arrowMarkup(arrow, palette)),
    ...layout.nodes.map((node) => nodeMarkup(node, palette)),
    ...layout.labels.map((label) => labelMarkup(label, palette)),
    ...layout.legend.flatMap((line) => [
      badge(line.badge, line.numberText, layout.arrows[line.arrow].state, palette),
      textMarkup(line.text, palette.ink),
    ]),
    ...layout.key.flatMap((item) => [
      shaft(item.path, item.width, item.dash, palette.quiet),
      headMarkup(item.head, palette.quiet, item.width, palette),
      textMarkup(item.text, palette.quiet),
    ]),
    ...layout.foot.map((text) => textMarkup(text, palette.quiet)),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fonts,
    },
    `\n${content.join('\n')}\n`,
  );
}

function arrowMarkup(arrow: FlowArrow, palette: FlowPalette): string {
  const colour = { plain: palette.plain, lit: palette.accent, faint: palette.faint }[arrow.state];
  return element(
    'g',
    {},
    element('title', {}, escaped(arrow.title)) +
      shaft(arrow.path, arrow.width, arrow.dash, colour) +
      headMarkup(arrow.head, colour, arrow.width, palette),
  );
}

function shaft(path: string, width: number, dash: readonly number[], stroke: string): string {
  return element('path', {
    d: path,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dash.length === 0 ? undefined : dash.join(' '),
  });
}

function headMarkup(
  { path, filled, shape }: FlowHead,
  colour: string,
  width: number,
  palette: FlowPalette,
): string {
  return element('path', {
    d: path,
    fill: filled ? colour : shape === 'chevron' ? 'none' : palette.paper,
    stroke: colour,
    'stroke-width': filled ? 1 : Math.max(1.25, Math.min(2.25, width * 0.4)),
    'stroke-linejoin': 'round',
  });
}

function nodeMarkup(node: FlowNode, palette: FlowPalette): string {
  const isLit = node.state === 'lit';
  const { x, y, width, height } = node.box;
  return element(
    'g',
    {},
    element('title', {}, escaped(node.title)) +
      element('rect', {
        x,
        y,
        width,
        height,
        rx: node.radius,
        fill: isLit ? palette.accentFill : palette.node,
        stroke: isLit ? palette.accent : palette.nodeLine,
        'stroke-width': isLit ? 1.75 : 1,
      }) +
      node.lines
        .map((line) => textMarkup(line, node.state === 'faint' ? palette.quiet : palette.ink))
        .join(''),
  );
}

function labelMarkup(label: FlowLabel, palette: FlowPalette): string {
  if (label.number !== null) return badge(label.box, label.text, label.state, palette);
  const { x, y, width, height } = label.box;
  return (
    element('rect', { x, y, width, height, rx: 3, fill: palette.paper }) +
    textMarkup(label.text, label.state === 'lit' ? palette.accent : palette.ink)
  );
}

function badge(
  { x, y, width, height }: FlowLabel['box'],
  text: FlowText,
  state: FlowState,
  palette: FlowPalette,
): string {
  const isLit = state === 'lit';
  return (
    element('circle', {
      cx: x + width / 2,
      cy: y + height / 2,
      r: width / 2,
      fill: isLit ? palette.accent : palette.quiet,
    }) + textMarkup(text, isLit ? palette.onAccent : palette.paper)
  );
}

function textMarkup({ text, x, y, anchor, size, bold }: FlowText, fill: string): string {
  return element(
    'text',
    {
      x,
      y,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-size': size,
      'font-weight': bold ? 600 : undefined,
      fill,
    },
    escaped(text),
  );
}
