/**
 * XML as a stream of bytes: tags and runs of text, without a string for any of them.
 *
 * For the two kinds of part that can be hundreds of megabytes long (sheets and shared texts). Names are compared by a
 * hash of their bytes, prefixes dropped, so that <c>, <x:c> and <main:c> are one name; end tags must match their start
 * tags, prefix included. Whoever listens knows by the parent element whether a name means something there, so that a
 * name from another namespace is harmless. Comments and instructions are skipped, DOCTYPE is refused, and a tag or
 * text longer than the limit is refused before it is buffered.
 *
 * Linear in the bytes. Limits: UTF-8 only (see encoding.ts); does not check names and characters beyond what it needs.
 */
import type { Opening } from './opening';

export interface XmlListener {
  /** An element starts; its attributes are in the scanner until the listener returns. Empty elements close at once. */
  open(name: number, scanner: XmlScanner): void;
  /** Text inside an element: bytes[from, to), with references in it unless `literal` (CDATA). */
  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void;
  close(): void;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const AMP = 0x26;
const MOST_ATTRIBUTES = 256;

const utf8 = new TextDecoder();

/** The hash by which `open` and `attributeName` give names. Prefixes of attributes count: 'xml:space'. */
export function nameHash(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return hash;
}

export class XmlScanner {
  /** What is being scanned. Byte `end` is 0, which no XML holds: the loops stop there without counting. */
  bytes = new Uint8Array(1 << 17);
  private end = 0;
  attributes = 0;
  /** Hash, and value bytes[from, to), of each attribute of the tag that was opened last. */
  readonly attributeName = new Int32Array(MOST_ATTRIBUTES);
  readonly attributeFrom = new Int32Array(MOST_ATTRIBUTES);
  readonly attributeTo = new Int32Array(MOST_ATTRIBUTES);
  /** 1 where the value has a reference in it. */
  readonly attributeCoded = new Uint8Array(MOST_ATTRIBUTES);

  /** Where the tag that is being told of stands in all bytes written so far, and whether it closes itself. */
  tagFrom = 0;
  tagTo = 0;
  closesItself = false;
  /** Place of bytes[0] in all bytes written so far. */
  private base = 0;
  private depth = 0;
  private started = false;
  private sawRoot = false;
  /** Hash of the full name of each open element. */
  private readonly names: Int32Array;

  constructor(
    private readonly listener: XmlListener,
    private readonly part: string,
    private readonly opening: Opening,
  ) {
    this.names = new Int32Array(opening.limits.nesting + 1);
  }

  write(chunk: Uint8Array): void {
    const length = this.end + chunk.length;
    if (length + 1 > this.bytes.length) {
      const larger = new Uint8Array(2 * (length + 1));
      larger.set(this.bytes.subarray(0, this.end));
      this.bytes = larger;
    }
    this.bytes.set(chunk, this.end);
    this.bytes[length] = 0;
    this.end = length;
    let at = 0;
    if (!this.started && length >= 3) {
      this.started = true;
      if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) at = 3;
    }
    const rest = this.scan(at);
    if (length - rest > this.opening.limits.markupBytes)
      throw this.opening.tooMuchMarkup(this.part, length - rest);
    this.bytes.copyWithin(0, rest, length);
    this.base += rest;
    this.end = length - rest;
  }

  /** To be called after the last chunk: throws when the document is not whole. */
  finish(): void {
    if (!this.sawRoot || this.depth > 0 || (this.end > 0 && this.bytes[0] === LT))
      throw this.broken('it ends in the middle');
    this.emitText(0, this.end);
  }

  broken(reason: string): Error {
    return this.opening.broken(this.part, reason);
  }

  /** The text of an attribute value. */
  attributeText(index: number): string {
    const from = this.attributeFrom[index];
    const to = this.attributeTo[index];
    const text = utf8.decode(this.bytes.subarray(from, to));
    if (this.attributeCoded[index] === 0) return text;
    return text.replace(/&([^;&]{0,16};?)/g, (_, reference: string) => {
      const code = reference.endsWith(';') ? codeOf(reference.slice(0, -1)) : -1;
      if (!isCharacter(code)) throw this.broken('an unknown reference in an attribute');
      return String.fromCodePoint(code);
    });
  }

  /** Scans whole tags and texts from `at`; returns where the first that is not whole begins. */
  private scan(at: number): number {
    const bytes = this.bytes;
    const end = this.end;
    for (;;) {
      let from = at;
      let byte = bytes[at];
      while (byte !== LT && byte !== 0) byte = bytes[++at];
      if (byte === 0) {
        if (at < end) throw this.broken('a NUL in it');
        return from;
      }
      if (at > from) this.emitText(from, at);
      from = at;
      this.tagFrom = this.base + at;
      byte = bytes[at + 1];
      if (byte === SLASH) at = this.scanEndTag(at + 2);
      else if (byte === 0x21) at = this.scanSpecial(at);
      else if (byte === 0x3f) at = this.after(at + 2, 0x3f, GT, -1);
      else at = this.scanStartTag(at + 1);
      if (at < 0) return from;
    }
  }

  private emitText(from: number, to: number): void {
    if (this.depth > 0) this.listener.text(this.bytes, from, to, false);
    else
      for (let at = from; at < to; at++)
        if (!isSpace(this.bytes[at])) throw this.broken('text outside the root');
  }

  private scanStartTag(at: number): number {
    const bytes = this.bytes;
    let full = 0;
    let name = 0;
    const nameStart = at;
    let byte = bytes[at];
    while (byte > 0x20 && byte !== GT && byte !== SLASH && byte !== LT && byte !== EQUALS) {
      full = (Math.imul(full, 31) + byte) | 0;
      name = byte === COLON ? 0 : (Math.imul(name, 31) + byte) | 0;
      byte = bytes[++at];
    }
    if (byte === 0) return this.unfinished(at);
    if (at === nameStart || byte === LT || byte === EQUALS) throw this.broken('a tag without a name');
    let count = 0;
    for (;;) {
      while (isSpace(byte)) byte = bytes[++at];
      if (byte === GT || byte === SLASH) break;
      if (byte === 0) return this.unfinished(at);
      let hash = 0;
      const attributeStart = at;
      while (byte > 0x20 && byte !== EQUALS && byte !== GT && byte !== LT && byte !== SLASH) {
        hash = (Math.imul(hash, 31) + byte) | 0;
        byte = bytes[++at];
      }
      if (at === attributeStart) throw byte === 0 ? this.nul() : this.broken('an attribute without a name');
      while (isSpace(byte)) byte = bytes[++at];
      if (byte === 0) return this.unfinished(at);
      if (byte !== EQUALS) throw this.broken('an attribute without a value');
      byte = bytes[++at];
      while (isSpace(byte)) byte = bytes[++at];
      if (byte === 0) return this.unfinished(at);
      const quote = byte;
      if (quote !== 0x22 && quote !== 0x27) throw this.broken('an attribute without quotes');
      const valueStart = ++at;
      let coded = 0;
      byte = bytes[at];
      while (byte !== quote && byte !== 0 && byte !== LT) {
        if (byte === AMP) coded = 1;
        byte = bytes[++at];
      }
      if (byte === 0) return this.unfinished(at);
      if (byte === LT) throw this.broken('a "<" in an attribute');
      if (count === MOST_ATTRIBUTES) throw this.broken('more than 256 attributes on one element');
      this.attributeName[count] = hash;
      this.attributeFrom[count] = valueStart;
      this.attributeTo[count] = at;
      this.attributeCoded[count++] = coded;
      byte = bytes[++at];
    }
    const empty = byte === SLASH;
    if (empty) {
      byte = bytes[++at];
      if (byte === 0) return this.unfinished(at);
      if (byte !== GT) throw this.broken('a tag that does not close');
    }
    if (this.depth === 0 && this.sawRoot) throw this.broken('a second root element');
    this.sawRoot = true;
    this.attributes = count;
    if (this.depth >= this.opening.limits.nesting) throw this.opening.tooDeep(this.part, this.depth + 1);
    this.tagTo = this.base + at + 1;
    this.closesItself = empty;
    this.listener.open(name, this);
    if (empty) this.listener.close();
    else this.names[this.depth++] = full;
    return at + 1;
  }

  private scanEndTag(at: number): number {
    const bytes = this.bytes;
    let full = 0;
    let byte = bytes[at];
    while (byte > 0x20 && byte !== GT && byte !== LT) {
      full = (Math.imul(full, 31) + byte) | 0;
      byte = bytes[++at];
    }
    while (isSpace(byte)) byte = bytes[++at];
    if (byte === 0) return this.unfinished(at);
    if (byte !== GT || this.depth === 0 || this.names[--this.depth] !== full)
      throw this.broken('an end tag that closes nothing');
    this.tagTo = this.base + at + 1;
    this.listener.close();
    return at + 1;
  }

  /** Comments, CDATA and DOCTYPE. */
  private scanSpecial(at: number): number {
    const bytes = this.bytes;
    if (this.startsWith(at, '<!--')) return this.after(at + 4, 0x2d, 0x2d, GT);
    if (this.startsWith(at, '<![CDATA[')) {
      const stop = this.after(at + 9, 0x5d, 0x5d, GT);
      if (stop < 0) return stop;
      if (this.depth === 0) throw this.broken('text outside the root');
      this.listener.text(bytes, at + 9, stop - 3, true);
      return stop;
    }
    if (this.startsWith(at, '<!DOCTYPE')) throw this.opening.doctype(this.part);
    if (this.end - at < 9) return -1;
    throw this.broken('an unknown declaration');
  }

  private startsWith(at: number, text: string): boolean {
    for (let index = 0; index < text.length; index++)
      if (this.bytes[at + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  /** The place after the next `first second` (and `third` unless -1); -1 when it is not there yet. */
  private after(at: number, first: number, second: number, third: number): number {
    const { bytes, end } = this;
    for (; at < end; at++)
      if (bytes[at] === first && bytes[at + 1] === second && (third < 0 || bytes[at + 2] === third))
        return third < 0 ? at + 2 : at + 3;
    return -1;
  }

  /** A tag stopped at a 0: the end of what is there so far, or a real NUL. */
  private unfinished(at: number): number {
    if (at < this.end) throw this.nul();
    return -1;
  }

  private nul(): Error {
    return this.broken('a NUL in it');
  }
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** A reference at bytes[at] = '&': one of the five of XML, or a number. null when it is neither: there is no DTD. */
export function readReference(
  bytes: Uint8Array,
  at: number,
  to: number,
): { code: number; end: number } | null {
  // The longest is &#x0010FFFF; or the like; more digits than that are nobody's text.
  const stop = Math.min(to, at + 16);
  let text = '';
  let end = at + 1;
  while (end < stop && bytes[end] !== 0x3b) text += String.fromCharCode(bytes[end++]);
  if (end >= stop) return null;
  const code = codeOf(text);
  return isCharacter(code) ? { code, end: end + 1 } : null;
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

function codeOf(name: string): number {
  switch (name) {
    case 'amp':
      return AMP;
    case 'lt':
      return LT;
    case 'gt':
      return GT;
    case 'quot':
      return 0x22;
    case 'apos':
      return 0x27;
    default:
      if (/^#\d+$/.test(name)) return Number(name.slice(1));
      return /^#x[0-9A-Fa-f]+$/.test(name) ? parseInt(name.slice(2), 16) : -1;
  }
}
