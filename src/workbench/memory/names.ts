/** Defined names of the workbook in memory: what each stands for, in the workbook or in one sheet. */
import type { NameModel } from '../model';

export class DefinedNames {
  private readonly names = new Map<string, NameModel>();

  /** `formula` null takes the name off. */
  define(name: string, sheet: string | null, formula: string | null): void {
    const key = keyOf(name, sheet);
    if (formula === null) this.names.delete(key);
    else this.names.set(key, { name, sheet, formula });
  }

  all(): readonly NameModel[] {
    return [...this.names.values()];
  }

  /** The sheet's own name first. */
  formulaOf(name: string, sheet: string): string | null {
    const known = this.names.get(keyOf(name, sheet)) ?? this.names.get(keyOf(name, null));
    return known?.formula ?? null;
  }

  /** Names go with their sheet. */
  dropOf(sheet: string): void {
    for (const [key, known] of this.names) if (known.sheet === sheet) this.names.delete(key);
  }

  rewrite(work: (formula: string) => string): void {
    for (const [key, known] of this.names) this.names.set(key, { ...known, formula: work(known.formula) });
  }
}

function keyOf(name: string, sheet: string | null): string {
  return `${sheet ?? ''}/${name.toLowerCase()}`;
}
