/** Weight, firmness and flags of each row, from its status, probability, condition, class and amount text. Rules in status.ts. */
import type { IssueLog } from './issues';
import { readProbabilities } from './probability';
import { GUARANTEE_WEIGHT, flagsOfCondition, readStatus } from './status';
import type { Status } from './status';
import type { TextColumn } from './textColumn';
import { folded, quoted, tidy } from './text';
import { CANCELLABLE, CONDITIONAL, DEAD, GUARANTEE, UP_TO, WEIGHT_ASSUMED } from './types';

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
  read(row: number, dealClass: number, amountFlags: number, sheetRow: number): Standing {
    const { status, statusColumn, probability, probabilityColumn, condition } = this.#columns;
    const statusId = status.ids[row];
    const known = statusId >= 0 ? this.#statuses[statusId] : null;
    let flags = amountFlags | (known === null ? 0 : known.flags);
    let weight = known === null ? 1 : known.weight;
    if (statusColumn >= 0 && known === null) {
      this.#log.cell(
        'status-unknown',
        'info',
        sheetRow,
        statusColumn,
        'Status is empty; the row weighs 1 and is not firm',
      );
    } else if (known !== null && !known.known && this.#said[statusId] === 0) {
      this.#said[statusId] = 1;
      this.#log.cell(
        'status-unknown',
        'warning',
        sheetRow,
        statusColumn,
        `Status ${quoted(status.texts[statusId])} is no word that Looplens knows; its rows weigh 1 and are not firm`,
      );
    }
    if (condition.ids[row] >= 0) {
      const said = this.#conditions[condition.ids[row]];
      // The condition of a closed deal has been met.
      flags |= known !== null && known.standing === 'closed' ? said & ~CONDITIONAL : said;
    }
    if (amountFlags & UP_TO) weight = Math.min(weight, 0.5);
    if (dealClass === GUARANTEE) weight = Math.min(weight, GUARANTEE_WEIGHT);
    const id = probability.ids[row];
    const stated = id >= 0 ? this.#probabilities[id] : NaN;
    if (id >= 0 && Number.isNaN(stated)) {
      this.#log.cell(
        'probability-unreadable',
        'warning',
        sheetRow,
        probabilityColumn,
        `Probability ${quoted(probability.texts[id])} is not between 0 and 1 or 0 % and 100 %; the status decides`,
      );
    }
    if (Number.isNaN(stated)) flags |= WEIGHT_ASSUMED;
    else weight = stated;
    const stands = statusColumn >= 0 ? known !== null && known.standing !== 'other' : weight >= 0.85;
    const open = flags & (UP_TO | CONDITIONAL | CANCELLABLE | DEAD);
    const firm = stands && open === 0 && dealClass !== GUARANTEE ? 1 : 0;
    return { weight, firm: this.#statedFirm(row, flags, sheetRow) ?? firm, flags };
  }

  /** What the firm share column says of a row; null where it says nothing. */
  #statedFirm(row: number, flags: number, sheetRow: number): number | null {
    const { firmShare, firmShareColumn } = this.#columns;
    const id = firmShare.ids[row];
    if (id < 0) return null;
    const share = this.#firmShares[id];
    if (!Number.isNaN(share)) return flags & DEAD ? 0 : share;
    this.#log.cell(
      'firm-share-unreadable',
      'warning',
      sheetRow,
      firmShareColumn,
      `Firm share ${quoted(firmShare.texts[id])} is not between 0 and 1 or 0 % and 100 %; the status decides`,
    );
    return null;
  }
}

/** What a status alone makes of a deal of a class: for scenarios, where nothing else of the row is asked. */
export function statusStanding(status: string, dealClass: number): Standing {
  const { weight, standing, flags } = readStatus(status);
  const isFirm = standing !== 'other' && (flags & (UP_TO | CONDITIONAL | CANCELLABLE | DEAD)) === 0;
  return {
    weight: dealClass === GUARANTEE ? Math.min(weight, GUARANTEE_WEIGHT) : weight,
    firm: isFirm && dealClass !== GUARANTEE ? 1 : 0,
    flags,
  };
}
