/**
 * Slower and more obvious still: every whole circulation of a tiny ledger, by trying all flows of all rows.
 * (amount + 1) x (amount + 1) x ... combinations: for a handful of rows of a few units.
 */
import type { Rows } from './circulationByCycleCancelling';

/** All optimal flows and their sum. Self-deals carry nothing. */
export function everyMaximumCirculation(rows: Rows): { amount: number; flows: number[][] } {
  const flow = rows.amount.map(() => 0);
  let amount = 0;
  let flows: number[][] = [];
  for (;;) {
    const net = new Array<number>(rows.nodes).fill(0);
    let sum = 0;
    flow.forEach((f, row) => {
      net[rows.from[row]] -= f;
      net[rows.to[row]] += f;
      sum += f;
    });
    if (net.every((x) => x === 0)) {
      if (sum > amount) flows = [];
      amount = Math.max(amount, sum);
      if (sum === amount) flows.push([...flow]);
    }
    let row = 0;
    while (row < flow.length && (rows.from[row] === rows.to[row] || flow[row] === rows.amount[row])) {
      flow[row++] = 0;
    }
    if (row === flow.length) return { amount, flows };
    flow[row]++;
  }
}
