/**
 * Colours of the drawing as literals, for pictures that leave the pane; the pane has the same as CSS properties.
 * One accent, greys, amber for flags only. Text has at least 4.5 : 1 on the paper, arrows that count 3 : 1.
 */
export interface FlowPalette {
  readonly paper: string;
  readonly ink: string;
  /** Text that is not in question. */
  readonly quiet: string;
  readonly node: string;
  readonly nodeLine: string;
  /** Arrows when nothing is selected. */
  readonly plain: string;
  /** Arrows of other loops. */
  readonly faint: string;
  readonly accent: string;
  readonly accentFill: string;
  readonly onAccent: string;
  readonly flag: string;
}

export const lightPalette: FlowPalette = {
  paper: '#ffffff',
  ink: '#242424',
  quiet: '#5c5c5c',
  node: '#f3f3f3',
  nodeLine: '#d1d1d1',
  plain: '#5d8c89',
  faint: '#d6dbdc',
  accent: '#0b6b66',
  accentFill: '#e1f1ef',
  onAccent: '#ffffff',
  flag: '#8a5a00',
};

export const darkPalette: FlowPalette = {
  paper: '#1f1f1f',
  ink: '#f0f0f0',
  quiet: '#b3b3b3',
  node: '#2b2b2b',
  nodeLine: '#4a4a4a',
  plain: '#6f9d99',
  faint: '#434849',
  accent: '#4fc4bb',
  accentFill: '#17403d',
  onAccent: '#0d2625',
  flag: '#f2c661',
};
