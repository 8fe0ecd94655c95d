/**
 * Splits a score into points that add up exactly.
 *
 * Scores and points are in steps of a half, which binary arithmetic adds without error. The score is the exact sum
 * rounded to a step; each part is rounded down to a step, and the steps left over go to the parts with the largest
 * remainders (then the earliest), as seats are shared out in an election by largest remainder; to a part that would
 * pass its limit only when no other is left. O(parts log parts).
 */
export const step = 0.5;

/** `limits`: what each part can be at most. */
export function addUp(
  parts: readonly number[],
  limits: readonly number[] = parts.map(() => Infinity),
): { readonly total: number; readonly parts: number[] } {
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0) / step) * step;
  const whole = parts.map((part) => Math.floor(part / step) * step);
  let missing = Math.round((total - whole.reduce((sum, part) => sum + part, 0)) / step);
  const isFull = (index: number) => Number(whole[index] + step > limits[index]);
  const order = parts
    .map((_, index) => index)
    .sort((a, b) => isFull(a) - isFull(b) || parts[b] - whole[b] - (parts[a] - whole[a]) || a - b);
  for (const index of order) {
    if (missing <= 0) break;
    whole[index] += step;
    missing--;
  }
  return { total, parts: whole };
}
