/** A picture of plain shapes, which a spreadsheet can show, print and take apart. Pixels from its top left corner. */
export interface PicturePath {
  readonly kind: 'path';
  /** M, L, Q, Z and half circles (A) of SVG, absolute. */
  readonly path: string;
  /** 'RRGGBB'; null for none. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly dashed: boolean;
}

export interface PictureBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string | null;
}

/** One line: `x` is its start, middle or end by `anchor`, `y` its baseline. */
export interface PictureText {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** For who cannot see it. */
  readonly description: string;
  /** What is drawn first lies below. */
  readonly shapes: readonly (PicturePath | PictureBox | PictureText)[];
}

/** By which a picture of Looplens is known again. */
export const pictureName = 'Looplens: money flow';
