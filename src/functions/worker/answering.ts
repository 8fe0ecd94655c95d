/** The worker of the functions: holds the ranges that were handed over, and answers questions about them in turns. */
import { AnswerError } from '../answerError';
import { DealMemory } from '../dealsArgument';
import { stepsOf, type Question } from '../questions';
import { Recent } from '../recent';
import { Turns, type Clock } from '../turns';
import type { FromWorker, SentArgument, SentQuestion, ToWorker } from './messages';

/** A worker's own surroundings; the type library of workers cannot stand beside that of pages. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

/** As many ranges as tables are remembered; two full sheets fit, deals and company figures. */
const mostRanges = 32;
const mostRows = 2 * 1_048_576;

export function serveQuestions(scope: WorkerScope, clock: Clock): void {
  const memory = new DealMemory();
  const turns = new Turns(clock);
  const ranges = new Recent<unknown[][]>(mostRanges, mostRows);
  const arriving = new Map<string, unknown[][]>();
  /** Questions that somebody waits for. */
  const wanted = new Set<number>();

  scope.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'rows': {
        const rows = arriving.get(data.range) ?? [];
        for (const row of data.rows) rows.push(row);
        arriving.set(data.range, rows);
        if (!data.isLast) return;
        arriving.delete(data.range);
        memory.digests.know(rows, data.range);
        ranges.put(data.range, rows, rows.length);
        return;
      }
      case 'cancel':
        wanted.delete(data.id);
        return;
      case 'ask':
        void answer(data.id, data.question);
    }
  };

  async function answer(id: number, sent: SentQuestion): Promise<void> {
    const question = received(sent, ranges);
    if (question === null) return scope.postMessage({ kind: 'missing', id });
    wanted.add(id);
    try {
      const found = await turns.run(stepsOf(question, memory), () => !wanted.has(id));
      scope.postMessage({ kind: 'answer', id, answer: found });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof AnswerError) scope.postMessage({ kind: 'refused', id, code: error.code, message });
      else scope.postMessage({ kind: 'fault', id, message });
    }
    wanted.delete(id);
  }
}

/** The question with its ranges in their places; null where one of them is not here. */
function received(sent: SentQuestion, ranges: Recent<unknown[][]>): Question | null {
  let isWhole = true;
  const argument = (from: SentArgument): unknown => {
    if ('value' in from) return from.value;
    const rows = ranges.get(from.range);
    isWhole &&= rows !== undefined;
    return rows;
  };
  const { name, addresses } = sent;
  const given = { deals: argument(sent.deals), aliases: argument(sent.aliases), addresses };
  const rest = sent.rest.map(argument);
  return isWhole ? { name, given, rest } : null;
}
