/** The name that a user most likely meant: for "Did you mean --top?". */

/** The nearest of `names` by edits, or null when none is within a third of the length (at least 1, at most 4). */
export function nearest(typed: string, names: readonly string[]): string | null {
  const word = typed.toLowerCase().slice(0, 40);
  const allowed = Math.max(1, Math.min(4, Math.ceil(word.length / 3)));
  let best: string | null = null;
  let least = allowed + 1;
  for (const name of names) {
    const distance = name.startsWith(word) && word.length >= 3 ? 1 : edits(word, name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Damerau-Levenshtein distance (neighbours swapped count once). O(|a| x |b|). */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      line[j] = Math.min(above[j] + 1, line[j - 1] + 1, above[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        line[j] = Math.min(line[j], before[j - 2] + 1);
    }
    before = above;
    above = line;
  }
  return above[b.length];
}
