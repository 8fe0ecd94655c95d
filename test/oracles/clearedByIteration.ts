/** Shares that can be paid: everyone starts in full and lowers its payments to what it has, over and over. */
export function clearedByIteration(
  outside: readonly number[],
  debts: readonly (readonly [from: number, to: number, owed: number])[],
): number[] {
  const real = debts.filter(([from, to]) => from !== to);
  const owes = outside.map((_, v) =>
    real.reduce((sum, [from, , owed]) => (from === v ? sum + owed : sum), 0),
  );
  let shares = outside.map(() => 1);
  for (let i = 0; i < 20_000; i++) {
    const has = [...outside];
    for (const [from, to, owed] of real) has[to] += owed * shares[from];
    const next = shares.map((_, v) => (owes[v] === 0 ? 1 : Math.min(1, has[v] / owes[v])));
    const still = next.every((share, v) => Math.abs(share - shares[v]) < 1e-13);
    shares = next;
    if (still) break;
  }
  return shares;
}
