/**
 * The money-flow drawing as plain geometry: what the pane draws as elements and the report as an SVG string.
 *
 * Pixels from the top left corner, rounded to a hundredth, so that engines whose sines differ in the last bit draw the
 * same. Text is clean and shortened already; whoever draws it only escapes it.
 */
import type { LegReport, LoopKind } from '../../engine/index';

export type FlowLocale = 'en' | 'ko';

export interface FlowOptions {
  /** Of the whole picture, in pixels; 200 at least. The height follows from what is drawn. */
  readonly width: number;
  /** Rank of the loop that is lit; null lights none. A rank that the analysis does not list lights none. */
  readonly selected?: number | null;
  /** Parties drawn at most; by default as many as the width bears. The selected loop is always whole. */
  readonly maxParties?: number;
  readonly locale?: FlowLocale;
}

/** What an arrow stands for: F, W, G, S, and what the sheet does not say. */
export type FlowKind = 'funding' | 'warrant' | 'guarantee' | 'spend' | 'unsaid';

/** plain: nothing is selected. lit: part of the selected loop. faint: another loop is selected. */
export type FlowState = 'plain' | 'lit' | 'faint';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text: `x` is its start, middle or end by `anchor`, `y` its baseline. */
export interface FlowText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
}

export interface FlowNode {
  /** The name as the analysis has it: the key of the party. */
  readonly party: string;
  /** The whole name, harmless, for a tooltip. */
  readonly title: string;
  readonly box: Box;
  readonly radius: number;
  /** As it is drawn, in one line. */
  readonly name: string;
  /** The same in one line or two. */
  readonly lines: readonly FlowText[];
  readonly state: FlowState;
}

/** A shape of an arrow head: filled with the colour of the arrow or with that of the paper. */
export interface FlowHead {
  readonly shape: 'triangle' | 'open-triangle' | 'diamond' | 'circle' | 'chevron';
  /** SVG path data. */
  readonly path: string;
  readonly filled: boolean;
}

export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  readonly amount: number;
  /** '300 bn' */
  readonly amountText: string;
  /** 'Amazon → OpenAI: 60 bn, funding', for a tooltip and for a screen reader. */
  readonly title: string;
  readonly state: FlowState;
  /** Ranks of the drawn loops that go through it, the smallest first. */
  readonly loops: readonly number[];
  /** What it is the sum of, in order of their cells' rows. */
  readonly legs: readonly Pick<LegReport, 'rows' | 'cell' | 'amount' | 'class'>[];
  /** Tail and tip, each at the edge of its party. */
  readonly start: Point;
  readonly end: Point;
  /** SVG path data of the shaft, which stops where the head begins. */
  readonly path: string;
  readonly width: number;
  /** Lengths of dash and gap; empty for a solid line. */
  readonly dash: readonly number[];
  readonly head: FlowHead;
}

/** The amount of an arrow beside it, or the number of its line in the legend upon it. */
export interface FlowLabel {
  /** Index in `arrows`. */
  readonly arrow: number;
  /** Number of the line in the legend; null where the label is the amount itself. */
  readonly number: number | null;
  readonly box: Box;
  readonly text: FlowText;
  readonly state: FlowState;
}

/** A line below the picture for an amount that had no room in it. */
export interface FlowLegendLine {
  readonly number: number;
  /** Index in `arrows`. */
  readonly arrow: number;
  readonly badge: Box;
  readonly numberText: FlowText;
  readonly text: FlowText;
}

/** What an arrow head means: a small arrow and its word. */
export interface FlowKeyItem {
  readonly kind: FlowKind;
  readonly path: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly head: FlowHead;
  readonly text: FlowText;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly locale: FlowLocale;
  /** The loop that is lit; null when none is. */
  readonly selected: { readonly rank: number; readonly kind: LoopKind | null } | null;
  /** One short sentence: what the picture shows. */
  readonly title: string;
  /** The same with the amounts of the lit loop, or of the largest arrows. */
  readonly description: string;
  /** In order of drawing: what is faint first. */
  readonly arrows: readonly FlowArrow[];
  readonly nodes: readonly FlowNode[];
  readonly labels: readonly FlowLabel[];
  readonly legend: readonly FlowLegendLine[];
  readonly key: readonly FlowKeyItem[];
  /** Unit, and how much of the sheet is drawn; one or two lines. */
  readonly foot: readonly FlowText[];
  readonly notDrawn: { readonly parties: number; readonly loops: number };
}
