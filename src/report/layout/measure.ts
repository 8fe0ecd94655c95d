/** Sizes of everything, by the width of the picture: 320 px first, a page of a report, a slide. */
export interface Measures {
  readonly name: number;
  readonly amount: number;
  readonly small: number;
  readonly nodeHeight: number;
  readonly nodePadding: number;
  readonly mostNameWidth: number;
  readonly maxParties: number;
  /** Labels when no loop is selected. */
  readonly labels: number;
  /** Arrow widths: of the smallest amount and of the largest. */
  readonly thin: number;
  readonly thick: number;
}

export function measuresFor(width: number): Measures {
  if (width < 480)
    return {
      name: 12,
      amount: 11,
      small: 11,
      nodeHeight: 24,
      nodePadding: 8,
      mostNameWidth: Math.min(88, width * 0.3),
      maxParties: 12,
      labels: 3,
      thin: 1.25,
      thick: 6,
    };
  if (width < 800)
    return {
      name: 13,
      amount: 12,
      small: 12,
      nodeHeight: 28,
      nodePadding: 11,
      mostNameWidth: 128,
      maxParties: 14,
      labels: 8,
      thin: 1.5,
      thick: 9,
    };
  return {
    name: 15,
    amount: 14,
    small: 13,
    nodeHeight: 34,
    nodePadding: 14,
    mostNameWidth: 190,
    maxParties: 18,
    labels: 12,
    thin: 1.75,
    thick: 13,
  };
}
