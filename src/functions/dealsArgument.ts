/**
 * The deals of a formula, read and measured once for all formulas over the same cells.
 *
 * A range is known again by the very array (for hosts that hand the same one over, which must then never change), else by the digest of its cells, its
 * place and its aliases. At most 32 tables or a million rows are remembered, the least recently used given up first;
 * beside each table the answers that cost more than a look-up.
 */
import { readDealRange, type DealSheet, type RangeOfCells } from '../engine/index';
import { AnswerError, badInput } from './answerError';
import { Digests } from './digests';
import { placeOf, spoken, type Place } from './place';
import { plainCell } from './plainCell';
import { Recent } from './recent';
import type { Steps } from './turns';

/** The arguments that say what the deals are, as Excel hands them over. */
export interface DealsGiven {
  readonly deals: unknown;
  readonly aliases: unknown;
  /** Addresses of the arguments in their order, where Excel tells them: deals first. */
  readonly addresses: readonly unknown[];
}

/** A table of deals that can be used, or the error that every formula over it shows. */
export interface KnownDeals {
  readonly sheet: DealSheet;
  /** Rows of the range: what a column beside it must have. */
  readonly rows: number;
  readonly top: number;
  /** Answers of one table by function and arguments. */
  readonly answers: Recent<unknown>;
}

type Known = KnownDeals | AnswerError;

export class DealMemory {
  readonly #known: Recent<Known>;
  /** How often a table was read: for tests of what is shared. */
  read = 0;

  constructor(
    mostTables = 32,
    private readonly mostRows = 1_000_000,
    readonly digests = new Digests(),
  ) {
    this.#known = new Recent(mostTables, mostRows);
  }

  *find(given: DealsGiven): Steps<KnownDeals> {
    const rows = rangeOf(given.deals, 'deals');
    const place = placeOf(given.addresses[0]);
    const cells = yield* this.digests.of(rows);
    const aliases = yield* this.digests.of(given.aliases);
    const key = [cells, aliases, place.sheet, place.top, place.left].join('|');
    let known = this.#known.get(key);
    if (known === undefined) {
      yield;
      known = this.#known.get(key) ?? this.#read(rows, place, given.aliases);
      this.#known.put(key, known, Math.min(rows.length, this.mostRows));
      yield;
    }
    if (known instanceof AnswerError) throw known;
    return known;
  }

  #read(rows: readonly (readonly unknown[])[], place: Place, aliases: unknown): Known {
    this.read++;
    const outcome = readDealRange(rangeAt(rows, place), aliasesOf(aliases));
    if (!outcome.ok) return badInput(spoken(outcome.message));
    return { sheet: outcome.sheet, rows: rows.length, top: place.top, answers: new Recent(64) };
  }
}

/** Rows of a range argument; a single cell is a range of one. */
export function rangeOf(argument: unknown, what: string): readonly (readonly unknown[])[] {
  if (!Array.isArray(argument)) {
    if (argument === null || argument === undefined)
      throw badInput(`The ${what} are missing: give a range of cells.`);
    return [[argument]];
  }
  return argument as readonly (readonly unknown[])[];
}

export function rangeAt(rows: readonly (readonly unknown[])[], place: Place): RangeOfCells {
  const { sheet, top, left } = place;
  return { name: sheet, top, left, rows: rows.map((row) => row.map(plainCell)) };
}

/** Spelling -> party from a range of two columns; rows without both are passed over. */
function aliasesOf(argument: unknown): Map<string, string> {
  const aliases = new Map<string, string>();
  if (argument === null || argument === undefined) return aliases;
  for (const row of rangeOf(argument, 'aliases')) {
    const [spelling, party] = [plainCell(row[0]), plainCell(row[1])];
    if (typeof spelling === 'string' && typeof party === 'string') aliases.set(spelling, party);
  }
  return aliases;
}
