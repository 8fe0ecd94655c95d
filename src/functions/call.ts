/// <reference types="custom-functions-runtime" />
/**
 * From a call of Excel to an answer: takes turns with other formulas, leaves long ranges to a worker, stops when Excel
 * cancels, and turns every error into one that Excel shows with its sentence.
 */
import { toHostError } from './answerError';
import type { AnswerCell } from './answerCells';
import { DealMemory, type DealsGiven } from './dealsArgument';
import { stepsOf, type AnswerTo, type Question, type QuestionName } from './questions';
import { platformClock, Turns } from './turns';
import { AskedWorker, WorkerLost, type WorkerLike } from './worker/asking';

export type Invocation = CustomFunctions.CancelableInvocation;

type NumberQuestion = { [Name in QuestionName]: AnswerTo<Name> extends number ? Name : never }[QuestionName];
type TableQuestion = Exclude<QuestionName, NumberQuestion>;

/** One memory and one queue for all formulas of the workbook. */
export const memory = new DealMemory();
const turns = new Turns(platformClock);
let worker: AskedWorker | null = null;

/** From now on long ranges are left to a worker; without one everything is answered on this thread. */
export function answerInWorker(start: () => WorkerLike): void {
  worker = new AskedWorker(start, turns, memory.digests);
}

/** A single answer, as a range of one cell: only functions that answer ranges are told the addresses of their arguments. */
export async function one(
  invocation: Invocation,
  name: NumberQuestion,
  given: DealsGiven,
  ...rest: unknown[]
): Promise<number[][]> {
  return [[await asked(invocation, { name, given, rest })]];
}

export function table<Name extends TableQuestion>(
  invocation: Invocation,
  name: Name,
  given: DealsGiven,
  ...rest: unknown[]
): Promise<AnswerTo<Name> & AnswerCell[][]> {
  return asked(invocation, { name, given, rest }) as Promise<AnswerTo<Name> & AnswerCell[][]>;
}

/** An answer of a sum or two, as a range of one cell. */
export async function atOnce(invocation: Invocation, compute: () => number): Promise<number[][]> {
  const steps = (function* () {
    yield;
    return [[compute()]];
  })();
  return shown(invocation, (signal) => turns.run(steps, () => signal.aborted));
}

function asked<Name extends QuestionName>(
  invocation: Invocation,
  question: Question<Name>,
): Promise<AnswerTo<Name>> {
  return shown(invocation, async (signal) => {
    const here = () => turns.run(stepsOf(question, memory), () => signal.aborted);
    if (worker?.takes(question) !== true) return here();
    try {
      return await worker.ask(question, signal);
    } catch (error) {
      // Slow is better than no answer: where no worker can run, this thread does what it would have done.
      if (error instanceof WorkerLost) return here();
      throw error;
    }
  });
}

async function shown<T>(invocation: Invocation, answer: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  invocation.onCanceled = () => stop.abort();
  try {
    return await answer(stop.signal);
  } catch (error) {
    throw toHostError(error);
  }
}

export function given(deals: unknown, aliases: unknown, invocation: Invocation): DealsGiven {
  return { deals, aliases, addresses: addressesOf(invocation) };
}

export function addressesOf(invocation: Invocation): readonly unknown[] {
  return invocation.parameterAddresses ?? [];
}
