/** The rows that carry the circle, filled: as few areas as hold them. */
import type { Analysis, Area } from '../../engine/index';
import type { Operation } from '../../workbook/port';
import type { RowFindings } from './commentTexts';
import { placeOf } from './dealDigests';

/** Pale teal: the one accent, and text on it keeps its contrast. */
const fill = 'E1F1EF';

export function highlightPlan(analysis: Analysis, findings: readonly RowFindings[]): Operation[] {
  const range = placeOf(analysis.input.range);
  if (range === null) return [];
  const areas: Area[] = [];
  for (const { row, value, loops } of findings) {
    if (loops.length === 0 && (value?.value ?? 0) <= 0) continue;
    const last = areas.at(-1);
    if (last !== undefined && last.bottom === row - 2) areas[areas.length - 1] = { ...last, bottom: row - 1 };
    else areas.push({ top: row - 1, bottom: row - 1, left: range.left, right: range.right });
  }
  return areas.length === 0 ? [] : [{ kind: 'highlight', sheet: analysis.input.sheet, areas, fill }];
}
