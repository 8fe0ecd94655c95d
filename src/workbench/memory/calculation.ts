/**
 * Calculation of the workbook in memory: which formulas there are, where each looks, and in which order they go.
 *
 * A formula is calculated after those that it looks at. One that calls the add-in shows #BUSY! until the answer is
 * there, and so does everything that looks at it. A change costs O(formulas) to find those that look at it.
 */
import { type Area } from '../../engine/index';
import type { FunctionAnswer, FunctionCall } from '../model';
import { around, cellArea, meets } from '../../workbook/areas';
import { evaluate } from './evaluate';
import { callsIn, parseFormula, referencesIn, type CallExpression, type Expression } from './expression';
import { areaOf, clearSpill, land, newFormula, show, stop, type FormulaCell } from './formulaCell';
import { Pending } from './pending';
import { cellsAt, placeAddress, resolveReference, type Place, type ReferenceScope } from './references';
import { keyColumn, keyRow, type SheetCells } from './sheetCells';
import { busy, isBusy, isRows, type Value } from './value';

export type Call = (call: FunctionCall) => Promise<FunctionAnswer>;

export interface CalculationScope extends ReferenceScope {
  cells(sheet: string): SheetCells;
  /** Called once for each sheet at the end of a calculation. */
  calculated(sheet: string, area: Area): void;
}

/** A formula as it is about to be calculated. */
interface Plan {
  readonly parsed: Expression;
  readonly calls: readonly CallExpression[];
  look(reference: string): Value;
  place(reference: string): Place | null;
}

export class Calculation {
  private readonly formulas = new Map<string, FormulaCell>();
  private readonly functions = new Map<string, Call>();
  private readonly idle: (() => void)[] = [];
  private open = 0;

  constructor(private readonly scope: CalculationScope) {}

  formulaAt(sheet: string, key: number): FormulaCell | null {
    return this.formulas.get(idOf(sheet, key)) ?? null;
  }

  all(): FormulaCell[] {
    return [...this.formulas.values()];
  }

  /** A formula that has been written into its cell; it waits for the next `run`. */
  enter(sheet: string, key: number, text: string): FormulaCell {
    const formula = newFormula(sheet, key, text);
    this.formulas.set(idOf(sheet, key), formula);
    return formula;
  }

  /** The formula of a cell is gone: its spill too, and nobody waits for its answer. */
  forget(formula: FormulaCell): void {
    stop(formula);
    clearSpill(this.scope.cells(formula.sheet), formula);
    this.formulas.delete(idOf(formula.sheet, formula.key));
  }

  /** Formulas of a sheet that is gone, together with its cells. */
  forgetSheet(sheet: string): void {
    for (const formula of this.all()) {
      if (formula.sheet !== sheet) continue;
      stop(formula);
      this.formulas.delete(idOf(sheet, formula.key));
    }
  }

  /** The cells that a formula has; null where there is none. */
  spillAt(sheet: string, key: number): Area | null {
    const formula = this.formulaAt(sheet, key);
    return formula === null ? null : areaOf(formula);
  }

  register(name: string, call: Call): void {
    const known = name.toUpperCase();
    this.functions.set(known, call);
    this.recalculate(
      this.all().filter(({ text }) => {
        const parsed = parseFormula(text);
        return parsed !== null && callsIn(parsed, (called) => called === known).length > 0;
      }),
    );
  }

  /** Resolves when no formula waits for an answer. */
  settled(): Promise<void> {
    return this.open === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  /** Calculates formulas anew, and everything that looks at them or at the places that have changed. */
  recalculate(formulas: readonly FormulaCell[], changed: readonly Place[] = []): void {
    for (const formula of formulas) formula.answer = null;
    this.run(formulas, changed);
  }

  private run(formulas: readonly FormulaCell[], changed: readonly Place[]): void {
    const pending = new Pending();
    const told = new Map<string, Area>();
    const places = [...changed];
    for (const formula of formulas) if (pending.add(formula)) places.push(placeOf(formula));
    this.follow(pending, places);
    for (let formula = pending.next(); formula !== null; formula = pending.next()) {
      const before = areaOf(formula);
      this.calculate(formula);
      const area = areaOf(formula);
      const known = told.get(formula.sheet);
      told.set(formula.sheet, known === undefined ? area : around(known, area));
      if (before.bottom === area.bottom && before.right === area.right) continue;
      this.follow(pending, [{ sheet: formula.sheet, area: around(before, area) }], formula);
    }
    for (const [sheet, area] of told) this.scope.calculated(sheet, area);
  }

  /** Everything that looks at the places, and at what looks at them. A list, not recursion: chains are long. */
  private follow(pending: Pending, places: Place[], origin: FormulaCell | null = null): void {
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      const { sheet, area } = place;
      for (const formula of this.formulas.values()) {
        if (formula === origin) continue;
        const looks = formula.precedents.some((seen) => seen.sheet === sheet && meets(seen.area, area));
        // Something in the room for its spill has changed: its answer still holds.
        const isInItsWay = formula.wanted !== null && formula.sheet === sheet && meets(formula.wanted, area);
        if (!looks && !isInItsWay) continue;
        if (looks) formula.answer = null;
        if (pending.add(formula)) places.push(placeOf(formula));
      }
    }
  }

  private calculate(formula: FormulaCell): void {
    const cells = this.scope.cells(formula.sheet);
    if (formula.answer === null) stop(formula);
    const answer = formula.answer ?? this.begin(formula);
    if (answer !== null) {
      formula.answer = answer;
      land(cells, formula, answer);
      return;
    }
    clearSpill(cells, formula);
    formula.wanted = null;
    show(cells, formula, busy);
  }

  /** The answer of a formula; null when the add-in has been asked, or another formula still waits for it. */
  private begin(formula: FormulaCell): FunctionAnswer | null {
    const parsed = parseFormula(formula.text);
    formula.precedents = [];
    if (parsed === null) return failed('#NAME?');
    const own = { sheet: formula.sheet, row: keyRow(formula.key), column: keyColumn(formula.key) };
    const places = new Map(
      referencesIn(parsed).map((text) => [text, resolveReference(this.scope, text, own)] as const),
    );
    formula.precedents = [...places.values()].filter((place) => place !== null);
    for (const [text, place] of places) if (place === null) return failed(nothingThere(text));
    const isCircular = formula.precedents.some(
      (place) => place.sheet === own.sheet && meets(place.area, cellArea(own.row, own.column)),
    );
    if (isCircular) return { value: 0 };
    const place = (text: string): Place | null => places.get(text) ?? null;
    const plan: Plan = {
      parsed,
      calls: callsIn(parsed, (name) => this.functions.has(name)),
      place,
      look: (text) => cellsAt(this.scope, place(text)),
    };
    if ([...places.keys()].some((text) => isBusy(plan.look(text)))) return null;
    if (plan.calls.length === 0) return answerOf(evaluate(parsed, { look: plan.look, answers: new Map() }));
    this.ask(formula, plan);
    return null;
  }

  private ask(formula: FormulaCell, plan: Plan): void {
    const running = new AbortController();
    formula.running = running;
    this.open++;
    const done = (answer: FunctionAnswer): void => {
      // Another question has been asked meanwhile, or the formula is gone.
      if (formula.running !== running) return;
      formula.running = null;
      formula.answer = answer;
      this.run([formula], []);
      this.close();
    };
    running.signal.addEventListener('abort', () => {
      this.close();
    });
    this.answered(formula, plan, running.signal).then(done, (error: unknown) => {
      done({ error: '#VALUE!', message: String(error) });
    });
  }

  private close(): void {
    this.open--;
    if (this.open === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  /** Calls inside of others are answered first; the answer of the outermost keeps its format and its sentence. */
  private async answered(formula: FormulaCell, plan: Plan, signal: AbortSignal): Promise<FunctionAnswer> {
    const { parsed, look } = plan;
    const answers = new Map<CallExpression, Value>();
    for (const called of plan.calls) {
      const call = this.functions.get(called.name);
      if (call === undefined) return failed('#NAME?');
      const answer = await call({
        name: called.name,
        arguments: called.operands.map((operand) => evaluate(operand, { look, answers })),
        at: { sheet: formula.sheet, row: keyRow(formula.key), column: keyColumn(formula.key) },
        parameterAddresses: called.operands.map((operand) =>
          operand.kind === 'reference' ? placeAddress(this.scope, plan.place(operand.text)) : null,
        ),
        signal,
      });
      if (called === parsed) return answer;
      answers.set(called, 'error' in answer ? { error: answer.error } : answer.value);
    }
    return answerOf(evaluate(parsed, { look, answers }));
  }
}

function idOf(sheet: string, key: number): string {
  return `${sheet}/${String(key)}`;
}

function placeOf(formula: FormulaCell): Place {
  return { sheet: formula.sheet, area: areaOf(formula) };
}

function failed(error: string): FunctionAnswer {
  return { error, message: '' };
}

/** Rows of nothing have no cell to be shown in. */
function answerOf(value: Value): FunctionAnswer {
  return isRows(value) && (value.length === 0 || value[0].length === 0) ? failed('#CALC!') : { value };
}

/** A name that nobody gave, or a place that there is not. */
function nothingThere(reference: string): string {
  return /[![:#\d$]/.test(reference) ? '#REF!' : '#NAME?';
}
