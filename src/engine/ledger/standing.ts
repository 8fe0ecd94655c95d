/** Weight, firmness and flags of each row, from its status, probability, condition, class and amount text. Rules in status.ts. */
import type { IssueLog } from './issues';
import { readProbabilities } from './probability';
import { GUARANTEE_WEIGHT, flagsOfCondition, readStatus } from './status';
import type { Status } from './status';
import type { TextColumn } from './textColumn';
import { folded, quoted, tidy } from './text';
import { CANCELLABLE, CONDITIONAL, DEAD, GUARANTEE, UP_TO, WEIGHT_ASSUMED } from './types';
import { say } from '../sentence';

/** Distinct texts that are the same but for case and blanks, under one number. */
export interface Interned {
  readonly names: readonly string[];
  /** Per distinct cell text: index into names. */
  readonly of: Int32Array;
}

export function interned(column: TextColumn): Interned {
  const names: string[] = [];
  const known = new Map<string, number>();
  const of = new Int32Array(column.texts.length);
  for (let i = 0; i < of.length; i++) {
    const key = folded(column.texts[i]);
    let at = known.get(key);
    if (at === undefined) {
      at = names.length;
      known.set(key, at);
      names.push(tidy(column.texts[i]));
    }
    of[i] = at;
  }
  return { names, of };
}

export interface StandingColumns {
  readonly status: TextColumn;
  readonly statusColumn: number;
  readonly probability: TextColumn;
  readonly probabilityColumn: number;
  readonly firmShare: TextColumn;
  readonly firmShareColumn: number;
  readonly condition: TextColumn;
}

export interface Standing {
  readonly weight: number;
  /** Share 0..1 of the amount. */
  readonly firm: number;
  readonly flags: number;
}

/** What a row says of its standing besides status and probability. */
export interface OwnWords {
  /** Of the amount's text and of the condition. */
  readonly flags: number;
  /** Stated firm share 0..1; NaN where none is. */
  readonly firm: number;
}

/** Reads a row's standing; one instance per table, every distinct text looked at once. */
export class StandingReader {
  readonly #columns: StandingColumns;
  readonly #log: IssueLog;
  readonly #statuses: readonly Status[];
  readonly #probabilities: Float64Array;
  readonly #firmShares: Float64Array;
  readonly #conditions: Int32Array;
  readonly #said: Uint8Array;

  constructor(columns: StandingColumns, log: IssueLog) {
    this.#columns = columns;
    this.#log = log;
    this.#statuses = columns.status.texts.map(readStatus);
    this.#probabilities = readProbabilities(columns.probability);
    this.#firmShares = readProbabilities(columns.firmShare);
    this.#conditions = Int32Array.from(columns.condition.texts, flagsOfCondition);
    this.#said = new Uint8Array(columns.status.texts.length);
  }

  /** `amountFlags`: UP_TO and ESTIMATED as the amount's own text has them. `sheetRow` names the cell of what is said. */
  read(row: number, dealClass: number, amountFlags: number, sheetRow: number): Standing & { own: OwnWords } {
    const { status, statusColumn, probability, probabilityColumn, condition } = this.#columns;
    const statusId = status.ids[row];
    const known = statusId >= 0 ? this.#statuses[statusId] : null;
    if (statusColumn >= 0 && known === null) {
      this.#log.cell(
        'status-unknown',
        'info',
        sheetRow,
        statusColumn,
        say`Status is empty; the row weighs 1 and is not firm`,
      );
    } else if (known !== null && !known.known && this.#said[statusId] === 0) {
      this.#said[statusId] = 1;
      this.#log.cell(
        'status-unknown',
        'warning',
        sheetRow,
        statusColumn,
        say`Status ${quoted(status.texts[statusId])} is no word that Looplens knows; its rows weigh 1 and are not firm`,
      );
    }
    const id = probability.ids[row];
    const stated = id >= 0 ? this.#probabilities[id] : NaN;
    if (id >= 0 && Number.isNaN(stated)) {
      this.#log.cell(
        'probability-unreadable',
        'warning',
        sheetRow,
        probabilityColumn,
        say`Probability ${quoted(probability.texts[id])} is not between 0 and 1 or 0 % and 100 %; the status decides`,
      );
    }
    if (stated > 0 && known !== null && (known.flags & DEAD) !== 0) {
      this.#log.cell(
        'probability-of-ended-deal',
        'warning',
        sheetRow,
        probabilityColumn,
        say`Probability ${quoted(probability.texts[id])} is not used: the status ${quoted(status.texts[statusId])} says that the deal no longer stands`,
      );
    }
    const said = condition.ids[row] >= 0 ? this.#conditions[condition.ids[row]] : 0;
    const own = { flags: amountFlags | said, firm: this.#statedFirm(row, sheetRow) };
    return { ...standingOf(known, own, dealClass, stated, statusColumn >= 0), own };
  }

  /** What the firm share column says of a row; NaN where it says nothing. */
  #statedFirm(row: number, sheetRow: number): number {
    const { firmShare, firmShareColumn } = this.#columns;
    const id = firmShare.ids[row];
    if (id < 0) return NaN;
    const share = this.#firmShares[id];
    if (!Number.isNaN(share)) return share;
    this.#log.cell(
      'firm-share-unreadable',
      'warning',
      sheetRow,
      firmShareColumn,
      say`Firm share ${quoted(firmShare.texts[id])} is not between 0 and 1 or 0 % and 100 %; the status decides`,
    );
    return NaN;
  }
}

/** As a deal stands when a user chooses its status: its own words stay, what the sheet says of its probability does not. */
export function chosenStanding(status: string, own: OwnWords, dealClass: number): Standing {
  return standingOf(readStatus(status), own, dealClass, NaN, true);
}

/** `stated`: probability of the sheet, NaN where it says none. `saysStatus`: whether firmness goes by the status at all. */
function standingOf(
  status: Status | null,
  own: OwnWords,
  dealClass: number,
  stated: number,
  saysStatus: boolean,
): Standing {
  // The condition of a closed deal has been met.
  const met = status !== null && status.standing === 'closed' ? CONDITIONAL : 0;
  let flags = (status === null ? 0 : status.flags) | (own.flags & ~met);
  let weight = status === null ? 1 : status.weight;
  if (own.flags & UP_TO) weight = Math.min(weight, 0.5);
  if (dealClass === GUARANTEE) weight = Math.min(weight, GUARANTEE_WEIGHT);
  if (Number.isNaN(stated)) flags |= WEIGHT_ASSUMED;
  else weight = stated;
  // What no longer stands does not close, whatever chance it was given before.
  if (flags & DEAD) weight = 0;
  const stands = saysStatus ? status !== null && status.standing !== 'other' : weight >= 0.85;
  const open = flags & (UP_TO | CONDITIONAL | CANCELLABLE | DEAD);
  if (!Number.isNaN(own.firm)) return { weight, firm: flags & DEAD ? 0 : own.firm, flags };
  return { weight, firm: stands && open === 0 && dealClass !== GUARANTEE ? 1 : 0, flags };
}
