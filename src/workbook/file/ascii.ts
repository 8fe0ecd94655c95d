/** Short ASCII texts without a decoder, whose fixed cost is several times that of the characters. */

const LONGEST = 32;
/** One array for each length, so that `apply` sees exactly as many characters as there are. */
const letters = Array.from({ length: LONGEST + 1 }, (_, length) => new Array<number>(length).fill(0));
const decoder = new TextDecoder('latin1');

/** bytes[from, to), all below 0x80, as a string. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  const length = to - from;
  if (length > LONGEST) return decoder.decode(bytes.subarray(from, to));
  const codes = letters[length];
  for (let index = 0; index < length; index++) codes[index] = bytes[from + index];
  return String.fromCharCode.apply(null, codes);
}
