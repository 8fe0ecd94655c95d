/** What a driver of the score reads from the measures, and the words it says it with. */

export interface DriverValue {
  readonly id: string;
  readonly value: number | null;
  /** Multiplies the points: 1 but for drivers that matter only in proportion to another. */
  readonly scale: number;
  readonly evidence: string;
  readonly cells: readonly string[];
}

/** Shares of one as a reader expects them: two decimals where they are small, none where there is nothing. */
export const percent = (share: number) =>
  `${share === 0 ? '0' : (100 * share).toFixed(share < 0.1 ? 2 : 1)} %`;

/** 'A', 'A and B', 'A, B and 3 others'. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length === 2) return `${names[0]} and ${names[1]}`;
  return `${names[0]}, ${names[1]} and ${names.length - 2} other${names.length === 3 ? '' : 's'}`;
}
