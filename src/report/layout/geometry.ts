/** Points, boxes and curves of degree two. */
import type { Box, Point } from './types';

/** A hundredth of a pixel: finer than any screen, coarser than what engines' sines differ by. */
export function cent(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

export interface Curve {
  readonly a: Point;
  /** Control point. */
  readonly c: Point;
  readonly b: Point;
}

/** From a to b, bowed to the left of its way by `bow` of its length. */
export function bowed(a: Point, b: Point, bow: number): Curve {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  // A curve reaches half as far as its control point.
  return { a, b, c: { x: (a.x + b.x) / 2 + 2 * bow * dy, y: (a.y + b.y) / 2 - 2 * bow * dx } };
}

export function pointAt({ a, c, b }: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * a.x + 2 * u * t * c.x + t * t * b.x,
    y: u * u * a.y + 2 * u * t * c.y + t * t * b.y,
  };
}

/** Unit vector along the way. */
export function directionAt({ a, c, b }: Curve, t: number): Point {
  return unit((1 - t) * (c.x - a.x) + t * (b.x - c.x), (1 - t) * (c.y - a.y) + t * (b.y - c.y));
}

export function unit(x: number, y: number): Point {
  const length = Math.sqrt(x * x + y * y);
  return length === 0 ? { x: 1, y: 0 } : { x: x / length, y: y / length };
}

/** The part from t0 to t1 as a curve of its own. */
export function part(curve: Curve, t0: number, t1: number): Curve {
  const { a, c, b } = curve;
  const blend = (s: number, t: number): Point => ({
    x: (1 - s) * (1 - t) * a.x + (s * (1 - t) + t * (1 - s)) * c.x + s * t * b.x,
    y: (1 - s) * (1 - t) * a.y + (s * (1 - t) + t * (1 - s)) * c.y + s * t * b.y,
  });
  return { a: pointAt(curve, t0), c: blend(t0, t1), b: pointAt(curve, t1) };
}

export function apart(p: Point, q: Point): number {
  return Math.sqrt((p.x - q.x) ** 2 + (p.y - q.y) ** 2);
}

/** Distance of a point from the edge of a rounded box; negative inside. */
export function fromEdge(p: Point, box: Box, radius: number): number {
  const dx = Math.abs(p.x - box.x - box.width / 2) - (box.width / 2 - radius);
  const dy = Math.abs(p.y - box.y - box.height / 2) - (box.height / 2 - radius);
  const outside = Math.sqrt(Math.max(dx, 0) ** 2 + Math.max(dy, 0) ** 2);
  return outside + Math.min(Math.max(dx, dy), 0) - radius;
}

export function overlap(p: Box, q: Box, gap = 0): boolean {
  return (
    p.x < q.x + q.width + gap &&
    q.x < p.x + p.width + gap &&
    p.y < q.y + q.height + gap &&
    q.y < p.y + p.height + gap
  );
}

export function inside(p: Box, width: number, height: number, margin: number): boolean {
  return (
    p.x >= margin && p.y >= margin && p.x + p.width <= width - margin && p.y + p.height <= height - margin
  );
}

/** Whether the line from p to q comes nearer than `gap` to the box (in each direction). Liang and Barsky. */
export function meets(p: Point, q: Point, box: Box, gap: number): boolean {
  let from = 0;
  let to = 1;
  const cut = (d: number, room: number) => {
    if (d === 0) return room >= 0;
    const t = room / d;
    if (d < 0) from = Math.max(from, t);
    else to = Math.min(to, t);
    return from <= to;
  };
  return (
    cut(p.x - q.x, p.x - (box.x - gap)) &&
    cut(q.x - p.x, box.x + box.width + gap - p.x) &&
    cut(p.y - q.y, p.y - (box.y - gap)) &&
    cut(q.y - p.y, box.y + box.height + gap - p.y)
  );
}

export function curvePath({ a, c, b }: Curve): string {
  return `M${xy(a)}Q${xy(c)} ${xy(b)}`;
}

export function polygon(points: readonly Point[], isClosed = true): string {
  return `M${points.map(xy).join('L')}${isClosed ? 'Z' : ''}`;
}

export function xy(p: Point): string {
  return `${cent(p.x)} ${cent(p.y)}`;
}
