/**
 * Ways of the arrows: a curve from the edge of one party to the edge of the other.
 *
 * Every arrow bows to the left of its way, so that there and back form a lens; each takes, of a few bows, the one that
 * keeps clear of other parties and of the arrows before it. An arrow leaves a party on the side of where it goes.
 * Complexity: O(arrows x bows x (parties + arrows)).
 */
import { apart, bowed, fromEdge, part, pointAt, unit, type Curve } from './geometry';
import { portsOf, type Ports } from './ports';
import type { Box, Point } from './types';

export interface RoutedNode {
  readonly box: Box;
  readonly radius: number;
}

export interface Route {
  /** Between the edges of the two parties. */
  readonly curve: Curve;
  /** Points along it, for whoever must keep clear of it. */
  readonly points: readonly Point[];
}

/** Arrows between two parties, bent in one of the ways that they can be. */
interface Choice {
  readonly routes: readonly Route[];
  readonly cost: number;
}

/** An arrow to route: parties by index, width in px. */
export interface Way {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export const routeSamples = 28;
/** Between the edge of a party and an arrow. */
export const edgeGap = 2;
const passes = 2;
const near = 9;
/** Of a point of an arrow near a point of another one. */
const crowded = 2;
/** Points at either end of an arrow that may lie near other arrows. */
const ends = 3;
const alone = [0.1, -0.1, 0.18, -0.18, 0.27, -0.27, 0.02, 0.38, -0.38, 0.5, -0.5];
const together = [0, 0.06, -0.06, 0.14, -0.14, 0.24, -0.24, 0.36, -0.36];

export function routesOf(ways: readonly Way[], nodes: readonly RoutedNode[], picture: Box): Route[] {
  const routes = new Array<Route | undefined>(ways.length);
  const ports = portsOf(ways, nodes);
  const centre = {
    x: nodes.reduce((sum, node) => sum + middleOf(node.box).x, 0) / nodes.length,
    y: nodes.reduce((sum, node) => sum + middleOf(node.box).y, 0) / nodes.length,
  };
  // The widest first: they take the plain ways. Then each once more, now that it is known where the others are.
  const groups = [...byPair(ways).values()]
    .sort((a, b) => widthOf(b) - widthOf(a))
    .map((lanes) => ({ lanes, choices: choicesFor(lanes) }));
  for (let pass = 0; pass < passes; pass++)
    for (const { lanes, choices } of groups) {
      const taken = innerPoints(routes.filter((_, i) => !lanes.includes(i)));
      let best = choices[0];
      let least = Infinity;
      for (const choice of choices) {
        let cost = choice.cost;
        for (let i = 0; i < lanes.length && cost < least; i++) cost += crowding(choice.routes[i], taken);
        if (cost < least - 1e-6) {
          least = cost;
          best = choice;
        }
      }
      lanes.forEach((lane, i) => (routes[lane] = best.routes[i]));
    }
  return routes as Route[];

  /** What each bow costs, whatever the other arrows do. */
  function choicesFor(lanes: readonly number[]): Choice[] {
    return (lanes.length === 1 ? alone : together).map((bow) => {
      const bent = lanes.map((lane, i) =>
        route(ways[lane], ports[lane], nodes, bow, offsetOf(ways, lanes, i)),
      );
      const cost = bent.reduce(
        (sum, one, i) => sum + ownCost(one, ways[lanes[i]], nodes, picture, centre),
        14 * Math.abs(bow) * lanes.length,
      );
      return { routes: bent, cost };
    });
  }

  function widthOf(lanes: readonly number[]): number {
    return lanes.reduce((most, lane) => Math.max(most, ways[lane].width), 0);
  }
}

/** x and y, one after the other, of the points that other arrows keep away from. */
function innerPoints(routes: readonly (Route | undefined)[]): Float64Array {
  const points: number[] = [];
  for (const one of routes)
    if (one !== undefined)
      for (let i = ends; i < one.points.length - ends; i += 2) points.push(one.points[i].x, one.points[i].y);
  return Float64Array.from(points);
}

/** Arrows between the same two parties, those from the lower index first. */
function byPair(ways: readonly Way[]): Map<string, number[]> {
  const pairs = new Map<string, number[]>();
  ways.forEach(({ from, to }, i) => {
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), i]);
  });
  for (const lanes of pairs.values())
    lanes.sort((p, q) => Number(ways[p].from > ways[p].to) - Number(ways[q].from > ways[q].to) || p - q);
  return pairs;
}

/** Where the lane lies across the pair: px to the left of the way from the lower index to the higher. */
function offsetOf(ways: readonly Way[], lanes: readonly number[], i: number): number {
  if (lanes.length === 1) return 0;
  const gap = 7;
  const breadth = lanes.reduce((sum, lane) => sum + ways[lane].width + gap, -gap);
  const before = lanes.slice(0, i).reduce((sum, lane) => sum + ways[lane].width + gap, 0);
  return breadth / 2 - before - ways[lanes[i]].width / 2;
}

function route(
  { from, to }: Way,
  ports: Ports,
  nodes: readonly RoutedNode[],
  bow: number,
  offset: number,
): Route {
  const isForth = from < to;
  const [low, high] = isForth ? [nodes[from], nodes[to]] : [nodes[to], nodes[from]];
  const p = middleOf(low.box);
  const q = middleOf(high.box);
  const along = unit(q.x - p.x, q.y - p.y);
  const aside = { x: along.y * offset, y: -along.x * offset };
  const a = within(low.box, add(add(p, isForth ? ports.tail : ports.tip), aside));
  const b = within(high.box, add(add(q, isForth ? ports.tip : ports.tail), aside));
  const length = Math.max(1, apart(a, b));
  // A lane bows away from the middle: by the more, the farther out it lies.
  const lane =
    offset === 0
      ? 0
      : (offset > 0 ? 1 : -1) * Math.min(0.16, 0.07 + 8 / length) * Math.min(1.6, Math.abs(offset) / 5);
  const inLowFrame = offset === 0 ? (isForth ? bow : -bow) : lane + bow;
  const whole = isForth ? bowed(a, b, inLowFrame) : bowed(b, a, -inLowFrame);
  const curve = between(whole, nodes[from], nodes[to]);
  return {
    curve,
    points: Array.from({ length: routeSamples + 1 }, (_, i) => pointAt(curve, i / routeSamples)),
  };
}

/** The part between the edges of two parties. */
function between(curve: Curve, from: RoutedNode, to: RoutedNode): Curve {
  const steps = 48;
  let start = 0;
  let end = steps;
  const leaves = (t: number) => fromEdge(pointAt(curve, t), from.box, from.radius) - edgeGap;
  const enters = (t: number) => fromEdge(pointAt(curve, t), to.box, to.radius) - edgeGap;
  while (start < steps - 1 && leaves((start + 1) / steps) < 0) start++;
  while (end > start + 2 && enters((end - 1) / steps) < 0) end--;
  return part(
    curve,
    root(leaves, start / steps, (start + 1) / steps),
    root(enters, end / steps, (end - 1) / steps),
  );
}

/** Where `f`, negative at `inner`, becomes zero on the way to `outer`; `outer` where it does not. */
function root(f: (t: number) => number, inner: number, outer: number): number {
  for (let i = 0; i < 14; i++) {
    const middle = (inner + outer) / 2;
    if (f(middle) < 0) inner = middle;
    else outer = middle;
  }
  return outer;
}

function ownCost(
  { points }: Route,
  way: Way,
  nodes: readonly RoutedNode[],
  picture: Box,
  centre: Point,
): number {
  let cost = 0;
  const reach = way.width / 2;
  for (let i = 1; i < points.length; i += 2) {
    const p = points[i];
    for (let n = 0; n < nodes.length; n++) {
      const distance = fromEdge(p, nodes[n].box, nodes[n].radius) - reach;
      if (n === way.from || n === way.to) cost += distance < -1 ? 6 : 0;
      else if (distance < 4) cost += 40;
      else if (distance < 12) cost += 3;
    }
    if (
      p.x < picture.x + reach + 3 ||
      p.y < picture.y + reach + 3 ||
      p.x > picture.x + picture.width - reach - 3 ||
      p.y > picture.y + picture.height - reach - 3
    )
      cost += 60;
  }
  // Of two bows as good, the one that leaves the middle of the ring free.
  const middle = points[points.length >> 1];
  return cost - apart(middle, centre) / 400;
}

/** Points near other arrows. The ends lie near others at the same party anyway. */
function crowding({ points }: Route, taken: Float64Array): number {
  let cost = 0;
  for (let i = ends; i <= points.length - ends; i += 2) {
    const { x, y } = points[i];
    for (let j = 0; j < taken.length; j += 2) {
      const dx = x - taken[j];
      const dy = y - taken[j + 1];
      if (dx < near && dx > -near && dy < near && dy > -near) cost += crowded;
    }
  }
  return cost;
}

export function middleOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The nearest point of the box that is not at its edge: many lanes are broader than a party is high. */
function within(box: Box, p: Point): Point {
  const inset = 5;
  return {
    x: Math.max(box.x + inset, Math.min(box.x + box.width - inset, p.x)),
    y: Math.max(box.y + inset, Math.min(box.y + box.height - inset, p.y)),
  };
}

function add(p: Point, q: Point): Point {
  return { x: p.x + q.x, y: p.y + q.y };
}
