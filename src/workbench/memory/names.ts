/** Defined names of the workbook in memory: what each stands for, in the workbook or in one sheet. */

export class DefinedNames {
  private readonly formulas = new Map<string, string>();

  /** `formula` null takes the name off. */
  define(name: string, sheet: string | null, formula: string | null): void {
    const key = keyOf(name, sheet);
    if (formula === null) this.formulas.delete(key);
    else this.formulas.set(key, formula);
  }

  /** The sheet's own name first. */
  formulaOf(name: string, sheet: string): string | null {
    return this.formulas.get(keyOf(name, sheet)) ?? this.formulas.get(keyOf(name, null)) ?? null;
  }
}

function keyOf(name: string, sheet: string | null): string {
  return `${sheet ?? ''}/${name.toLowerCase()}`;
}
