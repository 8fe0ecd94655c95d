/** A sheet that went through messages is the same sheet for the engine. */
import fc from 'fast-check';
import { headOf, piecesOf, SheetBuilder } from '../../src/app/worker/sheetPieces';
import { analyze, gridOf, plainSheet, type Cell, type Sheet } from '../../src/engine/index';
import { valuesOf } from '../oracles/openBytes';
import { circle, type Rows } from './world';

/** Each message is cloned, as between threads. */
function throughMessages(sheet: Sheet): Sheet {
  const builder = new SheetBuilder(structuredClone(headOf(sheet)));
  for (const piece of piecesOf(sheet)) builder.add(structuredClone(piece));
  return builder.sheet();
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom({ error: '#REF!' }, { error: '#UNSTORED!' }),
);

const codes = ['General', 'yyyy-mm-dd', '0%', '#,##0.0???'];

const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    rows: fc.nat(12),
    columns: fc.nat(8),
    top: fc.nat(30),
    left: fc.nat(30),
    seed: fc.array(cell, { minLength: 1, maxLength: 30 }),
    isHidden: fc.boolean(),
    knowsFormats: fc.boolean(),
    knowsFormulas: fc.boolean(),
  })
  .map(({ rows, columns, top, left, seed, isHidden, knowsFormats, knowsFormulas }) => {
    const values = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => seed[(row * columns + column) % seed.length]),
    );
    return {
      ...plainSheet('Deals', { ...gridOf(values, top, left), columns }),
      visibility: isHidden ? 'hidden' : 'visible',
      hiddenRows: [top],
      filter: { area: { top, left, bottom: top + rows, right: left }, hiddenRows: [top + 1] },
      merges: [{ top, left, bottom: top, right: left + 1 }],
      format: knowsFormats ? (row, column) => codes[(row * 3 + column) % codes.length] : null,
      isFormula: knowsFormulas ? (row, column) => (row + column) % 3 === 0 : null,
    };
  });

function cellsOf<Value>({ grid }: Sheet, of: (row: number, column: number) => Value): Value[] {
  return Array.from({ length: grid.rows * grid.columns }, (_, at) =>
    of(grid.top + Math.floor(at / grid.columns), grid.left + (at % grid.columns)),
  );
}

describe('a sheet in pieces', () => {
  it('is the same sheet again', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const again = throughMessages(sheet);
        expect(headOf(again)).toEqual(headOf(sheet));
        expect(valuesOf(again.grid)).toEqual(valuesOf(sheet.grid));
        expect(again.format === null).toBe(sheet.format === null);
        expect(again.isFormula === null).toBe(sheet.isFormula === null);
        const { format, isFormula } = sheet;
        if (format !== null && again.format !== null)
          expect(cellsOf(again, again.format)).toEqual(cellsOf(sheet, format));
        if (isFormula !== null && again.isFormula !== null)
          expect(cellsOf(again, again.isFormula)).toEqual(cellsOf(sheet, isFormula));
      }),
    );
  });

  it('is empty outside of its cells', () => {
    fc.assert(
      fc.property(sheets, ({ name, ...rest }) => {
        const { grid, format, isFormula } = throughMessages({ name, ...rest });
        const outside = [
          [grid.top - 1, grid.left],
          [grid.top, grid.left - 1],
          [grid.top + grid.rows, grid.left],
          [grid.top, grid.left + grid.columns],
        ];
        for (const [row, column] of outside) {
          expect(grid.at(row, column)).toBeNull();
          expect(format?.(row, column) ?? 'General').toBe('General');
          expect(isFormula?.(row, column) ?? false).toBe(false);
        }
      }),
    );
  });

  it('gives the engine the same analysis, over any deals', () => {
    const party = fc.constantFrom('Nvidia', 'OpenAI', 'Oracle', 'AMD');
    const deal = fc.tuple(
      party,
      party,
      fc.nat(500),
      fc.constantFrom('equity', 'chips'),
      fc.constant('signed'),
    );
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 12 }), (deals) => {
        const rows: Rows = [circle[0], ...deals];
        const sheet = plainSheet('Deals', gridOf(rows));
        const of = (one: Sheet) =>
          analyze(
            { name: 'deals.xlsx', sheets: [one], tables: [], date1904: false, notes: [] },
            { draws: 10 },
          );
        expect(of(throughMessages(sheet))).toEqual(of(sheet));
      }),
      { numRuns: 30 },
    );
  });

  it('is several messages when it is long, and a long row is one', () => {
    const long = plainSheet('Long', { ...gridOf([]), rows: 45_000, columns: 1, at: (row) => row });
    expect([...piecesOf(long)].map(({ first, cells }) => [first, cells.length])).toEqual([
      [0, 20_000],
      [20_000, 20_000],
      [40_000, 5_000],
    ]);
    const again = throughMessages(long);
    expect([again.grid.at(0, 0), again.grid.at(44_999, 0)]).toEqual([0, 44_999]);
    const wide = plainSheet('Wide', { ...gridOf([]), rows: 2, columns: 16_384, at: (_, column) => column });
    expect([...piecesOf(wide)]).toHaveLength(2);
  });

  it('sends a format once', () => {
    const sheet: Sheet = {
      ...plainSheet('Long', { ...gridOf([]), rows: 45_000, columns: 1, at: (row) => row }),
      format: (row) => (row < 30_000 ? 'General' : '0%'),
    };
    expect([...piecesOf(sheet)].map((piece) => piece.codes)).toEqual([['General'], ['0%'], []]);
    expect(throughMessages(sheet).format?.(30_000, 0)).toBe('0%');
  });
});
