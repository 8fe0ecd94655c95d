/**
 * Calls of custom functions that formulas wait for.
 *
 * The engine evaluates a formula at once; a custom function takes its time. So the first evaluation starts the call and
 * shows #BUSY!; when the answer is there the cell is evaluated again and finds it here. Answers are kept by cell,
 * function and arguments: the same arguments are never asked twice by one cell, other arguments always are.
 *
 * An answer that a later evaluation of its cell did not ask for is dropped at the end of that evaluation (mark and
 * sweep), so a cell keeps no more answers than its formula has calls. Comparing is linear in the cells of the arguments.
 */
import type { Cell } from '../../engine/index';
import { isCellError } from '../../engine/index';
import type { FunctionAnswer, FunctionCall } from '../model';

export type Answerer = (call: FunctionCall) => Promise<FunctionAnswer>;
type Argument = FunctionCall['arguments'][number];

/** Where a formula stands. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface Call {
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** null: not answered yet. */
  answer: FunctionAnswer | null;
  /** Number of the evaluation that asked last. */
  asked: number;
  /** Told when nobody wants the answer any more. */
  readonly abort: AbortController;
}

const keyOf = (place: Place): string => `${place.sheet} ${place.row} ${place.column}`;

export class Calls {
  private readonly ofCell = new Map<string, Call[]>();
  /** Cells that the evaluation in progress has asked for. */
  private readonly asking = new Set<string>();
  private evaluation = 0;

  /** `settled` is told the cell whose answer has arrived, and the answer, after it can be asked for. */
  constructor(private readonly settled: (place: Place, answer: FunctionAnswer) => void) {}

  /** The answer, or null while it is not there; then the call has been started or is on its way. */
  ask(call: FunctionCall, answerer: Answerer): FunctionAnswer | null {
    const key = keyOf(call.at);
    this.asking.add(key);
    const calls = this.ofCell.get(key) ?? [];
    const known = calls.find((other) => isSameCall(other, call));
    if (known !== undefined) {
      known.asked = this.evaluation;
      return known.answer;
    }
    const started: Call = {
      name: call.name,
      arguments: call.arguments,
      answer: null,
      asked: this.evaluation,
      abort: new AbortController(),
    };
    calls.push(started);
    this.ofCell.set(key, calls);
    // Promise.resolve().then: an answerer that throws before its first await is a rejection like any other.
    void Promise.resolve()
      .then(() => answerer({ ...call, signal: started.abort.signal }))
      .catch((error: unknown): FunctionAnswer => ({
        error: '#VALUE!',
        message: error instanceof Error ? error.message : String(error),
      }))
      .then((answer) => {
        started.answer = answer;
        // A call that nobody waits for any more: its cell has been changed or asks for something else.
        if (this.ofCell.get(key)?.includes(started) === true) this.settled(call.at, answer);
      });
    return null;
  }

  /** To be called when the engine has gone through its formulas once. */
  endEvaluation(): void {
    for (const key of this.asking) this.keep(key, (call) => call.asked === this.evaluation);
    this.asking.clear();
    this.evaluation += 1;
  }

  /** Forgets what one cell has asked, when its formula is gone. */
  forgetCell(place: Place): void {
    this.keep(keyOf(place), () => false);
  }

  /** Forgets the answers of one function, or all of them. */
  forget(name?: string): void {
    for (const key of [...this.ofCell.keys()])
      this.keep(key, (call) => name !== undefined && call.name !== name);
  }

  private keep(key: string, passes: (call: Call) => boolean): void {
    const kept: Call[] = [];
    for (const call of this.ofCell.get(key) ?? []) {
      if (passes(call)) kept.push(call);
      else if (call.answer === null) call.abort.abort();
    }
    if (kept.length === 0) this.ofCell.delete(key);
    else this.ofCell.set(key, kept);
  }

  /** Why a cell shows an error, as the function said it; null when it did not. */
  messageAt(place: Place): string | null {
    for (const { answer } of this.ofCell.get(keyOf(place)) ?? []) {
      if (answer !== null && 'error' in answer && answer.message !== '') return answer.message;
    }
    return null;
  }

  /** Whether any cell still waits. */
  get isWaiting(): boolean {
    for (const calls of this.ofCell.values()) if (calls.some((call) => call.answer === null)) return true;
    return false;
  }
}

function isSameCall(known: Call, call: FunctionCall): boolean {
  if (known.name !== call.name || known.arguments.length !== call.arguments.length) return false;
  for (let i = 0; i < known.arguments.length; i += 1) {
    if (!isSameArgument(known.arguments[i], call.arguments[i])) return false;
  }
  return true;
}

function isSameArgument(a: Argument, b: Argument): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return isSameCell(a as Cell, b as Cell);
  const before: readonly (readonly Cell[])[] = a;
  const now: readonly (readonly Cell[])[] = b;
  if (before.length !== now.length) return false;
  for (let row = 0; row < now.length; row += 1) {
    const left = before[row];
    const right = now[row];
    if (left.length !== right.length) return false;
    for (let column = 0; column < right.length; column += 1) {
      if (!isSameCell(left[column], right[column])) return false;
    }
  }
  return true;
}

function isSameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  return isCellError(a) && isCellError(b) && a.error === b.error;
}
