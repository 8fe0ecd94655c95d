/**
 * An Analysis as a page of text for the terminal: at most `width` columns on every line (60 to 100), one answering
 * sentence before any table, every number beside the cell that it comes from. It reports evidence, never a verdict.
 */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { capex } from './capex';
import { certificate } from './certificate';
import { circularity } from './circularity';
import { hanging } from './columns';
import { headline } from './headline';
import { issues } from './issues';
import { loops, timedLoops } from './loops';
import type { Page } from './page';
import { margin, pageOf, title } from './page';
import { hold } from './numbers';
import { colours, noColours } from './paint';
import { parties } from './parties';
import { columnsAndWhy, whatWasRead } from './read';
import { carryingRows, unknownAmounts } from './rows';
import { score } from './score';
import { stress } from './stress';

export interface TextOptions {
  /** Columns of the terminal; 80 where it is not known. */
  readonly width: number;
  readonly color: boolean;
  /** Rows of each ranked list. What is left out is counted. */
  readonly top: number;
  /** What `top` the analysis itself was asked for: a list of loops or rows that is this long may go on. */
  readonly listed?: number;
}

const sections = [
  headline,
  whatWasRead,
  circularity,
  score,
  loops,
  timedLoops,
  parties,
  carryingRows,
  unknownAmounts,
  capex,
  stress,
  certificate,
  columnsAndWhy,
  issues,
  beforeQuoting,
];

/** The whole report, ending in a line break. O(size of the analysis). */
export function textReport(analysis: Analysis, options: TextOptions): string {
  const page = pageOf(analysis, { ...options, paint: options.color ? colours : noColours });
  const lines = sections.flatMap((section) => section(page));
  return `${lines.join('\n').replaceAll(hold, ' ')}\n`;
}

function beforeQuoting(page: Page): string[] {
  const { notes } = page.analysis;
  if (notes.length === 0) return [];
  return [
    ...title(page, 'Before you quote a number'),
    ...notes.flatMap((note) => hanging(`${' '.repeat(margin)}- `, visible(note), page.width)),
  ];
}
