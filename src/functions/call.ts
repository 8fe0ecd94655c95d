/// <reference types="custom-functions-runtime" />
/**
 * From a call of Excel to an answer: takes turns with other formulas, stops when Excel cancels, and turns every error
 * into one that Excel shows with its sentence.
 */
import { toHostError } from './answerError';
import type { AnswerCell } from './answerCells';
import { DealMemory, type DealsGiven } from './dealsArgument';
import { platformClock, Turns, type Steps } from './turns';

export type Invocation = CustomFunctions.CancelableInvocation;

/** One memory and one queue for all formulas of the workbook. */
export const memory = new DealMemory();
const turns = new Turns(platformClock);

/** A single answer, as a range of one cell: only functions that answer ranges are told the addresses of their arguments. */
export async function one(invocation: Invocation, steps: Steps<number>): Promise<number[][]> {
  return table(invocation, asRange(steps));
}

export async function table<T extends AnswerCell>(
  invocation: Invocation,
  steps: Steps<T[][]>,
): Promise<T[][]> {
  let isCancelled = false;
  invocation.onCanceled = () => (isCancelled = true);
  try {
    return await turns.run(steps, () => isCancelled);
  } catch (error) {
    throw toHostError(error);
  }
}

/** An answer of a sum or two, as a range of one cell. */
export function atOnce(invocation: Invocation, compute: () => number): Promise<number[][]> {
  return one(invocation, single(compute));
}

function* single(compute: () => number): Steps<number> {
  yield;
  return compute();
}

function* asRange(steps: Steps<number>): Steps<number[][]> {
  return [[yield* steps]];
}

export function given(deals: unknown, aliases: unknown, invocation: Invocation): DealsGiven {
  return { deals, aliases, addresses: addressesOf(invocation) };
}

export function addressesOf(invocation: Invocation): readonly unknown[] {
  return invocation.parameterAddresses ?? [];
}
