/** Slow and obvious: maximum flow by augmenting one shortest path after another on a matrix (Edmonds-Karp). */
export function maxflowByShortestPaths(
  nodes: number,
  arcs: readonly (readonly [number, number, number])[],
  source: number,
  sink: number,
): number {
  const free = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0));
  for (const [u, v, capacity] of arcs) free[u][v] += capacity;
  for (let sent = 0; ;) {
    const parent = new Array<number>(nodes).fill(-1);
    parent[source] = source;
    const queue = [source];
    for (const u of queue) {
      for (let v = 0; v < nodes; v++) {
        if (parent[v] >= 0 || free[u][v] <= 0) continue;
        parent[v] = u;
        queue.push(v);
      }
    }
    if (parent[sink] < 0) return sent;
    let amount = Infinity;
    for (let v = sink; v !== source; v = parent[v]) amount = Math.min(amount, free[parent[v]][v]);
    for (let v = sink; v !== source; v = parent[v]) {
      free[parent[v]][v] -= amount;
      free[v][parent[v]] += amount;
    }
    sent += amount;
  }
}
