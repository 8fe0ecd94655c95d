/**
 * A 64-bit digest of the deals as read: payer, receiver, amount, weight, class, dates, term, in sheet order.
 *
 * For telling whether a sheet has changed since it was scored; not for security. Two 32-bit lanes of
 * multiply-and-xor (FNV-1a with different offsets and primes); names are hashed once each, numbers by the bits of
 * their doubles. The same deals give the same digest whatever the order of the columns or the formats of the cells.
 * O(characters of the names + deals).
 */
import type { Ledger } from './ledger/types';

class Lanes {
  private low = 0x811c9dc5;
  private high = 0x9e3779b9;
  private readonly double = new Float64Array(1);
  private readonly words = new Uint32Array(this.double.buffer);

  word(word: number): void {
    this.low = Math.imul(this.low ^ word, 0x01000193);
    this.high = Math.imul(this.high ^ word ^ (this.low >>> 15), 0x85ebca6b);
  }

  number(value: number): void {
    // -0 and 0 are one number, and so are all kinds of NaN.
    this.double[0] = Number.isNaN(value) ? NaN : value + 0;
    this.word(this.words[0]);
    this.word(this.words[1]);
  }

  text(text: string): void {
    for (let index = 0; index < text.length; index++) this.word(text.charCodeAt(index));
    this.word(0x1_0000 + text.length);
  }

  hex(): string {
    const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0');
    return hex(this.high) + hex(this.low);
  }

  fold(): number {
    return (this.low ^ Math.imul(this.high, 0xc2b2ae35)) | 0;
  }
}

export function digestOf(ledger: Ledger): string {
  const names = Int32Array.from(ledger.parties, (name) => {
    const lanes = new Lanes();
    lanes.text(name);
    return lanes.fold();
  });
  const lanes = new Lanes();
  lanes.text(ledger.money.currency ?? '');
  lanes.number(ledger.money.scale);
  lanes.number(ledger.money.decimals);
  for (let deal = 0; deal < ledger.deals; deal++) {
    lanes.word(names[ledger.from[deal]]);
    lanes.word(names[ledger.to[deal]]);
    lanes.number(ledger.amount[deal]);
    lanes.number(ledger.weight[deal]);
    lanes.number(ledger.firm[deal]);
    lanes.word(ledger.dealClass[deal]);
    lanes.word(ledger.day[deal]);
    lanes.word(ledger.lastDay[deal]);
    lanes.number(ledger.term[deal]);
  }
  return lanes.hex();
}

/** The same for texts, whose borders count: ['ab', 'c'] and ['a', 'bc'] differ. O(characters). */
export function digestOfTexts(texts: readonly string[]): string {
  const lanes = new Lanes();
  for (const text of texts) lanes.text(text);
  return lanes.hex();
}
