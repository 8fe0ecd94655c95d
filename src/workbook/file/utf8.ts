/**
 * Whether a stream of bytes is UTF-8, without making text of it (Unicode 17.0, table 3-7: no overlong forms, no
 * surrogates, nothing above U+10FFFF). Linear; a few bytes of state between chunks.
 */
export class Utf8Check {
  /** Continuation bytes still to come, and the range that the next one must be in. */
  private missing = 0;
  private low = 0x80;
  private high = 0xbf;

  /** The index of the first byte that cannot be; -1 when all are fine so far. */
  write(bytes: Uint8Array): number {
    const end = bytes.length;
    for (let at = 0; at < end; at++) {
      const byte = bytes[at];
      if (this.missing > 0) {
        if (byte < this.low || byte > this.high) return at;
        this.missing--;
        this.low = 0x80;
        this.high = 0xbf;
      } else if (byte >= 0x80 && !this.start(byte)) return at;
    }
    return -1;
  }

  /** Whether no character is left half. */
  finished(): boolean {
    return this.missing === 0;
  }

  private start(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.low = 0xa0;
    else if (byte === 0xed) this.high = 0x9f;
    else if (byte === 0xf0) this.low = 0x90;
    else if (byte === 0xf4) this.high = 0x8f;
    return true;
  }
}
