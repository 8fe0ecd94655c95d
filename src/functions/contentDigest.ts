/**
 * A 64-bit digest of the cells of an argument, to know a range again that comes as a new copy with every formula.
 *
 * Two 32-bit lanes of multiply, xor and shift over the bits of numbers and the characters of texts, each cell with a mark of its type
 * and length and each row with its end, so that no two ranges differ only in where a cell or a text begins. Blanks of every kind are
 * one. Against change, not against malice: who wants two ranges to agree can make them. O(cells + characters), about 2 ms for
 * 10,000 rows of 8 columns.
 */
import { plainCell } from './plainCell';

const { imul } = Math;
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

const BLANK = 1;
const TRUE = 2;
const FALSE = 3;
const NUMBER = 4;
const TEXT = 5;
const ERROR = 6;
const ROW = 7;

/** Takes row after row, so that a long range can be gone through in parts. */
export class ContentDigest {
  #low = 0x811c9dc5;
  #high = 0x9e3779b9;

  add(line: readonly unknown[]): void {
    let low = this.#low;
    let high = this.#high;
    for (let column = 0; column < line.length; column++) {
      let cell = line[column];
      let type = typeof cell === 'string' ? TEXT : typeof cell === 'number' ? NUMBER : 0;
      if (type === 0) {
        const plain = plainCell(cell);
        cell = typeof plain === 'object' && plain !== null ? plain.error : plain;
        if (plain === null) type = BLANK;
        else if (typeof plain === 'boolean') type = plain ? TRUE : FALSE;
        else type = typeof plain === 'object' ? ERROR : typeof plain === 'string' ? TEXT : NUMBER;
      }
      if (cell === '') type = BLANK;
      if (type === NUMBER) {
        double[0] = (cell as number) + 0;
        low = imul(low ^ words[0], 0x01000193);
        low ^= low >>> 15;
        high = imul(high ^ words[0] ^ low, 0x85ebca6b);
        low = imul(low ^ words[1], 0x01000193);
        low ^= low >>> 15;
        high = imul(high ^ words[1] ^ low, 0x85ebca6b);
      } else if (type === TEXT || type === ERROR) {
        const text = cell as string;
        for (let index = 0; index < text.length; index++) {
          low = imul(low ^ text.charCodeAt(index), 0x01000193);
          low ^= low >>> 15;
          high = imul(high ^ text.charCodeAt(index) ^ low, 0x85ebca6b);
        }
        type |= text.length << 3;
      }
      high ^= high >>> 13;
      low = imul(low ^ type, 0x01000193);
      low ^= low >>> 15;
      high = imul(high ^ type ^ low, 0x85ebca6b);
    }
    low = imul(low ^ ROW, 0x01000193);
    this.#low = low ^ (low >>> 15);
    this.#high = imul(high ^ ROW ^ this.#low, 0x85ebca6b);
  }

  /** 16 hexadecimal digits. */
  text(): string {
    return `${hex(this.#high)}${hex(this.#low)}`;
  }
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
