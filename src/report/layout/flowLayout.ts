/**
 * The money-flow drawing: Analysis -> geometry. Pure; the same analysis gives the same drawing, bit for bit, whatever
 * the order of its rows.
 *
 * Width of an arrow: square root of its amount over the largest drawn, between a floor and a ceiling that depend on
 * the width of the picture (1.25 to 6 px at 288), so that 13 bn can still be seen beside 330 bn; the lit loop is
 * 1.25 px wider besides.
 */
import type { Analysis } from '../../engine/index';
import { flowAmounts, type FlowAmounts } from './amounts';
import { arrowOf } from './arrows';
import { drawnText, wholeName } from './drawnText';
import { below } from './below';
import { flowsOf, type Flow, type FlowGraph } from './flows';
import { cent } from './geometry';
import { headLength, headReach } from './heads';
import { baseline, labelAnchor, placeLabels, type Placement, type Surroundings } from './labels';
import { measuresFor, type Measures } from './measure';
import { placesFor } from './order';
import { ringOf } from './ring';
import { routesOf } from './routes';
import { nameLines, textWidth } from './textWidth';
import type {
  Box,
  FlowArrow,
  FlowLabel,
  FlowLayout,
  FlowNode,
  FlowOptions,
  FlowState,
  FlowText,
} from './types';
import { flowWords, type FlowWords } from './words';

const narrowest = 200;
const nodeRadius = 6;
const litExtra = 1.25;

export function flowLayout(analysis: Analysis, options: FlowOptions): FlowLayout {
  const width = Math.max(narrowest, Math.floor(options.width) || narrowest);
  const locale = options.locale ?? 'en';
  const words = flowWords[locale];
  const sizes = measuresFor(width);
  const amounts = flowAmounts(analysis.ledger, words);
  const most = Math.max(2, Math.floor(options.maxParties ?? sizes.maxParties));
  const graph = flowsOf(analysis, options.selected ?? null, most);
  const stateOf = (inLoop: boolean): FlowState =>
    graph.selected === null ? 'plain' : inLoop ? 'lit' : 'faint';
  const { nodes, height } = nodesOf(graph, width, sizes, words, stateOf);

  const index = new Map(graph.parties.map((party, i) => [party, i]));
  const largest = graph.flows.reduce((top, flow) => Math.max(top, flow.amount), 0);
  const drawn = graph.flows.map((flow) => {
    const state = stateOf(graph.selected !== null && flow.loops.includes(graph.selected.rank));
    const share = largest > 0 ? Math.sqrt(flow.amount / largest) : 0;
    // The way is found for the lit width, so that no arrow moves when it is lit.
    const base = sizes.thin + share * (sizes.thick - sizes.thin);
    return { flow, state, routed: base + litExtra, width: cent(base + (state === 'lit' ? litExtra : 0)) };
  });
  const routes = routesOf(
    drawn.map(({ flow, routed }) => ({
      from: index.get(flow.from) ?? 0,
      to: index.get(flow.to) ?? 0,
      width: routed,
    })),
    nodes,
    { x: 0, y: 0, width, height },
  );
  const order = drawn
    .map((_, i) => i)
    .sort(
      (p, q) =>
        Number(drawn[p].state === 'lit') - Number(drawn[q].state === 'lit') ||
        drawn[q].width - drawn[p].width ||
        p - q,
    );
  const arrows = order.map((i) =>
    arrowOf(drawn[i].flow, routes[i], drawn[i], {
      from: nameIn(nodes, index, drawn[i].flow.from),
      to: nameIn(nodes, index, drawn[i].flow.to),
      amounts,
      words,
    }),
  );
  const { texts, placement } = placed(
    arrows,
    labelled(arrows, sizes),
    {
      width,
      height,
      nodes,
      obstacles: order.map((i) => ({
        route: routes[i],
        width: drawn[i].width,
        headWidth: 2 * headReach(drawn[i].flow.kind, drawn[i].width),
        headLength: headLength(drawn[i].flow.kind, drawn[i].width),
        isFaint: drawn[i].state === 'faint',
      })),
    },
    sizes,
    amounts,
  );
  const labels = placement.placed.map((one): FlowLabel => {
    const size = one.number === null ? sizes.amount : sizes.small - 1;
    const text = one.number === null ? texts[one.arrow] : String(one.number);
    const { x, y } = labelAnchor(one.box, size);
    const state = arrows[one.arrow].state;
    return { ...one, text: { text, x, y, anchor: 'middle', size, bold: true }, state };
  });
  const rest = below({
    analysis,
    graph,
    arrows,
    nodes,
    legend: placement.legend,
    top: height,
    width,
    sizes,
    amounts,
    words,
  });
  return { width, locale, arrows, nodes, labels, ...rest, ...said(graph, arrows, nodes, amounts, words) };
}

function nodesOf(
  graph: FlowGraph,
  width: number,
  sizes: Measures,
  words: FlowWords,
  stateOf: (inLoop: boolean) => FlowState,
): { readonly nodes: FlowNode[]; readonly height: number } {
  const lit = new Set(graph.selected?.legs.flatMap((leg) => [leg.from, leg.to]) ?? []);
  const { mostNameWidth, name: size, nodePadding, nodeHeight: oneLine } = sizes;
  const lineHeight = Math.round(size * 1.15);
  const names = graph.parties.map((party) => nameLines(drawnText(party, words.noName), mostNameWidth, size));
  const widths = names.map((lines) => {
    const text = lines.reduce((top, line) => Math.max(top, textWidth(line, size, true)), 0);
    return cent(Math.max(oneLine * 1.4, text + 2 * nodePadding));
  });
  const heights = names.map((lines) => oneLine + (lines.length - 1) * lineHeight);
  const nodeWidth = widths.reduce((top, one) => Math.max(top, one), 0);
  const nodeHeight = heights.reduce((top, one) => Math.max(top, one), 0);
  const ring = ringOf(names.length, { width, nodeWidth, nodeHeight });
  const placeOf = placesFor(ring.places, ...tiesOf(graph), oneLine * 0.9);
  const nodes = graph.parties.map((party, i): FlowNode => {
    const centre = ring.places[placeOf[i]];
    const half = widths[i] / 2;
    const x = cent(Math.max(half + 2, Math.min(width - half - 2, centre.x)));
    const box: Box = {
      x: cent(x - half),
      y: cent(centre.y - heights[i] / 2),
      width: widths[i],
      height: heights[i],
    };
    const state = stateOf(lit.has(party));
    const first = baseline(box, size) - ((names[i].length - 1) * lineHeight) / 2;
    const lines = names[i].map((text, line): FlowText => ({
      text,
      x,
      y: cent(first + line * lineHeight),
      anchor: 'middle',
      size,
      bold: state === 'lit',
    }));
    const title = wholeName(party, words.noName);
    return { party, title, box, radius: nodeRadius, name: names[i].join(' '), lines, state };
  });
  return { nodes, height: names.length === 0 ? 0 : ring.height };
}

/** What pulls two parties together: money between them, the more the larger the loop that it is part of. */
function tiesOf(graph: FlowGraph) {
  const index = new Map(graph.parties.map((party, i) => [party, i]));
  const largest = graph.flows.reduce((top, flow) => Math.max(top, flow.loopAmount), 0);
  const weigh = (flow: Flow) => 0.5 + (largest > 0 ? (3 * flow.loopAmount) / largest : 0);
  const directed = graph.flows.map((flow) => ({
    a: index.get(flow.from) ?? 0,
    b: index.get(flow.to) ?? 0,
    weight: weigh(flow),
  }));
  const pairs = new Map<string, { a: number; b: number; weight: number }>();
  for (const { a, b, weight } of directed) {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = `${low} ${high}`;
    const sum = (pairs.get(key)?.weight ?? 0) + weight;
    pairs.set(key, { a: low, b: high, weight: sum });
  }
  return [[...pairs.values()], directed] as const;
}

function nameIn(nodes: readonly FlowNode[], index: ReadonlyMap<string, number>, party: string): string {
  return nodes[index.get(party) ?? 0].name;
}

/** With the scale beside each amount; without it beside any where that finds a place for more of them. */
function placed(
  arrows: readonly FlowArrow[],
  wanted: readonly number[],
  around: Surroundings,
  sizes: Measures,
  amounts: FlowAmounts,
): { readonly texts: readonly string[]; readonly placement: Placement } {
  const tried = [amounts.text, amounts.bare].map((write) => {
    const texts = arrows.map((arrow) => write(arrow.amount));
    const labels = wanted.map((arrow) => ({
      arrow,
      width: textWidth(texts[arrow], sizes.amount, true) + 4,
      height: sizes.amount + 5,
    }));
    return { texts, placement: placeLabels(labels, around) };
  });
  const [scaled, bare] = tried;
  return bare.placement.legend.length < scaled.placement.legend.length ? bare : scaled;
}

/** Every arrow of the lit loop; where none is lit, the largest. */
function labelled(arrows: readonly FlowArrow[], sizes: Measures): number[] {
  const all = arrows.map((_, i) => i).sort((p, q) => arrows[q].amount - arrows[p].amount || p - q);
  const lit = all.filter((i) => arrows[i].state === 'lit');
  if (lit.length > 0) return lit;
  return arrows.some((arrow) => arrow.state === 'faint') ? [] : all.slice(0, sizes.labels);
}

/** The picture in words, for whoever does not see it. */
function said(
  graph: FlowGraph,
  arrows: readonly FlowArrow[],
  nodes: readonly FlowNode[],
  amounts: FlowAmounts,
  words: FlowWords,
): Pick<FlowLayout, 'selected' | 'title' | 'description'> {
  const { selected, loops } = graph;
  const told = arrows.filter((arrow) => arrow.state !== 'faint').map((arrow) => arrow.title);
  const description = told.length === 0 ? words.nothing : `${told.join('; ')}.`;
  if (selected === null)
    return {
      selected: null,
      title: loops.length === 0 ? words.nothing : words.title(loops.length),
      description,
    };
  const names = new Map(nodes.map((node) => [node.party, node.name]));
  const path = [...selected.path, ...selected.path.slice(0, 1)]
    .map((party) => names.get(party) ?? drawnText(party, words.noName))
    .join(' → ');
  return {
    selected: { rank: selected.rank, kind: selected.kind },
    title: words.loopTitle(selected.rank, path, amounts.text(selected.amount)),
    description,
  };
}
