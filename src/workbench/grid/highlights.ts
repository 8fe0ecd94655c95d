/** Fills cells under the rules of Looplens while they are drawn: the cells themselves keep their styles. */
import type { Injector } from '@univerjs/core';
import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { Area } from '../../engine/index';
import { highlightFormula } from '../../workbook/marks';
import type { ConditionalFormatModel } from '../model';

export interface Highlight {
  readonly areas: readonly Area[];
  /** '#D6ECEA' */
  readonly fill: string;
}

/** Those of Looplens, whose formula is always true: other rules are kept and not drawn. */
export function highlightsIn(rules: readonly ConditionalFormatModel[]): readonly Highlight[] {
  return rules.flatMap(({ areas, properties }) => {
    const fill = properties.get('Custom/Format/Fill/Color');
    const isOurs = properties.get('Custom/Rule/Formula') === highlightFormula;
    return isOurs && typeof fill === 'string' ? [{ areas, fill }] : [];
  });
}

export function drawHighlights(injector: Injector, of: (sheet: string) => readonly Highlight[]): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'looplens-highlights',
    effect: InterceptorEffectEnum.Style,
    priority: 50,
    handler: (cell, { row, col, subUnitId, workbook }, next) => {
      const fill = fillAt(of(subUnitId), row, col);
      if (fill === null) return next(cell);
      const own = workbook.getStyles().getStyleByCell(cell) ?? {};
      return next({ ...cell, s: { ...own, bg: { rgb: fill } } });
    },
  });
}

function fillAt(highlights: readonly Highlight[], row: number, column: number): string | null {
  for (const { areas, fill } of highlights)
    for (const { top, left, bottom, right } of areas)
      if (row >= top && row <= bottom && column >= left && column <= right) return fill;
  return null;
}
