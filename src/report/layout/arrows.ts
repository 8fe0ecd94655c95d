/** One arrow as geometry: shaft, head and dash along its way. */
import type { FlowAmounts } from './amounts';
import type { Flow } from './flows';
import { apart, cent, curvePath, part, pointAt } from './geometry';
import { dashOf, headLength, headOf } from './heads';
import { routeSamples, type Route } from './routes';
import type { FlowArrow, FlowState, Point } from './types';
import type { FlowWords } from './words';

export interface Telling {
  /** Names as they are drawn. */
  readonly from: string;
  readonly to: string;
  readonly amounts: FlowAmounts;
  readonly words: FlowWords;
}

export function arrowOf(
  flow: Flow,
  route: Route,
  { state, width }: { readonly state: FlowState; readonly width: number },
  { from, to, amounts, words }: Telling,
): FlowArrow {
  const { curve } = route;
  const base = beforeTip(route, headLength(flow.kind, width));
  const amountText = amounts.text(flow.amount);
  return {
    from: flow.from,
    to: flow.to,
    kind: flow.kind,
    amount: flow.amount,
    amountText,
    title: `${from} → ${to}: ${amountText}, ${words.kinds[flow.kind]}`,
    state,
    loops: flow.loops,
    legs: flow.legs.map(({ rows, cell, amount, class: dealClass }) => ({
      rows,
      cell,
      amount,
      class: dealClass,
    })),
    start: rounded(curve.a),
    end: rounded(curve.b),
    path: curvePath(part(curve, 0, base)),
    width,
    dash: dashOf(flow.kind, width),
    head: headOf(flow.kind, pointAt(curve, base), curve.b, width),
  };
}

/** Where on the curve the head begins; a short arrow keeps a third of itself as its shaft. */
function beforeTip({ curve }: Route, length: number): number {
  const steps = routeSamples * 4;
  for (let i = steps - 1; i > steps / 3; i--)
    if (apart(pointAt(curve, i / steps), curve.b) >= length) return i / steps;
  return 1 / 3;
}

function rounded(p: Point): Point {
  return { x: cent(p.x), y: cent(p.y) };
}
