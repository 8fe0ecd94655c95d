/** Every question about a table of deals by its name: the same whether it is answered here or in the worker. */
import {
  circularity,
  circularityRange,
  customerConcentration,
  fundedShare,
  organicRevenue,
  outsideDemand,
  risk,
  roundTrip,
} from './circularAnswers';
import { loops, parties, rowScore, stress } from './tableAnswers';
import type { DealMemory, DealsGiven } from './dealsArgument';
import type { Steps } from './turns';

export const questions = {
  circularity,
  circularityRange,
  customerConcentration,
  fundedShare,
  loops,
  organicRevenue,
  outsideDemand,
  parties,
  risk,
  roundTrip,
  rowScore,
  stress,
};

type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type AnswerTo<Name extends QuestionName> =
  ReturnType<Questions[Name]> extends Steps<infer Answer> ? Answer : never;

/** A question with its arguments, as a formula gives them. */
export interface Question<Name extends QuestionName = QuestionName> {
  readonly name: Name;
  readonly given: DealsGiven;
  /** What follows the deals, without the aliases: whatever a cell can hold. */
  readonly rest: readonly unknown[];
}

/** The work of a question, to be done in turns. */
export function stepsOf<Name extends QuestionName>(
  { name, given, rest }: Question<Name>,
  memory: DealMemory,
): Steps<AnswerTo<Name>> {
  const answer: (memory: DealMemory, given: DealsGiven, ...rest: unknown[]) => Steps<unknown> =
    questions[name];
  return answer(memory, given, ...rest) as Steps<AnswerTo<Name>>;
}
