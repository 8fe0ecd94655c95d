/** Everything of a sheet besides its cells, as an add-in has made it: what saving compares. */
import { highlightFormula } from '../../workbook/marks';
import type { Area } from '../../engine/index';
import type { SheetLayout } from '../../workbook/looks';
import type { PlacedComment } from '../model';
import { highlightsIn } from './highlights';
import type { PlacedLook, SheetLooks } from './sheetLooks';
import type { SheetMarks } from './sheetMarks';
import type { SheetShape } from './sheetShape';

export interface SheetFinish {
  readonly comments: readonly PlacedComment[];
  readonly highlights: readonly { readonly areas: readonly Area[]; readonly fill: string }[];
  /** Rules of others, which are not saved. */
  readonly otherRules: number;
  /** Row by row, from left to right. */
  readonly looks: readonly PlacedLook[];
  /** null: nobody has set the page up. */
  readonly layout: SheetLayout | null;
  /** How often all looks of the sheet were taken off. */
  readonly clears: number;
}

/** Points of a digit of the default font. */
const DIGIT = (7 * 3) / 4;
/** Digits of a column that has no width of its own. */
const STANDARD = 64 / 7;

export function finishOf(
  sheet: string,
  marks: SheetMarks,
  looks: SheetLooks,
  shape: SheetShape,
): SheetFinish {
  const rules = marks.rules(sheet);
  return {
    comments: marks.comments(sheet),
    highlights: highlightsIn(rules).map(({ areas, fill }) => ({ areas, fill: fill.replace('#', '') })),
    otherRules: rules.filter(({ properties }) => properties.get('Custom/Rule/Formula') !== highlightFormula)
      .length,
    looks: looks.looksOf(sheet),
    layout: layoutOf(sheet, marks, looks, shape),
    clears: looks.clearsOf(sheet),
  };
}

function layoutOf(
  sheet: string,
  marks: SheetMarks,
  looks: SheetLooks,
  shape: SheetShape,
): SheetLayout | null {
  const page = marks.page(sheet);
  if (page === null || page.printed === null) return null;
  const widths = looks.widthsOf(sheet);
  const columns = 1 + Math.max(-1, ...widths.keys());
  return {
    columns: Array.from({ length: columns }, (_, column) => {
      const points = widths.get(column);
      return points === undefined ? STANDARD : points / DIGIT;
    }),
    rows: [...looks.heightsOf(sheet)]
      .sort(([one], [other]) => one - other)
      .map(([row, height]) => ({ row, height })),
    merges: shape.merges(sheet),
    gridlines: page.gridlines,
    page: {
      landscape: page.landscape,
      area: page.printed,
      footer: page.footer,
      breaks: page.breaks,
    },
  };
}
