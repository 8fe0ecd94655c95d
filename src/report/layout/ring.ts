/**
 * Places on a ring, clockwise from the top: equal angles on an ellipse where the picture is wide, equal rows on one
 * where it is narrow, so that names of any length stand clear of one another at 320 px.
 */
import { cent } from './geometry';
import type { Point } from './types';

export interface RingSize {
  readonly width: number;
  /** Of the largest party. */
  readonly nodeWidth: number;
  readonly nodeHeight: number;
}

export interface Ring {
  readonly places: readonly Point[];
  readonly height: number;
}

/** Below this width names side by side leave no room between them. */
const wideFrom = 480;
/** Room around the ring for arrows that bow outwards and for their amounts. */
const margin = 14;
/** Between two parties in one row. */
const pairGap = 28;

export function ringOf(count: number, size: RingSize): Ring {
  if (count <= 2) return lens(count, size);
  const rx = (size.width - size.nodeWidth) / 2 - margin - 6;
  if (size.width >= wideFrom) {
    const round = ellipse(count, size, rx);
    if (round !== null) return round;
  }
  return rows(count, size, Math.max(rx, size.nodeWidth / 2 + pairGap / 2));
}

function lens(count: number, { width, nodeWidth, nodeHeight }: RingSize): Ring {
  const height = Math.min(220, Math.max(132, width * 0.34));
  const reach = count === 1 ? 0 : Math.min((width - nodeWidth) / 2 - 4, width * 0.36 + nodeHeight);
  const places = [-reach, reach].slice(0, count);
  return { places: places.map((x) => ({ x: cent(width / 2 + x), y: cent(height / 2) })), height };
}

function ellipse(count: number, { width, nodeWidth, nodeHeight }: RingSize, widest: number): Ring | null {
  const ry = Math.min(width * 0.3, 92 + 22 * count);
  const rx = Math.min(widest, ry * (1.15 + 0.06 * count));
  const height = 2 * (ry + nodeHeight / 2 + margin + 8);
  const places = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return { x: cent(width / 2 + rx * Math.sin(angle)), y: cent(height / 2 - ry * Math.cos(angle)) };
  });
  const isClear = places.every((place, i) => {
    const next = places[(i + 1) % count];
    return Math.abs(place.x - next.x) >= nodeWidth + 16 || Math.abs(place.y - next.y) >= nodeHeight * 1.75;
  });
  if (!isClear) return null;
  // An odd ring is not as high as its ellipse: it has no lowest place.
  const lowest = Math.max(...places.map((place) => place.y));
  return { places, height: cent(lowest + nodeHeight / 2 + margin + 8) };
}

function rows(count: number, { width, nodeWidth, nodeHeight }: RingSize, rx: number): Ring {
  const side = Math.floor((count - 1) / 2);
  const hasLowest = count % 2 === 0;
  const last = side + (hasLowest ? 1 : 0);
  const gap = Math.max(nodeHeight + 12, Math.min(100, 312 / last));
  // Below the last pair of an odd ring the ellipse goes on for half a row.
  const ry = (gap * (last + (hasLowest ? 0 : 0.5))) / 2;
  const top = nodeHeight / 2 + margin;
  const nearest = (nodeWidth + pairGap) / 2;
  const onRow = (row: number, sign: number): Point => {
    const y = row * gap;
    const part = (y - ry) / ry;
    return {
      x: cent(width / 2 + sign * Math.max(nearest, rx * Math.sqrt(Math.max(0, 1 - part * part)))),
      y: cent(top + y),
    };
  };
  const right = Array.from({ length: side }, (_, i) => onRow(i + 1, 1));
  const left = Array.from({ length: side }, (_, i) => onRow(side - i, -1));
  const middle = (row: number) => ({ x: cent(width / 2), y: cent(top + row * gap) });
  const places = [middle(0), ...right, ...(hasLowest ? [middle(last)] : []), ...left];
  return { places, height: cent(top + last * gap + nodeHeight / 2 + margin) };
}
