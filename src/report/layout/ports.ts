/**
 * Where the arrows of a party begin and end: each on the side of where it goes, and those that go the same way a
 * little beside one another, so that tails and heads can be told apart.
 *
 * Ends are put in order of their angle and pushed apart until neighbours differ by `spread`, or all are even.
 * Complexity: O(ends log ends).
 */
import { cent } from './geometry';
import type { Box, Point } from './types';

export interface Ports {
  /** From the middle of the party that the arrow leaves. */
  readonly tail: Point;
  /** From the middle of the party that it reaches. */
  readonly tip: Point;
}

interface End {
  readonly way: number;
  readonly isTail: boolean;
  angle: number;
}

const spread = 0.34;
const pushes = 24;
/** There and back leave a party side by side. */
const lane = 0.1;

export function portsOf(
  ways: readonly { readonly from: number; readonly to: number }[],
  nodes: readonly { readonly box: Box }[],
): Ports[] {
  const ends: End[][] = nodes.map(() => []);
  ways.forEach(({ from, to }, way) => {
    ends[from].push({ way, isTail: true, angle: angleOf(nodes[from].box, nodes[to].box) - lane });
    ends[to].push({ way, isTail: false, angle: angleOf(nodes[to].box, nodes[from].box) + lane });
  });
  const ports = ways.map(() => ({ tail: { x: 0, y: 0 }, tip: { x: 0, y: 0 } }));
  ends.forEach((list, node) => {
    pushApart(list);
    const { width, height } = nodes[node].box;
    for (const { way, isTail, angle } of list) {
      const port = {
        x: cent(Math.cos(angle) * (width / 2 - 8) * 0.9),
        y: cent(Math.sin(angle) * (height / 2) * 0.5),
      };
      if (isTail) ports[way].tail = port;
      else ports[way].tip = port;
    }
  });
  return ports;
}

/** From the middle of one box towards that of another. */
function angleOf(from: Box, to: Box): number {
  return Math.atan2(
    to.y + to.height / 2 - from.y - from.height / 2,
    to.x + to.width / 2 - from.x - from.width / 2,
  );
}

function pushApart(ends: End[]): void {
  if (ends.length < 2) return;
  ends.sort((a, b) => a.angle - b.angle || a.way - b.way);
  const turn = 2 * Math.PI;
  const wanted = Math.min(spread, (0.9 * turn) / ends.length);
  for (let push = 0; push < pushes; push++)
    for (let i = 0; i < ends.length; i++) {
      const next = ends[(i + 1) % ends.length];
      const gap = next.angle - ends[i].angle + (i === ends.length - 1 ? turn : 0);
      if (gap >= wanted) continue;
      ends[i].angle -= (wanted - gap) / 2;
      next.angle += (wanted - gap) / 2;
    }
}
