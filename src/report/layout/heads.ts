/** The sign of each kind, so that colour is never the only one: a head and a dash of its own. */
import { cent, polygon, unit } from './geometry';
import type { FlowHead, FlowKind, Point } from './types';

const shapes: Readonly<Record<FlowKind, FlowHead['shape']>> = {
  spend: 'triangle',
  funding: 'open-triangle',
  warrant: 'diamond',
  guarantee: 'circle',
  unsaid: 'chevron',
};

/** Of a line of 2 px; wider lines have longer dashes. */
const dashes: Readonly<Record<FlowKind, readonly number[]>> = {
  spend: [],
  funding: [7, 3],
  warrant: [2.5, 2.5],
  guarantee: [9, 2.5, 2, 2.5],
  unsaid: [],
};

export function dashOf(kind: FlowKind, width: number): readonly number[] {
  const scale = Math.max(0.8, Math.min(1.7, 0.55 + width * 0.2));
  return dashes[kind].map((length) => cent(length * scale));
}

/** From the tip back to where the shaft ends. */
export function headLength(kind: FlowKind, width: number): number {
  const length = 6.5 + width * 0.95;
  return kind === 'warrant' ? length * 1.15 : kind === 'guarantee' ? length * 0.85 : length;
}

/** Half of the head's width at its widest. */
export function headReach(kind: FlowKind, width: number): number {
  const reach = 3.1 + width * 0.72;
  return kind === 'guarantee' ? headLength(kind, width) / 2 : reach;
}

export function headOf(kind: FlowKind, base: Point, tip: Point, width: number): FlowHead {
  const shape = shapes[kind];
  const reach = headReach(kind, width);
  const ahead = unit(tip.x - base.x, tip.y - base.y);
  const beside = (p: Point, distance: number): Point => ({
    x: p.x - ahead.y * distance,
    y: p.y + ahead.x * distance,
  });
  const middle = { x: (base.x + tip.x) / 2, y: (base.y + tip.y) / 2 };
  const sides = [beside(base, reach), beside(base, -reach)];
  switch (shape) {
    case 'triangle':
      return { shape, filled: true, path: polygon([sides[0], tip, sides[1]]) };
    case 'open-triangle':
      return { shape, filled: false, path: polygon([sides[0], tip, sides[1]]) };
    case 'diamond':
      return {
        shape,
        filled: true,
        path: polygon([base, beside(middle, reach), tip, beside(middle, -reach)]),
      };
    case 'circle':
      return { shape, filled: false, path: circle(base, tip, reach) };
    case 'chevron':
      // The shaft of a chevron goes on to its tip.
      return {
        shape,
        filled: false,
        path: `${polygon([sides[0], tip, sides[1]], false)}${polygon([base, tip], false)}`,
      };
  }
}

function circle(base: Point, tip: Point, radius: number): string {
  const r = cent(radius);
  const at = (p: Point) => `${cent(p.x)} ${cent(p.y)}`;
  return `M${at(base)}A${r} ${r} 0 1 1 ${at(tip)}A${r} ${r} 0 1 1 ${at(base)}Z`;
}
