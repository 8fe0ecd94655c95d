/** The laws of the drawing, on random ledgers, and its sizes. */
import fc from 'fast-check';
import { flowLayout } from '../../../src/report/layout/flowLayout';
import { flowTable } from '../../../src/report/layout/flowTable';
import { apart, fromEdge, inside, overlap } from '../../../src/report/layout/geometry';
import type { Box, FlowLayout, FlowText } from '../../../src/report/layout/types';
import { textWidth } from '../../../src/report/layout/textWidth';
import { aiAnalysis } from '../fixtures';
import { analysisOf, anyLedger, chainOf, company, shuffled } from './ledgers';

const widths = fc.constantFrom(200, 288, 320, 600, 1000);
const options = fc.record({
  width: widths,
  selected: fc.option(fc.integer({ min: 1, max: 14 }), { nil: null }),
  locale: fc.constantFrom('en' as const, 'ko' as const),
});
const runs = { numRuns: 25, seed: 11 };

describe('the drawing of a random ledger', () => {
  it('has no label upon another one or upon a party, and all of them inside', () => {
    fc.assert(
      fc.property(anyLedger, options, (analysis, chosen) => {
        const layout = flowLayout(analysis, chosen);
        expect(clashes(layout)).toEqual([]);
      }),
      runs,
    );
  });

  it('writes no text beyond its edge', () => {
    fc.assert(
      fc.property(anyLedger, options, (analysis, chosen) => {
        const layout = flowLayout(analysis, chosen);
        const beyond = textsOf(layout).filter((text) => !inside(boxOf(text), layout.width, layout.height, 0));
        expect(beyond).toEqual([]);
      }),
      runs,
    );
  });

  it('begins and ends each arrow at the edge of its parties, and keeps the way there apart from the way back', () => {
    fc.assert(
      fc.property(anyLedger, options, (analysis, chosen) => {
        const { arrows, nodes } = flowLayout(analysis, chosen);
        const nodeOf = new Map(nodes.map((node) => [node.party, node]));
        for (const { from, to, start, end } of arrows) {
          const [tail, tip] = [nodeOf.get(from), nodeOf.get(to)];
          if (tail === undefined || tip === undefined) throw new Error(`No party "${from}" or "${to}".`);
          expect(Math.abs(fromEdge(start, tail.box, tail.radius))).toBeLessThan(4);
          expect(Math.abs(fromEdge(end, tip.box, tip.radius))).toBeLessThan(4);
        }
        for (const there of arrows)
          for (const back of arrows) {
            if (there.from !== back.to || there.to !== back.from) continue;
            const distance = apart(middleOf(there.path), middleOf(back.path));
            expect(distance).toBeGreaterThan((there.width + back.width) / 2);
          }
      }),
      runs,
    );
  });

  it('is the same whatever the order of rows', () => {
    fc.assert(
      fc.property(anyLedger, options, fc.nat({ max: 500 }), (analysis, chosen, seed) => {
        const drawn = flowLayout(analysis, chosen);
        const again = flowLayout(shuffled(analysis, seed), chosen);
        expect(withoutPath(again)).toEqual(withoutPath(drawn));
      }),
      runs,
    );
  });

  it('stands still while another of its loops is selected', () => {
    fc.assert(
      fc.property(anyLedger, widths, (analysis, width) => {
        const places = (selected: number | null) =>
          flowLayout(analysis, { width, selected, maxParties: 99 }).nodes.map(({ party, box }) => ({
            party,
            box,
          }));
        expect(places(1)).toEqual(places(null));
      }),
      { ...runs, numRuns: 12 },
    );
  });
});

describe('a drawing', () => {
  it.each([2, 3, 8, 12, 40, 200])('of %i parties fits 288 px', (count) => {
    const layout = flowLayout(chainOf(count), { width: 288 });
    expect(layout.nodes).toHaveLength(Math.min(count, 12));
    expect(layout.notDrawn.parties).toBe(Math.max(0, count - 12));
    expect(clashes(layout)).toEqual([]);
    expect(layout.foot.map((line) => line.text).join(' ')).toContain(
      `${Math.min(count, 12)} of ${count} parties`,
    );
  });

  it('of 40 parties that are all asked for shows 40', () => {
    const layout = flowLayout(chainOf(40), { width: 288, maxParties: 40 });
    expect(layout.nodes).toHaveLength(40);
    expect(clashes(layout)).toEqual([]);
  });

  it('lights the selected loop, makes it wider and writes the amount of each of its arrows', () => {
    const analysis = chainOf(8);
    const plain = flowLayout(analysis, { width: 288 });
    const lit = flowLayout(analysis, { width: 288, selected: 3 });
    const inLoop = lit.arrows.filter((arrow) => arrow.state === 'lit');
    expect(lit.selected?.rank).toBe(3);
    expect(inLoop).toHaveLength(3);
    for (const arrow of inLoop) {
      const before = plain.arrows.find((one) => one.from === arrow.from && one.to === arrow.to);
      expect(arrow.width).toBeGreaterThan(before?.width ?? Infinity);
    }
    const told = lit.labels.map((label) => lit.arrows[label.arrow]);
    expect(new Set(told)).toEqual(new Set(inLoop));
  });

  it('shows a selected loop that is not among the largest', () => {
    const analysis = chainOf(60);
    const last = [...analysis.loops].sort((a, b) => a.amount - b.amount)[0];
    const { nodes } = flowLayout(analysis, { width: 288, selected: last.rank });
    expect(nodes.map((node) => node.party)).toEqual(expect.arrayContaining([...last.path]));
  });

  it('lights nothing when there is no such loop', () => {
    const { selected, arrows } = flowLayout(chainOf(4), { width: 288, selected: 99 });
    expect(selected).toBeNull();
    expect(new Set(arrows.map((arrow) => arrow.state))).toEqual(new Set(['plain']));
  });

  it('puts the largest round-tripper at the top', () => {
    const { nodes } = flowLayout(chainOf(6), { width: 288 });
    const top = [...nodes].sort((a, b) => a.box.y - b.box.y)[0];
    const largest = [...chainOf(6).parties].sort((a, b) => (b.roundTrip ?? 0) - (a.roundTrip ?? 0))[0];
    expect(top.party).toBe(largest.party);
  });

  it('adds rows of one kind between two parties up, each once, and keeps kinds apart', () => {
    const analysis = analysisOf(
      [company(0), company(1)],
      [
        { path: [0, 1], kinds: ['F', 'S'] },
        { path: [0, 1], kinds: ['F', 'S'] },
        { path: [0, 1], kinds: ['W', 'S'] },
      ],
    );
    const { arrows } = flowLayout(analysis, { width: 288 });
    expect(arrows.map((arrow) => arrow.kind).sort()).toEqual(['funding', 'spend', 'warrant']);
    const spend = arrows.find((arrow) => arrow.kind === 'spend');
    expect(spend?.amount).toBe(analysis.loops[0].legs[1].amount);
    expect(spend?.loops).toEqual([1, 2, 3]);
  });

  it('of a sheet without loops says so', () => {
    const layout = flowLayout({ ...aiAnalysis, loops: [] }, { width: 288 });
    expect(layout.nodes).toEqual([]);
    expect(layout.title).toBe('No money goes round in this sheet.');
    expect(flowLayout({ ...aiAnalysis, loops: [] }, { width: 288, locale: 'ko' }).title).toMatch(
      /순환하는 자금/,
    );
  });

  it('leaves out a leg from a party to itself', () => {
    const analysis = analysisOf([company(0), company(1)], [{ path: [0, 0, 1], kinds: ['S'] }]);
    expect(flowLayout(analysis, { width: 288 }).arrows).toHaveLength(2);
  });
});

describe('the table behind the drawing', () => {
  it('has every arrow, the selected loop first, with the amounts of the picture', () => {
    const layout = flowLayout(chainOf(8), { width: 288, selected: 3 });
    const { rows, headings } = flowTable(layout);
    expect(headings).toHaveLength(5);
    expect(rows).toHaveLength(layout.arrows.length);
    expect(rows.slice(0, 3).every((row) => row.inSelectedLoop)).toBe(true);
    expect(rows.slice(3).some((row) => row.inSelectedLoop)).toBe(false);
    expect(rows.map((row) => row.amount).sort()).toEqual(
      layout.arrows.map((arrow) => arrow.amountText).sort(),
    );
  });

  it('speaks Korean', () => {
    const table = flowTable(flowLayout(chainOf(2), { width: 288, locale: 'ko' }));
    expect(table.headings[0]).toBe('지급인');
    expect(table.rows.map((row) => row.kind)).toContain('구매');
    expect(table.rows[0].amount).toMatch(/ 십억$/);
  });
});

/** Pairs that lie upon one another, and what leaves the picture. */
function clashes(layout: FlowLayout): unknown[] {
  const named = [
    ...layout.labels.map((label, i) => [`label ${i} ${label.text.text}`, label.box] as const),
    ...layout.nodes.map((node) => [node.name, node.box] as const),
    ...layout.legend.map((line) => [`legend ${line.number}`, line.badge] as const),
    ...layout.foot.map((text) => [text.text, boxOf(text)] as const),
  ];
  const found: unknown[] = [];
  named.forEach(([name, box], i) => {
    if (!inside(box, layout.width, layout.height, 0)) found.push(['outside', name, box]);
    for (const [other, there] of named.slice(i + 1)) if (overlap(box, there)) found.push([name, other]);
  });
  return found;
}

function textsOf(layout: FlowLayout): FlowText[] {
  return [
    ...layout.nodes.flatMap((node) => node.lines),
    ...layout.labels.map((label) => label.text),
    ...layout.legend.flatMap((line) => [line.numberText, line.text]),
    ...layout.key.map((item) => item.text),
    ...layout.foot,
  ];
}

function boxOf({ text, x, y, anchor, size, bold }: FlowText): Box {
  const width = textWidth(text, size, bold);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x: left, y: y - size * 0.8, width, height: size };
}

/** 'M1 2Q3 4 5 6' -> the point half way. */
function middleOf(path: string) {
  const [ax, ay, cx, cy, bx, by] = path.split(/[MQ ]/).filter(Boolean).map(Number);
  return { x: (ax + 2 * cx + bx) / 4, y: (ay + 2 * cy + by) / 4 };
}

/** A loop may be said to begin anywhere: only its title tells where. */
function withoutPath(layout: FlowLayout): Partial<FlowLayout> {
  return { ...layout, title: '' };
}
