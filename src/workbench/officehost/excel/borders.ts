/** The sides of a range, and the sides of cells that they are. */
import type { Area } from '../../../engine/index';

export const sides = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

interface Edge {
  readonly area: Area;
  readonly side: string;
}

/** None for the inside of a range that has none. */
export function edgesOf(side: string, area: Area): readonly Edge[] {
  const { top, left, bottom, right } = area;
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: top }, side }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: bottom }, side }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: left }, side }];
    case 'EdgeRight':
      return [{ area: { ...area, left: right }, side }];
    case 'InsideHorizontal':
      if (top === bottom) return [];
      return [
        { area: { ...area, bottom: bottom - 1 }, side: 'EdgeBottom' },
        { area: { ...area, top: top + 1 }, side: 'EdgeTop' },
      ];
    case 'InsideVertical':
      if (left === right) return [];
      return [
        { area: { ...area, right: right - 1 }, side: 'EdgeRight' },
        { area: { ...area, left: left + 1 }, side: 'EdgeLeft' },
      ];
    default:
      return [{ area, side }];
  }
}
