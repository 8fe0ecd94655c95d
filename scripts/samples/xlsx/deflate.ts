/**
 * Compresses bytes in the DEFLATE format, the same bytes on every machine.
 *
 * The encoders that ship with runtimes choose matches by processor and version, so a workbook made on one machine
 * would differ from the same workbook made on another, and a check that the samples are up to date could not be a
 * comparison of bytes. This encoder has one answer: greedy matching over hash chains, fixed Huffman codes.
 *
 * Format: RFC 1951, one block of type 1. Complexity: O(n x CHAIN). Limit: about a third larger than zlib at its best.
 */
const WINDOW = 32_768;
const SHORTEST = 3;
const LONGEST = 258;
/** Candidates tried for each position; more is slower and a little smaller. */
const CHAIN = 96;
const HASH_BITS = 15;

/** RFC 1951, 3.2.5: smallest match length of each length code 257 + i, and its extra bits. */
const lengthBase: number[] = [];
const lengthBits: number[] = [];
for (let code = 0, base = SHORTEST; code < 28; code += 1) {
  const extra = code < 8 ? 0 : (code >> 2) - 1;
  lengthBase.push(base);
  lengthBits.push(extra);
  base += 1 << extra;
}
lengthBase.push(LONGEST);
lengthBits.push(0);

/** RFC 1951, 3.2.5: smallest distance of each distance code, and its extra bits. */
const distanceBase: number[] = [];
const distanceBits: number[] = [];
for (let code = 0, base = 1; code < 30; code += 1) {
  const extra = code < 4 ? 0 : (code >> 1) - 1;
  distanceBase.push(base);
  distanceBits.push(extra);
  base += 1 << extra;
}

/** Last code whose base is not above the value. */
function codeOf(base: readonly number[], value: number): number {
  let code = base.length - 1;
  while (base[code] > value) code -= 1;
  return code;
}

/** Raw DEFLATE stream of `input`. Empty input gives an empty block. */
export function deflate(input: Uint8Array): Uint8Array {
  // A literal takes at most 9 bits; a match is never longer than its literals.
  const output = new Uint8Array(Math.ceil((input.length * 9) / 8) + 16);
  let size = 0;
  let held = 0;
  let heldBits = 0;

  const put = (value: number, bits: number): void => {
    held |= value << heldBits;
    heldBits += bits;
    while (heldBits >= 8) {
      output[size++] = held & 255;
      held >>>= 8;
      heldBits -= 8;
    }
  };
  /** Huffman codes go in with their highest bit first. */
  const putCode = (code: number, bits: number): void => {
    let turned = 0;
    for (let i = 0; i < bits; i += 1) turned |= ((code >> i) & 1) << (bits - 1 - i);
    put(turned, bits);
  };
  const putSymbol = (symbol: number): void => {
    if (symbol < 144) putCode(0x30 + symbol, 8);
    else if (symbol < 256) putCode(0x190 + symbol - 144, 9);
    else if (symbol < 280) putCode(symbol - 256, 7);
    else putCode(0xc0 + symbol - 280, 8);
  };

  /** head[h]: latest position with hash h; before[p % WINDOW]: the one before p. -1: none. */
  const head = new Int32Array(1 << HASH_BITS).fill(-1);
  const before = new Int32Array(WINDOW).fill(-1);
  const hashAt = (at: number): number =>
    Math.imul((input[at] << 16) | (input[at + 1] << 8) | input[at + 2], 0x9e3779b1) >>> (32 - HASH_BITS);
  const remember = (at: number): void => {
    if (at + SHORTEST > input.length) return;
    const hash = hashAt(at);
    before[at % WINDOW] = head[hash];
    head[hash] = at;
  };

  put(1, 1);
  put(1, 2);
  for (let at = 0; at < input.length;) {
    let length = 0;
    let distance = 0;
    if (at + SHORTEST <= input.length) {
      const most = Math.min(LONGEST, input.length - at);
      let candidate = head[hashAt(at)];
      for (let tries = CHAIN; tries > 0 && candidate >= 0 && at - candidate < WINDOW; tries -= 1) {
        let same = 0;
        while (same < most && input[candidate + same] === input[at + same]) same += 1;
        if (same > length) {
          length = same;
          distance = at - candidate;
          if (same === most) break;
        }
        candidate = before[candidate % WINDOW];
      }
    }
    if (length < SHORTEST) {
      putSymbol(input[at]);
      remember(at);
      at += 1;
      continue;
    }
    const lengthCode = codeOf(lengthBase, length);
    putSymbol(257 + lengthCode);
    put(length - lengthBase[lengthCode], lengthBits[lengthCode]);
    const distanceCode = codeOf(distanceBase, distance);
    putCode(distanceCode, 5);
    put(distance - distanceBase[distanceCode], distanceBits[distanceCode]);
    for (let i = 0; i < length; i += 1) remember(at + i);
    at += length;
  }
  putSymbol(256);
  if (heldBits > 0) put(0, 8 - heldBits);
  return output.slice(0, size);
}
