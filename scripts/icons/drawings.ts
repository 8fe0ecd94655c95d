/** Which drawing makes which icon. Small sizes have drawings of their own, with fewer and heavier strokes. */
import { resolve } from 'node:path';

export const iconSources = resolve(__dirname, '..', '..', 'assets', 'icons');

/** A new set of drawings gets a new folder, because Office keeps what it has once fetched. */
export const iconFolder = 'v1';

export interface Drawing {
  /** File name of the PNG. */
  readonly name: string;
  /** File name of the SVG. */
  readonly source: string;
  /** Pixels, square. */
  readonly size: number;
}

/** sizes of each drawing: mark = the add-in itself, score = its command, logo = the store. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  'mark-16': [16],
  'mark-24': [20, 24],
  'mark-40': [32, 40, 48],
  'mark-128': [64, 80, 128],
  'score-16': [16],
  'score-20': [20],
  'score-24': [24],
  'score-40': [32, 40, 48],
  'score-128': [64, 80],
  logo: [300],
};

export function drawings(): Drawing[] {
  return Object.entries(sizes).flatMap(([drawing, pixels]) =>
    pixels.map((size) => ({ name: `${drawing.split('-')[0]}-${size}.png`, source: `${drawing}.svg`, size })),
  );
}
