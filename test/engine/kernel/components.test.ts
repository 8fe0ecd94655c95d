import fc from 'fast-check';
import { components } from '../../../src/engine/kernel/components';
import { buildGraph } from '../../../src/engine/kernel/graph';
import type { Graph } from '../../../src/engine/kernel/graph';
import { graphOf, ledgers } from '../../arbitraries/ledgers';

/** reach[u][v]: whether v can be reached from u, by Warshall's closure. */
function reachability(graph: Graph): boolean[][] {
  const parties = Array.from({ length: graph.nodes }, (_, v) => v);
  const reach = parties.map((u) => parties.map((v) => u === v));
  for (let a = 0; a < graph.arcs; a++) reach[graph.tail[a]][graph.head[a]] = true;
  for (const k of parties)
    for (const u of parties) for (const v of parties) reach[u][v] ||= reach[u][k] && reach[k][v];
  return reach;
}

describe('strongly connected components', () => {
  it('put two parties together exactly when each reaches the other', () => {
    fc.assert(
      fc.property(ledgers(9, 16, 1), (rows) => {
        const graph = graphOf(rows);
        const { of, count } = components(graph);
        const reach = reachability(graph);
        const together = reach.map((row, u) => row.map((there, v) => there && reach[v][u]));
        expect(reach.map((row, u) => row.map((_, v) => of[u] === of[v]))).toEqual(together);
        expect(new Set(of).size).toBe(count);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it('are numbered from 0 in topological order', () => {
    fc.assert(
      fc.property(ledgers(9, 14, 1), (rows) => {
        const graph = graphOf(rows);
        const { of, count } = components(graph);
        expect([...new Set(of)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, c) => c));
        for (let a = 0; a < graph.arcs; a++) {
          expect(of[graph.tail[a]]).toBeLessThanOrEqual(of[graph.head[a]]);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('of a line and of a ring of 300,000 parties are found without recursion', () => {
    const n = 300_000;
    const from = Int32Array.from({ length: n }, (_, v) => v);
    const to = from.map((v) => (v + 1) % n);
    const amount = new Float64Array(n).fill(1);
    expect(components(buildGraph(n, from, to, amount)).count).toBe(1);
    amount[n - 1] = 0;
    const line = components(buildGraph(n, from, to, amount));
    expect(line.count).toBe(n);
    expect(line.of.every((c, v) => c === v)).toBe(true);
  });

  it('of nothing are none', () => {
    expect(components(graphOf({ nodes: 0, from: [], to: [], amount: [] })).count).toBe(0);
  });
});
