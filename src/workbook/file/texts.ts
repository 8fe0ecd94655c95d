/**
 * Every text of a book, once where that is cheap: cells hold an index into it.
 *
 * Texts that come one by one (inline strings, formula results, CSV fields) are looked up in a small cache by the hash of
 * their bytes, so that a column of repeated party names costs no decoding and no memory. Each slot has two places: a
 * newcomer only ever replaces a newcomer, and moves up when it is asked for again; so a column of unique notes does not
 * drive the party names out. Not a full dictionary: two equal texts may still be two.
 */
import { asciiText } from './ascii';
import type { Opening } from './opening';

const CACHE = 1 << 16;
/** What one more string costs beside its characters. */
const STRING_COST = 24;

/** Bytes that were said to be UTF-8 and are not: whoever knows the part makes a sentence of it. */
export class NotUtf8 extends Error {}

export class Texts {
  readonly strings: string[] = [];
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Places 2 s (asked for again) and 2 s + 1 (newcomer) of slot s: index of a text + 1, 0 for none; and its hash. */
  private readonly places = new Int32Array(2 * CACHE);
  private readonly hashes = new Int32Array(2 * CACHE);

  constructor(private readonly opening: Opening) {}

  /** Adds a text at the end. */
  add(text: string): number {
    this.opening.hold(text.length + STRING_COST);
    return this.strings.push(text) - 1;
  }

  /** The index of bytes[from, to) as UTF-8 text, `_x000D_` escapes undone if `escapes`. Throws NotUtf8. */
  intern(bytes: Uint8Array, from: number, to: number, escapes: boolean): number {
    let hash = 0x811c9dc5;
    let all = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      hash = Math.imul(hash ^ byte, 0x01000193);
      all |= byte;
    }
    const { places, hashes } = this;
    const first = 2 * ((hash ^ (hash >>> 16)) & (CACHE - 1));
    if (hashes[first] === hash && this.holds(places[first] - 1, bytes, from, to, all))
      return places[first] - 1;
    const second = first + 1;
    if (hashes[second] === hash && this.holds(places[second] - 1, bytes, from, to, all)) {
      const index = places[second] - 1;
      places[second] = places[first];
      hashes[second] = hashes[first];
      places[first] = index + 1;
      hashes[first] = hash;
      return index;
    }
    const text = all < 0x80 ? asciiText(bytes, from, to) : this.decode(bytes, from, to);
    const plain = escapes ? unescapeX(text) : text;
    const index = this.add(plain);
    // The cache compares bytes with texts, so a text that is not its bytes stays out of it.
    if (plain === text) {
      places[second] = index + 1;
      hashes[second] = hash;
    }
    return index;
  }

  private holds(index: number, bytes: Uint8Array, from: number, to: number, all: number): boolean {
    if (index < 0) return false;
    const known = this.strings[index];
    return all < 0x80 ? isAscii(known, bytes, from, to) : known === this.decode(bytes, from, to);
  }

  decode(bytes: Uint8Array, from: number, to: number): string {
    let all = 0;
    for (let at = from; at < to; at++) all |= bytes[at];
    if (all < 0x80) return asciiText(bytes, from, to);
    try {
      return this.decoder.decode(bytes.subarray(from, to));
    } catch (cause) {
      throw new NotUtf8('These bytes are not UTF-8.', { cause });
    }
  }
}

function isAscii(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = from, index = 0; at < to; at++, index++)
    if (text.charCodeAt(index) !== bytes[at]) return false;
  return true;
}

/**
 * `_x000D_` and its like: how OOXML writes characters that XML cannot. `_x005F_` is the underscore of a text that only
 * looks like such an escape. Linear.
 */
export function unescapeX(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
