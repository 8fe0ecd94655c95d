import fc from 'fast-check';
import { FlowNetwork } from '../../../src/engine/kernel/maxflow';
import { maxflowByShortestPaths } from '../../oracles/maxflowByShortestPaths';

type Arc = readonly [number, number, number];

const networks = (nodes: number, arcs: number, amount: number) =>
  fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(
      fc.tuple(fc.nat({ max: nodes - 1 }), fc.nat({ max: nodes - 1 }), fc.nat({ max: amount })),
      { maxLength: arcs },
    ),
  });

function networkOf(nodes: number, arcs: readonly Arc[]): FlowNetwork {
  const network = new FlowNetwork(nodes, arcs.length);
  for (const [u, v, capacity] of arcs) network.addArc(u, v, capacity);
  return network;
}

/** Flow fits, is kept at every node but the two ends, and its value is `value`. */
function expectFlow(network: FlowNetwork, nodes: number, arcs: readonly Arc[], value: number): void {
  const net = new Array<number>(nodes).fill(0);
  arcs.forEach(([u, v, capacity], arc) => {
    const flow = network.flow(arc);
    if (flow < 0 || flow > capacity) throw new Error(`Arc ${arc} of ${capacity} carries ${flow}.`);
    net[u] -= flow;
    net[v] += flow;
  });
  expect(net).toEqual(net.map((_, v) => (v === 0 ? 0 - value : v === nodes - 1 ? value : 0)));
}

describe('maximum flow', () => {
  it('equals shortest augmenting paths, keeps every node balanced, and its cut is full', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 }).chain((nodes) => networks(nodes, 40, 9)),
        ({ nodes, arcs }) => {
          const network = networkOf(nodes, arcs);
          const value = network.maximum(0, nodes - 1);
          expect(value).toBe(maxflowByShortestPaths(nodes, arcs, 0, nodes - 1));
          expectFlow(network, nodes, arcs, value);
          const side = network.minimumCut(0);
          expect([side[0], side[nodes - 1]]).toEqual([1, 0]);
          let cut = 0;
          for (const [u, v, capacity] of arcs) if (side[u] === 1 && side[v] === 0) cut += capacity;
          expect(cut).toBe(value);
        },
      ),
      { seed: 51, numRuns: 1000 },
    );
  });

  it('goes on from the flow that is there, and from none after reset', () => {
    fc.assert(
      fc.property(networks(7, 25, 9), fc.nat({ max: 12 }), ({ nodes, arcs }, limit) => {
        const network = networkOf(nodes, arcs);
        const all = network.maximum(0, nodes - 1);
        expect(network.maximum(0, nodes - 1)).toBe(0);
        network.reset();
        const some = network.maximum(0, nodes - 1, limit);
        expect(some).toBe(Math.min(limit, all));
        expectFlow(network, nodes, arcs, some);
        expect(some + network.maximum(0, nodes - 1)).toBe(all);
        expectFlow(network, nodes, arcs, all);
      }),
      { seed: 52, numRuns: 400 },
    );
  });

  it('sees capacities that changed and arcs that were added later', () => {
    fc.assert(
      fc.property(networks(6, 20, 9), networks(6, 6, 9), fc.nat({ max: 9 }), ({ arcs }, more, capacity) => {
        fc.pre(arcs.length > 0);
        const network = new FlowNetwork(6, 1);
        for (const [u, v, c] of arcs) network.addArc(u, v, c);
        network.maximum(0, 5);
        network.reset();
        for (const [u, v, c] of more.arcs) network.addArc(u, v, c);
        network.setCapacity(0, capacity);
        const now: Arc[] = [[arcs[0][0], arcs[0][1], capacity], ...arcs.slice(1), ...more.arcs];
        expect(network.maximum(0, 5)).toBe(maxflowByShortestPaths(6, now, 0, 5));
      }),
      { seed: 53, numRuns: 300 },
    );
  });

  it('uses both directions of an arc with a way back', () => {
    fc.assert(
      fc.property(networks(6, 14, 9), networks(6, 6, 9), ({ arcs }, two) => {
        const network = networkOf(6, arcs);
        for (const [u, v, c] of two.arcs) network.addArc(u, v, c, c + 1);
        const both: Arc[] = [...arcs, ...two.arcs, ...two.arcs.map(([u, v, c]) => [v, u, c + 1] as const)];
        expect(network.maximum(0, 5)).toBe(maxflowByShortestPaths(6, both, 0, 5));
      }),
      { seed: 54, numRuns: 300 },
    );
  });

  it('counts unlimited capacity up to 2^53 - 1 and never beyond', () => {
    const network = new FlowNetwork(4, 4);
    network.addArc(0, 1, Infinity);
    network.addArc(1, 3, Infinity);
    network.addArc(0, 2, Number.MAX_SAFE_INTEGER);
    network.addArc(2, 3, Infinity);
    expect(network.maximum(0, 3)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('crosses a line of 200,000 nodes without recursion', () => {
    const n = 200_000;
    const network = new FlowNetwork(n, n);
    for (let v = 0; v + 1 < n; v++) network.addArc(v, v + 1, 5 + (v % 3));
    expect(network.maximum(0, n - 1)).toBe(5);
  });

  it('refuses misuse', () => {
    const network = new FlowNetwork(2, 1);
    expect(() => network.addArc(0, 2, 1)).toThrow('Arc "0 -> 2" leaves the nodes 0 .. 1.');
    expect(() => network.addArc(0, 1, -1)).toThrow('Capacity "-1" is not a whole number from 0 to 2^53 - 1.');
    expect(() => network.addArc(0, 1, 0.5)).toThrow(RangeError);
    expect(() => network.addArc(0, 1, NaN)).toThrow(RangeError);
    expect(() => network.maximum(1, 1)).toThrow('Node "1" cannot be both source and sink.');
    network.addArc(0, 1, 7);
    network.maximum(0, 1);
    expect(() => network.setCapacity(0, 6)).toThrow(
      'Arc 0 carries "7", more than its new capacity "6" holds.',
    );
  });
});
