/** Party names: matched by letters (NFKC, case, blanks), shown as first written, merged further only by a user's alias table. */
import { say } from '../sentence';
import type { TextColumn } from './textColumn';
import { LONGEST_TEXT, folded, tidy } from './text';
import type { PartyMerge } from './types';

/** What stands in a party cell: >= 0 a name (index of its key), or one of these. */
export const NAME_BLANK = -1;
export const NAME_NUMBER = -2;
export const NAME_ERROR = -3;
export const NAME_LONG = -4;
export const NAME_UNKNOWN = -5;

const PLACEHOLDER = /^(?:-+|–|—|n\/a|na|tbd|\?+|unknown|undisclosed|미정|미상|비공개)$/;

interface Key {
  /** First spelling in the order of reading. */
  readonly display: string;
  /** Spellings as they stand in the sheet. */
  readonly spellings: Set<string>;
  aliased: boolean;
  party: number;
}

/** Interns names of both party columns into keys, and keys into parties in the order in which deals use them. */
export class PartyBook {
  readonly #keys: Key[] = [];
  readonly #byFolded = new Map<string, number>();
  readonly #aliases = new Map<string, string>();
  readonly names: string[] = [];

  constructor(aliases: ReadonlyMap<string, string> | undefined) {
    for (const [spelling, name] of aliases ?? []) this.#aliases.set(folded(spelling), name);
  }

  /** Number of keys. */
  get keys(): number {
    return this.#keys.length;
  }

  /** Keys of a column's distinct texts. `numbersAreNames`: the whole column holds account numbers. O(distinct). */
  keysOf(column: TextColumn, numbersAreNames: boolean): Int32Array {
    const keys = new Int32Array(column.texts.length);
    for (let i = 0; i < keys.length; i++)
      keys[i] = this.#key(column.texts[i], column.types[i], numbersAreNames);
    return keys;
  }

  #key(raw: string, type: string, numbersAreNames: boolean): number {
    if (type === 'e') return NAME_ERROR;
    if (type === 'b' || (type === 'n' && !numbersAreNames)) return NAME_NUMBER;
    if (raw.length > LONGEST_TEXT) return NAME_LONG;
    const display = tidy(raw);
    const name = display.toLowerCase();
    if (name === '') return NAME_BLANK;
    if (PLACEHOLDER.test(name)) return NAME_UNKNOWN;
    // An alias may lead to a name that is itself an alias; one step is what the table shows, so one step is taken.
    const target = this.#aliases.get(name);
    const shown = target === undefined ? display : tidy(target);
    const foldedName = target === undefined ? name : shown.toLowerCase();
    let at = this.#byFolded.get(foldedName);
    if (at === undefined) {
      at = this.#keys.length;
      this.#byFolded.set(foldedName, at);
      this.#keys.push({ display: shown, spellings: new Set(), aliased: false, party: -1 });
    }
    this.#keys[at].spellings.add(raw);
    if (target !== undefined && foldedName !== name) this.#keys[at].aliased = true;
    return at;
  }

  /** Number of the party of a key, given out at first use. */
  party(key: number): number {
    const found = this.#keys[key];
    if (found.party < 0) {
      found.party = this.names.length;
      this.names.push(found.display);
    }
    return found.party;
  }

  /** Key of a name that stands in no cell (the owner of a sheet with one counterparty column). */
  keyOfName(name: string): number {
    return this.#key(name, 's', false);
  }

  display(key: number): string {
    return this.#keys[key].display;
  }

  merges(): PartyMerge[] {
    return this.#keys
      .filter((key) => key.party >= 0 && (key.spellings.size > 1 || key.aliased))
      .map((key) => ({
        names: [...key.spellings],
        party: key.party,
        reason: key.aliased ? say`alias table` : say`same letters but for case and spaces`,
      }))
      .sort((a, b) => a.party - b.party);
  }
}
