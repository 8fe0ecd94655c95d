/** Formulas that wait to be calculated, given out in the order in which they look at each other. */
import type { Area } from '../../engine/index';
import { around, meets } from '../../workbook/areas';
import { areaOf, type FormulaCell } from './formulaCell';

/** Spills that make room for each other could go on for ever. */
const mostTimes = 4;

export class Pending {
  private readonly waiting = new Set<FormulaCell>();
  private readonly times = new Map<FormulaCell, number>();
  /** Sheet -> the rectangle around all that have waited: most formulas look at data outside of it. */
  private readonly bounds = new Map<string, Area>();

  /** False when it waits already, or has been calculated too often. */
  add(formula: FormulaCell): boolean {
    const times = this.times.get(formula) ?? 0;
    if (this.waiting.has(formula) || times >= mostTimes) return false;
    this.waiting.add(formula);
    this.times.set(formula, times + 1);
    const bounds = this.bounds.get(formula.sheet);
    const area = areaOf(formula);
    this.bounds.set(formula.sheet, bounds === undefined ? area : around(bounds, area));
    return true;
  }

  /** One that looks at no other that waits, or one of a circle; null when none is left. */
  next(): FormulaCell | null {
    const passed = new Set<FormulaCell>();
    let [found] = this.waiting as Iterable<FormulaCell | undefined>;
    if (found === undefined) return null;
    for (let before: FormulaCell | null = found; before !== null && !passed.has(before);) {
      found = before;
      passed.add(before);
      before = this.lookedAtBy(before);
    }
    this.waiting.delete(found);
    return found;
  }

  private lookedAtBy(formula: FormulaCell): FormulaCell | null {
    for (const { sheet, area } of formula.precedents) {
      const bounds = this.bounds.get(sheet);
      if (bounds === undefined || !meets(bounds, area)) continue;
      for (const other of this.waiting) {
        if (other !== formula && other.sheet === sheet && meets(areaOf(other), area)) return other;
      }
    }
    return null;
  }
}
