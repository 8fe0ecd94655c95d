/** The worker of the functions: holds the ranges that were handed over, and answers questions about them in turns. */
import { AnswerError } from '../answerError';
import { DealMemory } from '../dealsArgument';
import { stepsOf, type Question } from '../questions';
import { Turns, type Clock } from '../turns';
import type { FromWorker, SentArgument, SentQuestion, ToWorker } from './messages';

/** A worker's own surroundings; the type library of workers cannot stand beside that of pages. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

export function serveQuestions(scope: WorkerScope, clock: Clock): void {
  const memory = new DealMemory();
  const turns = new Turns(clock);
  const ranges = new Map<string, unknown[][]>();
  /** Questions that somebody waits for. */
  const wanted = new Set<number>();

  scope.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'rows': {
        const rows = ranges.get(data.range) ?? [];
        for (const row of data.rows) rows.push(row);
        memory.digests.know(rows, data.range);
        ranges.set(data.range, rows);
        return;
      }
      case 'drop':
        ranges.delete(data.range);
        return;
      case 'cancel':
        wanted.delete(data.id);
        return;
      case 'ask':
        void answer(data.id, data.question);
    }
  };

  async function answer(id: number, sent: SentQuestion): Promise<void> {
    wanted.add(id);
    try {
      const found = await turns.run(stepsOf(received(sent, ranges), memory), () => !wanted.has(id));
      scope.postMessage({ kind: 'answer', id, answer: found });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof AnswerError) scope.postMessage({ kind: 'refused', id, code: error.code, message });
      else scope.postMessage({ kind: 'fault', id, message });
    }
    wanted.delete(id);
  }
}

/** The question with its ranges in their places. */
function received(sent: SentQuestion, ranges: ReadonlyMap<string, unknown[][]>): Question {
  const argument = (from: SentArgument): unknown => {
    if ('value' in from) return from.value;
    const rows = ranges.get(from.range);
    if (rows === undefined) throw new Error('A range was not handed over before the question.');
    return rows;
  };
  const { name, addresses } = sent;
  const given = { deals: argument(sent.deals), aliases: argument(sent.aliases), addresses };
  return { name, given, rest: sent.rest.map(argument) };
}
