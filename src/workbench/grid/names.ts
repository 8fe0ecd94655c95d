/**
 * Names that formulas know: of cells, values and LAMBDA functions, which may call custom functions in their turn.
 */
import type { IDefinedNamesServiceParam } from '@univerjs/engine-formula';
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import type { Book } from '../../engine/index';
import type { NameModel } from '../model';
import { tablesOfBook } from './bookTables';
import type { Calculation } from './calculation';
import type { Place } from './calls';
import type { Desk } from './desk';
import { emptyLexer } from './lexer';
import { toEngine, toExcel, type TablesOfCell } from './formulaText';
import type { Calculable } from './spills';
import type { TableFormulas } from './tableFormulas';

/** No cell: a name is nobody's row. */
const nowhere: Place = { sheet: '', row: -1, column: -1 };

export class Names {
  /** Of the book: those that the engine is not told of. */
  private untold: readonly NameModel[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly tables: TableFormulas,
    private readonly calculation: Calculation,
  ) {}

  /** `sheet` null: for the whole workbook. `formula` null: the name is no longer known. */
  define(name: string, sheet: string | null, formula: string | null): void {
    const unitId = this.desk.workbook().getUnitId();
    const known = this.service.getValueById(unitId, keyOf(name, sheet));
    if (formula !== null) {
      const param = paramOf(name, sheet, formula, this.tables.ofCell(nowhere));
      this.desk.run(SetDefinedNameMutation.id, { ...param, unitId });
    } else if (known) this.desk.run(RemoveDefinedNameMutation.id, { ...known, unitId });
    this.untold = this.untold.filter((other) => !isNamed(other, name, sheet));
    this.calculation.readAnew(name);
  }

  /** Those that the user sees. */
  all(): NameModel[] {
    const told = this.params().flatMap(({ name, localSheetId, formulaOrRefString, hidden }) => {
      if (hidden === true) return [];
      const sheet = localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : (localSheetId ?? null);
      return [{ name, sheet, formula: toExcel(withSign(formulaOrRefString)) }];
    });
    const untold = this.untold.filter(
      (name) =>
        (name.sheet === null || this.desk.has(name.sheet)) &&
        !told.some((other) => isNamed(other, name.name, name.sheet)),
    );
    return [...told, ...untold];
  }

  /**
   * Gives a book that was just made the names that are calculable, before its formulas are read. Those of single sheets
   * the engine would know everywhere: formulas with them keep the values of the file. `idOf` is the id of a sheet.
   */
  load(unitId: string, book: Book, idOf: (index: number) => string, calculable: Calculable): void {
    emptyLexer(this.desk.injector);
    const tables = tablesOfBook(book)(-1, -1, -1);
    const untold: NameModel[] = [];
    for (const { name, sheet, formula } of book.names ?? []) {
      if (sheet === null && calculable(`=${name}`)) {
        this.service.registerDefinedName(unitId, paramOf(name, null, formula, tables));
      } else untold.push({ name, sheet: sheet === null ? null : idOf(sheet), formula });
    }
    this.untold = untold;
  }

  /** To be called when a workbook goes. */
  drop(unitId: string): void {
    this.service.removeUnitDefinedName(unitId);
  }

  /** To be called when a function has another meaning: what is named after it has one too. */
  functionChanged(name: string): void {
    const changed = new Set([name.toUpperCase()]);
    // In place: names that are found are looked for in their turn.
    for (const word of changed)
      for (const known of this.params())
        if (known.formulaOrRefString.toUpperCase().includes(word)) changed.add(known.name.toUpperCase());
    changed.delete(name.toUpperCase());
    for (const known of changed) this.calculation.readAnew(known);
  }

  private params(unitId = this.desk.workbook().getUnitId()): IDefinedNamesServiceParam[] {
    return Object.values(this.service.getDefinedNameMap(unitId) ?? {});
  }

  private get service(): IDefinedNamesService {
    return this.desk.injector.get(IDefinedNamesService);
  }
}

function isNamed(known: NameModel, name: string, sheet: string | null): boolean {
  return known.sheet === sheet && known.name.toLowerCase() === name.toLowerCase();
}

function keyOf(name: string, sheet: string | null): string {
  return `${sheet ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME} ${name.toLowerCase()}`;
}

function paramOf(
  name: string,
  sheet: string | null,
  formula: string,
  tables: TablesOfCell,
): IDefinedNamesServiceParam {
  return {
    id: keyOf(name, sheet),
    name,
    localSheetId: sheet ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    formulaOrRefString: toEngine(formula, tables),
  };
}

/** The engine's own dialog stores references without it. */
function withSign(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}
