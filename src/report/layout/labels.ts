/**
 * Amounts beside their arrows: never upon one another, a name or an arrow that counts.
 *
 * Labels are placed one after the other, the most important first, each at the best of its candidate places: 13 along
 * the arrow, on either side of it, at two distances. A place is out of the question when it meets a party, another
 * label, the edge of the picture or a solid arrow; a faint arrow behind it only makes it worse. What finds no place
 * gets a number upon its arrow and a line in the legend. Complexity: O(labels x places x (parties + arrows)).
 */
import { cent, directionAt, fromEdge, inside, meets, overlap, pointAt } from './geometry';
import type { Route } from './routes';
import type { Box, Point } from './types';

export interface Obstacle {
  readonly route: Route;
  /** Of the stroke or of the head, whatever is wider. */
  readonly width: number;
  readonly headWidth: number;
  readonly headLength: number;
  /** A faint arrow may lie behind a label that finds no better place. */
  readonly isFaint: boolean;
}

export interface Wanted {
  /** Index of the arrow. */
  readonly arrow: number;
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly arrow: number;
  /** null: a number, because the amount found no place. */
  readonly number: number | null;
  readonly box: Box;
}

export interface Surroundings {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly box: Box; readonly radius: number }[];
  readonly obstacles: readonly Obstacle[];
}

export interface Placement {
  readonly placed: readonly Placed[];
  /** Arrows whose amount is in the legend, by number - 1. Their number may have found no place either. */
  readonly legend: readonly number[];
}

const along = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86];
const away = [3, 7];
const labelGap = 3;
/** Faint arrows that the paper of one label may interrupt. */
const mostBehind = 3;
const badge = 15;

export function placeLabels(wanted: readonly Wanted[], around: Surroundings): Placement {
  const placed: Placed[] = [];
  const homeless: number[] = [];
  for (const label of wanted) {
    const box = bestPlace(label, around, placed);
    if (box === null) homeless.push(label.arrow);
    else placed.push({ arrow: label.arrow, number: null, box });
  }
  homeless.forEach((arrow, i) => {
    const box = badgePlace(arrow, around, placed);
    if (box !== null) placed.push({ arrow, number: i + 1, box });
  });
  return { placed, legend: homeless };
}

function bestPlace(
  { arrow, width, height }: Wanted,
  around: Surroundings,
  placed: readonly Placed[],
): Box | null {
  const { route, width: stroke } = around.obstacles[arrow];
  let best: Box | null = null;
  let least = Infinity;
  for (const t of along) {
    const p = pointAt(route.curve, t);
    const d = directionAt(route.curve, t);
    for (const distance of away)
      for (const side of [1, -1]) {
        // Left of the way, where the arrow bows to, is the outside of a lens.
        const normal = { x: side * d.y, y: -side * d.x };
        const clear = (Math.abs(normal.x) * width + Math.abs(normal.y) * height) / 2 + stroke / 2 + distance;
        const box = boxAround(p.x + normal.x * clear, p.y + normal.y * clear, width, height);
        const behind = faintBehind(box, around, placed);
        if (behind === null) continue;
        const cost = 30 * behind + 16 * Math.abs(t - 0.5) + distance / 2 + (side < 0 ? 2 : 0);
        if (cost < least - 1e-6) {
          least = cost;
          best = box;
        }
      }
  }
  return best;
}

/** Faint arrows behind the box; null where it may not lie at all. */
function faintBehind(box: Box, around: Surroundings, placed: readonly Placed[]): number | null {
  if (!inside(box, around.width, around.height, 2)) return null;
  if (placed.some((other) => overlap(box, other.box, labelGap))) return null;
  if (around.nodes.some((node) => overlap(box, node.box, 2))) return null;
  let faint = 0;
  for (const obstacle of around.obstacles) {
    if (!isCrossed(box, obstacle)) continue;
    if (!obstacle.isFaint) return null;
    faint++;
  }
  return faint > mostBehind ? null : faint;
}

function isCrossed(box: Box, { route, width, headWidth, headLength }: Obstacle): boolean {
  const { points } = route;
  const tip = points[points.length - 1];
  for (let i = 1; i < points.length; i++) {
    const isHead = Math.abs(points[i].x - tip.x) + Math.abs(points[i].y - tip.y) < headLength * 1.4;
    if (meets(points[i - 1], points[i], box, (isHead ? headWidth : width) / 2 + 1)) return true;
  }
  return false;
}

function badgePlace(arrow: number, around: Surroundings, placed: readonly Placed[]): Box | null {
  const { route } = around.obstacles[arrow];
  let best: Box | null = null;
  let least = Infinity;
  for (const t of along) {
    const p = pointAt(route.curve, t);
    const box = boxAround(p.x, p.y, badge, badge);
    if (!inside(box, around.width, around.height, 1)) continue;
    if (placed.some((other) => overlap(box, other.box, 2))) continue;
    if (around.nodes.some((node) => fromEdge(p, node.box, node.radius) < badge / 2 + 1)) continue;
    const others = around.obstacles.filter(
      (other, i) => i !== arrow && !other.isFaint && isCrossed(box, other),
    ).length;
    const cost = 20 * others + 16 * Math.abs(t - 0.5);
    if (cost < least - 1e-6) {
      least = cost;
      best = box;
    }
  }
  return best;
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { x: cent(x - width / 2), y: cent(y - height / 2), width: cent(width), height };
}

export function labelAnchor(box: Box, size: number): Point {
  return { x: cent(box.x + box.width / 2), y: baseline(box, size) };
}

/** Of text of `size` in the middle of a box: capitals are 0.7 em high. */
export function baseline(box: Box, size: number): number {
  return cent(box.y + box.height / 2 + size * 0.35);
}
