/**
 * Names that let two functions be called without their namespace. An add-in cannot have functions without one, so the
 * workbook gets names that are LAMBDAs over them.
 */
import { nameKey } from '../workbook/names';
import type { Snapshot } from '../workbook/port';

type DefinedName = NonNullable<Snapshot['names']>[number];

export interface ShortName {
  readonly name: string;
  readonly formula: string;
}

export const shortNames: readonly ShortName[] = [
  { name: 'CIRCULARITY', formula: '=LAMBDA(deals,DEAL.CIRCULARITY(deals))' },
  { name: 'CAPEX_COVERAGE', formula: '=LAMBDA(revenue,capex,DEAL.CAPEX_COVERAGE(revenue,capex))' },
];

/** Those that are not there yet, and the first that stands for something else in this workbook; null for none. */
export function missingShortNames(known: readonly DefinedName[]): {
  readonly missing: readonly ShortName[];
  readonly other: DefinedName | null;
} {
  const ofWorkbook = new Map(
    known.flatMap((name) => (name.sheet === null ? [[nameKey(name.name), name] as const] : [])),
  );
  const of = ({ name }: ShortName): DefinedName | undefined => ofWorkbook.get(nameKey(name));
  const other = shortNames.find((short) => {
    const found = of(short);
    return found !== undefined && !isSameFormula(found.formula, short.formula);
  });
  return {
    missing: shortNames.filter((short) => of(short) === undefined),
    other: other === undefined ? null : (of(other) ?? null),
  };
}

/** A spreadsheet gives a formula back with its own spaces and capitals. */
function isSameFormula(one: string, another: string): boolean {
  const plain = (formula: string): string => formula.replace(/\s/g, '').toLowerCase();
  return plain(one) === plain(another);
}
