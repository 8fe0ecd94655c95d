import fc from 'fast-check';
import { defaultLimits } from '../../../src/workbook/file/limits';
import { Columns, FORMULA, NUMBER, TEXT } from '../../../src/workbook/file/columns';
import { Opening } from '../../../src/workbook/file/opening';
import { inflateNode } from '../../../src/cli/files';

function columns(cellBytes = defaultLimits.cellBytes): Columns {
  return new Columns(
    new Opening('a.xlsx', { ...defaultLimits, cellBytes }, inflateNode, undefined, undefined),
  );
}

interface Put {
  readonly row: number;
  readonly column: number;
  readonly tag: number;
  readonly value: number;
  readonly format: number;
}

describe('columns', () => {
  const put = fc.record({
    // Few places, so that cells meet: within a chunk, at its edges, far apart.
    row: fc.oneof(fc.nat(40), fc.integer({ min: 4090, max: 4100 }), fc.nat(1_048_575)),
    column: fc.constantFrom(0, 1, 16_383),
    tag: fc.constantFrom(NUMBER, TEXT, NUMBER | FORMULA),
    value: fc.nat(1000),
    format: fc.constantFrom(0, 0, 0, 1, 7),
  });

  it('law: give back what was put last, in whatever order it came', () => {
    fc.assert(
      fc.property(fc.array(put, { maxLength: 120 }), (puts) => {
        agree(puts);
      }),
      { seed: 20251122, numRuns: 120 },
    );
  });

  it('law: also when lists grow into plain arrays, forwards, backwards and in between', () => {
    const full = (order: (index: number) => number): Put[] =>
      Array.from({ length: 700 }, (_, index) => ({
        row: order(index),
        column: 0,
        tag: NUMBER,
        value: index,
        format: index % 97 === 0 ? 1 : 0,
      }));
    agree(full((index) => index));
    agree(full((index) => 4095 - index));
    agree(full((index) => (index * 1_231) % 4_096));
    agree(full((index) => (index * 37) % 300));
  });

  it('a stray cell takes the room of a list, a full column that of its numbers', () => {
    const stray = columns(1_100_000);
    stray.set(1_048_575, 16_383, NUMBER, 1, 0);
    expect(stray.value(1_048_575, 16_383)).toBe(1);
    const full = columns(2_000_000);
    for (let row = 0; row < 200_000; row++) full.set(row, 0, NUMBER, row, 0);
    expect([full.cells, full.value(177_777, 0)]).toEqual([200_000, 177_777]);
  });
});

/** Against the obvious: a map from address to what was put. */
function agree(puts: readonly Put[]): void {
  const fast = columns();
  const slow = new Map<string, Put>();
  for (const cell of puts) {
    fast.set(cell.row, cell.column, cell.tag, cell.value, cell.format);
    slow.set(`${cell.row} ${cell.column}`, cell);
  }
  expect(fast.cells).toBe(slow.size);
  const wrong = [...slow.values()].filter(
    ({ row, column, tag, value, format }) =>
      fast.tag(row, column) !== tag ||
      fast.value(row, column) !== value ||
      fast.format(row, column) !== format,
  );
  expect(wrong).toEqual([]);
  const neighbours = puts.flatMap(({ row, column }) => [
    [row + 1, column],
    [Math.max(0, row - 1), column],
    [row, column + 1],
  ]);
  const invented = neighbours.filter(
    ([row, column]) =>
      !slow.has(`${row} ${column}`) && (fast.tag(row, column) !== 0 || fast.format(row, column) !== 0),
  );
  expect(invented).toEqual([]);
}
