/** All simple cycles by trying every path, and those that can have happened in order by trying every day. */
export interface Deal {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly firstDay?: number;
  readonly lastDay?: number;
}

export interface Loop {
  readonly legs: number[];
  readonly amount: number;
}

/** Every simple cycle of 2 .. maxLegs deals, each told from its smallest node, in the order of the ranking. */
export function allLoops(nodes: number, deals: readonly Deal[], maxLegs: number): Loop[] {
  const loops: Loop[] = [];
  const walk = (start: number, at: number, legs: number[], visited: Set<number>): void => {
    deals.forEach((deal, index) => {
      if (deal.from !== at || deal.to === at || !(deal.amount > 0) || legs.length === maxLegs) return;
      if (deal.to === start && legs.length > 0) {
        const closed = [...legs, index];
        loops.push({ legs: closed, amount: Math.min(...closed.map((leg) => deals[leg].amount)) });
      } else if (deal.to > start && !visited.has(deal.to))
        walk(start, deal.to, [...legs, index], new Set([...visited, deal.to]));
    });
  };
  for (let start = 0; start < nodes; start++) walk(start, start, [], new Set([start]));
  return loops.sort((a, b) => {
    if (a.amount !== b.amount) return b.amount - a.amount;
    if (a.legs.length !== b.legs.length) return a.legs.length - b.legs.length;
    for (let i = 0; i < a.legs.length; i++) {
      const [x, y] = [a.legs[i], b.legs[i]];
      if (x !== y) return deals[x].from - deals[y].from || deals[x].to - deals[y].to || x - y;
    }
    return 0;
  });
}

/** Whether the legs, in this order, can be given days that never decrease and stay within the window of the first. */
export function happensInOrder(legs: readonly Deal[], windowDays: number): boolean {
  const first = legs[0];
  if (legs.some((leg) => leg.firstDay === undefined || leg.lastDay === undefined)) return false;
  const fits = (index: number, earliest: number, deadline: number): boolean => {
    if (index === legs.length) return true;
    const { firstDay = 0, lastDay = 0 } = legs[index];
    for (let day = Math.max(earliest, firstDay); day <= Math.min(lastDay, deadline); day++)
      if (fits(index + 1, day, deadline)) return true;
    return false;
  };
  for (let day = first.firstDay ?? 0; day <= (first.lastDay ?? 0); day++)
    if (fits(1, day, day + windowDays)) return true;
  return false;
}

/** Every loop that respects time, told from its earliest possible starting leg, in the order of the ranking. */
export function allTimedLoops(
  nodes: number,
  deals: readonly Deal[],
  maxLegs: number,
  windowDays: number,
): Loop[] {
  const timed: Loop[] = [];
  for (const { legs, amount } of allLoops(nodes, deals, maxLegs)) {
    const rotations = legs.map((_, i) => [...legs.slice(i), ...legs.slice(0, i)]);
    const possible = rotations.filter((rotation) =>
      happensInOrder(
        rotation.map((leg) => deals[leg]),
        windowDays,
      ),
    );
    if (possible.length === 0) continue;
    const key = (rotation: number[]): number[] => {
      const { firstDay = 0, lastDay = 0 } = deals[rotation[0]];
      return [firstDay, lastDay, rotation[0]];
    };
    possible.sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
    });
    timed.push({ legs: possible[0], amount });
  }
  return timed;
}
