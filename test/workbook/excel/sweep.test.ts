import fc from 'fast-check';
import { Columns } from '../../../src/workbook/excel/columns';
import { countsFrom1904 } from '../../../src/workbook/excel/dateSystem';
import { valueBytes } from '../../../src/workbook/excel/limits';
import { Pace } from '../../../src/workbook/excel/pace';
import { Sweep } from '../../../src/workbook/excel/sweep';
import { areaCells } from '../../../src/workbook/operations';

const areas = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(9), fc.nat(9))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

describe('areas in pieces', () => {
  it('every cell is handed out once, in pieces that keep to the budget', () => {
    fc.assert(
      fc.property(fc.array(areas, { maxLength: 4 }), fc.integer({ min: 1, max: 200 }), (all, budget) => {
        const way = new Sweep(all);
        const seen = new Set<string>();
        let cells = 0;
        while (!way.isDone) {
          const pieces = way.pieces(budget, 3);
          expect(way.pieces(budget, 3)).toEqual(pieces);
          const taken = pieces.reduce((sum, { area }) => sum + areaCells(area), 0);
          expect(taken).toBeLessThanOrEqual(budget);
          expect(taken).toBeGreaterThan(0);
          cells += taken;
          for (const { of, area } of pieces) {
            for (let row = area.top; row <= area.bottom; row++)
              for (let column = area.left; column <= area.right; column++) seen.add(`${of}/${row}/${column}`);
          }
          way.advance();
        }
        expect(cells).toBe(all.reduce((sum, area) => sum + areaCells(area), 0));
        expect(seen.size).toBe(cells);
      }),
    );
  });
});

describe('the pace', () => {
  it('grows while answers are small, shrinks with large cells, and never beyond the limits', () => {
    const pace = new Pace();
    const steps: number[] = [];
    for (let step = 0; step < 6; step++) {
      steps.push(pace.cells);
      pace.answered(pace.cells, pace.cells * 4);
    }
    expect(steps).toEqual([500, 2_000, 8_000, 32_000, 100_000, 100_000]);
    pace.answered(100_000, 10_000_000);
    expect(pace.cells).toBe(5_000);
    pace.answered(1, 5_000_000);
    expect(pace.cells).toBe(1);
  });

  it('asks for a quarter of what was refused, until there is one cell', () => {
    const pace = new Pace();
    let times = 0;
    while (pace.refused(pace.cells)) times++;
    expect(times).toBe(4);
  });
});

describe('columns', () => {
  it('give back what was put, wherever and in whatever order', () => {
    const area = { top: 3, left: 2, bottom: 20_000, right: 4 };
    const place = fc.tuple(fc.integer({ min: 3, max: 20_000 }), fc.integer({ min: 2, max: 4 }), fc.nat(3));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 50 }), (places) => {
        const columns = new Columns<number>(area, 0);
        const known = new Map<string, number>();
        for (const [row, column, value] of places) {
          columns.put(row, column, value);
          known.set(`${row}/${column}`, value);
        }
        for (const [row, column] of places)
          expect(columns.at(row, column)).toBe(known.get(`${row}/${column}`));
        expect([columns.at(0, 0), columns.at(20_001, 2), columns.at(3, 5)]).toEqual([0, 0, 0]);
      }),
    );
  });
});

describe('bytes of a value', () => {
  it('are never fewer than those of JSON within JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), (value) => {
        const whole = Buffer.byteLength(JSON.stringify(JSON.stringify(value)));
        // The quotes around the whole are not the value's.
        expect(valueBytes(value)).toBeGreaterThanOrEqual(whole - 2);
      }),
    );
  });
});

describe('the date system', () => {
  it.each([
    [45_352, '2024-03-01', false],
    [45_352, '2028-03-02', true],
    [43_890, 'Friday, March 1, 2024', true],
    [45_352, '1-Mar', null],
    [45_352, '2567-03-01', null],
    [45_352, '########', null],
  ])('serial %d shown as %s', (serial, text, expected) => {
    expect(countsFrom1904(serial, text)).toBe(expected);
  });
});
