/** How long a bar is. One outlier must not press every other bar of a chart to nothing: it is cut, and drawn as cut. */

export interface Stretch {
  /** Share of the room, 0..1. */
  readonly length: number;
  /** The value is longer than the room. */
  readonly isCut: boolean;
}

/** The value that fills the room: the largest one, though not less than `least` and not more than `most`. */
export function scaleOf(
  values: readonly (number | null)[],
  { least, most }: { readonly least: number; readonly most: number },
): number {
  return values.reduce<number>((scale, value) => Math.min(most, Math.max(scale, value ?? 0)), least);
}

/** What is unknown or below nothing has no bar; its text says which. */
export function stretch(value: number | null, scale: number): Stretch {
  if (value === null || !(value > 0) || !(scale > 0)) return { length: 0, isCut: false };
  return { length: Math.min(1, value / scale), isCut: value > scale };
}
