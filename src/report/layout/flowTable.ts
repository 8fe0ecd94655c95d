/** The drawing as rows: the table behind the picture, for screen readers and for whoever wants the figures. */
import type { FlowLayout, FlowLocale } from './types';
import { flowWords } from './words';

export interface FlowTableRow {
  /** Whole names, harmless. */
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly amount: string;
  readonly inSelectedLoop: boolean;
  /** Ranks of the drawn loops that go through it. */
  readonly loops: readonly number[];
  /** Cells of the amounts. */
  readonly cells: readonly string[];
}

export interface FlowTable {
  readonly caption: string;
  readonly headings: readonly [from: string, to: string, kind: string, amount: string, inLoop: string];
  /** The selected loop first; in each part the largest amount first. */
  readonly rows: readonly FlowTableRow[];
}

const headings: Readonly<Record<FlowLocale, FlowTable['headings']>> = {
  en: ['from', 'to', 'kind', 'amount', 'in the selected loop'],
  ko: ['지급인', '수취인', '종류', '금액', '선택한 고리'],
};

export function flowTable(layout: FlowLayout): FlowTable {
  const titles = new Map(layout.nodes.map((node) => [node.party, node.title]));
  const kinds = flowWords[layout.locale].kinds;
  const rows = [...layout.arrows]
    .sort((a, b) => Number(b.state === 'lit') - Number(a.state === 'lit') || b.amount - a.amount)
    .map((arrow): FlowTableRow => ({
      from: titles.get(arrow.from) ?? '',
      to: titles.get(arrow.to) ?? '',
      kind: kinds[arrow.kind],
      amount: arrow.amountText,
      inSelectedLoop: arrow.state === 'lit',
      loops: arrow.loops,
      cells: arrow.legs.map((leg) => leg.cell),
    }));
  return { caption: layout.title, headings: headings[layout.locale], rows };
}
