/** What stands below the ring: amounts that had no room in it, what the heads mean, the unit and what is not drawn. */
import type { Analysis } from '../../engine/index';
import type { FlowAmounts } from './amounts';
import { kindsInOrder, type FlowGraph } from './flows';
import { cent, polygon } from './geometry';
import { dashOf, headLength, headOf } from './heads';
import { baseline } from './labels';
import type { Measures } from './measure';
import { shortened, textWidth } from './textWidth';
import type { FlowArrow, FlowKeyItem, FlowLayout, FlowLegendLine, FlowNode, FlowText } from './types';
import type { FlowWords } from './words';

export interface BelowInput {
  readonly analysis: Analysis;
  readonly graph: FlowGraph;
  readonly arrows: readonly FlowArrow[];
  readonly nodes: readonly FlowNode[];
  readonly legend: readonly number[];
  /** Where the ring ends. */
  readonly top: number;
  readonly width: number;
  readonly sizes: Measures;
  readonly amounts: FlowAmounts;
  readonly words: FlowWords;
}

const side = 8;
const badge = 15;

export function below(
  input: BelowInput,
): Pick<FlowLayout, 'legend' | 'key' | 'foot' | 'height' | 'notDrawn'> {
  const { analysis, graph, width, sizes } = input;
  const line = Math.round(sizes.small * 1.5);
  let y = input.top;
  const legend = input.legend.map((arrow, i) => legendLine(input, arrow, i + 1, y + i * (line + 2)));
  if (legend.length > 0) y += legend.length * (line + 2) + 8;
  const key = keyItems(input, y + 4, line);
  if (key.items.length > 0) y = key.bottom + 2;
  const foot: FlowText[] = [];
  for (const text of footLines(input)) {
    y += line;
    foot.push({ text, x: side, y: cent(y - line * 0.25), anchor: 'start', size: sizes.small, bold: false });
  }
  return {
    legend,
    key: key.items,
    foot,
    height: Math.ceil(y + 6),
    notDrawn: {
      parties: Math.max(0, analysis.ledger.parties - graph.parties.length),
      loops: analysis.loops.length - graph.loops.length,
    },
  };

  function footLines({ amounts, words }: BelowInput): string[] {
    if (graph.parties.length === 0) return [words.nothing];
    const parties = Math.max(analysis.ledger.parties, graph.parties.length);
    const texts = [
      ...(amounts.unit === null ? [] : [words.unit(amounts.unit)]),
      words.drawn(graph.parties.length, parties, graph.loops.length, analysis.loops.length),
    ];
    const joined = texts.join(' ');
    const fits = textWidth(joined, sizes.small) <= width - 2 * side;
    return (fits ? [joined] : texts).map((text) => shortened(text, width - 2 * side, sizes.small));
  }
}

function legendLine(input: BelowInput, arrow: number, number: number, y: number): FlowLegendLine {
  const { arrows, nodes, sizes, width } = input;
  const { from, to, amountText } = arrows[arrow];
  const nameOf = (party: string) => nodes.find((node) => node.party === party)?.name ?? '';
  const box = { x: side, y: cent(y), width: badge, height: badge };
  const at = (x: number, size: number) => ({ x: cent(x), y: baseline(box, size), size });
  const text = shortened(
    `${nameOf(from)} → ${nameOf(to)}  ${amountText}`,
    width - 3 * side - badge,
    sizes.small,
  );
  return {
    number,
    arrow,
    badge: box,
    numberText: {
      text: String(number),
      ...at(side + badge / 2, sizes.small - 1),
      anchor: 'middle',
      bold: true,
    },
    text: { text, ...at(side + badge + 6, sizes.small), anchor: 'start', bold: false },
  };
}

/** One small arrow for each kind that is drawn, in as many lines as they need. */
function keyItems({ arrows, width, sizes, words }: BelowInput, top: number, line: number) {
  const sample = sizes.small * 2.5;
  const thickness = sizes.thin + 0.5;
  const items: FlowKeyItem[] = [];
  let x = side;
  let y = top;
  for (const kind of kindsInOrder) {
    if (!arrows.some((arrow) => arrow.kind === kind)) continue;
    const text = words.kinds[kind];
    const breadth = sample + 6 + textWidth(text, sizes.small);
    if (x > side && x + breadth > width - side) {
      x = side;
      y += line;
    }
    const middle = y + line / 2;
    const tip = { x: x + sample, y: middle };
    const base = { x: tip.x - headLength(kind, thickness), y: middle };
    items.push({
      kind,
      path: polygon([{ x, y: middle }, base], false),
      width: thickness,
      dash: dashOf(kind, thickness),
      head: headOf(kind, base, tip, thickness),
      text: {
        text,
        x: cent(x + sample + 6),
        y: cent(middle + sizes.small * 0.35),
        anchor: 'start',
        size: sizes.small,
        bold: false,
      },
    });
    x += breadth + 14;
  }
  return { items, bottom: y + line };
}
