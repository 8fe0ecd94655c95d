/** Rows with two named parties that are still no deals: without direction, outside the days asked for, or paid to oneself. O(rows). */
import type { DayColumn } from './dates';
import type { IssueLog } from './issues';
import { isUndirected } from './kinds';
import type { PartyBook } from './parties';
import { CANDIDATE, LEFT_OUT } from './rows';
import type { Sides } from './sides';
import type { TextColumn } from './textColumn';
import { quoted } from './text';
import type { DealRole } from './types';
import { NO_DAY } from './types';
import { say } from '../sentence';

export interface ExcludeInput {
  readonly top: number;
  readonly columnOf: Readonly<Record<DealRole, number>>;
  readonly sides: Sides;
  readonly kind: TextColumn;
  readonly days: DayColumn;
  readonly include: { readonly firstDay?: number; readonly lastDay?: number } | undefined;
  readonly parties: PartyBook;
}

/** Takes such rows out of `verdict`, each with a sentence; gives 1 for every row that stays a candidate. */
export function excludeRows(input: ExcludeInput, verdict: Uint8Array, log: IssueLog): Uint8Array {
  const { top, columnOf, sides, kind, days, include, parties } = input;
  const undirected = kind.texts.map(isUndirected);
  const firstDay = include?.firstDay ?? -Infinity;
  const lastDay = include?.lastDay ?? Infinity;
  const candidate = new Uint8Array(verdict.length);
  for (let i = 0; i < verdict.length; i++) {
    if (verdict[i] !== CANDIDATE) continue;
    const row = top + i;
    const kindId = kind.ids[i];
    verdict[i] = LEFT_OUT;
    if (sides.unsaid !== null && sides.unsaid[i] === 1) {
      log.cell(
        'direction-unsaid',
        'error',
        row,
        columnOf.direction,
        say`Nothing says which way the money of this row goes`,
      );
    } else if (kindId >= 0 && undirected[kindId]) {
      const sentence = say`Kind ${quoted(kind.texts[kindId])} has no payer and no receiver; the row is context, not a deal`;
      log.cell('direction-unsaid', 'info', row, columnOf.kind, sentence);
    } else if (include !== undefined && days.first[i] === NO_DAY) {
      log.cell(
        'undated',
        'error',
        row,
        columnOf.date,
        say`The row has no date, and only dated deals are asked for`,
      );
    } else if (include !== undefined && (days.first[i] < firstDay || days.last[i] > lastDay)) {
      log.cell('outside-dates', 'info', row, columnOf.date, say`The row is dated outside the days asked for`);
    } else if (sides.from[i] === sides.to[i]) {
      log.cell(
        'self-deal',
        'warning',
        row,
        sides.toColumn,
        say`${quoted(parties.display(sides.from[i]))} pays itself; the row is left out`,
      );
    } else {
      verdict[i] = CANDIDATE;
      candidate[i] = 1;
    }
  }
  return candidate;
}
