/** Texts on their way in: each answer brings its own copy of a text, and a ledger repeats the same few. */

const longest = 64;
const most = 1 << 16;

export class Texts {
  private known = new Map<string, string>();

  /** The same text, one copy for all where it is short. */
  one(text: string): string {
    if (text.length > longest) return text;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    // Texts that are all different fill it in vain; then it starts anew.
    if (this.known.size >= most) this.known = new Map();
    this.known.set(text, text);
    return text;
  }

  /** UTF-8 bytes in an answer, about: quotes and commas with it, escapes without. */
  bytes(value: string | number | boolean): number {
    if (typeof value !== 'string') return 12;
    let bytes = value.length + 3;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
    }
    return bytes;
  }
}
