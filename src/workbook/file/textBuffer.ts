/** The text of one cell while it is put together from runs: UTF-8 bytes, references decoded once, line ends as XML has them. */
import { isSpace, readReference } from './xmlScanner';

const AMP = 0x26;
const CR = 0x0d;
const LF = 0x0a;

/** Why a run cannot be appended. */
export type TextProblem = 'reference' | 'too-long';

export class TextBuffer {
  bytes = new Uint8Array(1024);
  length = 0;

  constructor(private readonly longest: number) {}

  clear(): void {
    this.length = 0;
  }

  /** Appends bytes[from, to); null, or what is wrong with them. */
  append(source: Uint8Array, from: number, to: number, literal: boolean): TextProblem | null {
    // Decoding never makes text longer.
    const most = this.length + to - from;
    if (most > this.bytes.length) this.grow(most);
    const { bytes } = this;
    let length = this.length;
    for (let at = from; at < to;) {
      const byte = source[at];
      if (byte === AMP && !literal) {
        const reference = readReference(source, at, to);
        if (reference === null) return 'reference';
        length = putCode(bytes, length, reference.code);
        at = reference.end;
      } else if (byte === CR) {
        // XML reads CR LF and CR as LF; a CR that is meant is written &#13; or _x000D_.
        if (at + 1 === to || source[at + 1] !== LF) bytes[length++] = LF;
        at++;
      } else {
        bytes[length++] = byte;
        at++;
      }
    }
    this.length = length;
    return length > this.longest ? 'too-long' : null;
  }

  /** Appends bytes[from, to) as they stand; whether there is room for them. */
  appendPlain(source: Uint8Array, from: number, to: number): boolean {
    const length = this.length + to - from;
    if (length > this.longest) return false;
    if (length > this.bytes.length) this.grow(length);
    this.bytes.set(source.subarray(from, to), this.length);
    this.length = length;
    return true;
  }

  /** Drops spaces around what was appended since `from`. */
  trim(from: number): void {
    const { bytes } = this;
    let last = this.length;
    while (last > from && isSpace(bytes[last - 1])) last--;
    let first = from;
    while (first < last && isSpace(bytes[first])) first++;
    if (first > from) bytes.copyWithin(from, first, last);
    this.length = from + last - first;
  }

  private grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, 2 * this.bytes.length));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

function putCode(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) bytes[at++] = code;
  else {
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[at++] = 0x80 | (code & 63);
  }
  return at;
}
