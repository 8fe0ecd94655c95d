import fc from 'fast-check';
import type { Cell } from '../../../../src/engine/index';
import { blankWorkbook } from '../../../../src/workbook/file/newWorkbook';
import type { NewCell, Operation } from '../../../../src/workbook/port';
import { edited, opened } from '../../../oracles/editBytes';

const SIZE = 12;
const cell = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('=1+1', ' x ', '_x0041_', '<&>', '\r\n'),
  fc.integer({ min: 1, max: 9 }).map((row) => ({ formula: `=A${row}*2`, result: row })),
);
const start = fc.integer({ min: 0, max: SIZE - 4 });
const area = fc.record({
  top: start,
  left: start,
  height: fc.integer({ min: 1, max: 3 }),
  width: fc.integer({ min: 1, max: 3 }),
});
const writes = area.chain(({ top, left, height, width }) =>
  fc
    .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
    .map((cells): Extract<Operation, { kind: 'write' }> => ({
      kind: 'write',
      sheet: 'Sheet1',
      area: { top, left, bottom: top + height - 1, right: left + width - 1 },
      cells,
    })),
);

type Model = Map<string, { value: Cell; formula: string | null }>;

function carryOut(model: Model, { area: { top, left }, cells }: Extract<Operation, { kind: 'write' }>): void {
  cells.forEach((row, down) =>
    row.forEach((given: NewCell, across) => {
      const key = `${top + down} ${left + across}`;
      if (given === null || given === '') model.delete(key);
      else if (typeof given === 'object')
        model.set(key, { value: given.result as Cell, formula: given.formula });
      else model.set(key, { value: given, formula: null });
    }),
  );
}

it('any edits, saved in between or not, give what a plain map gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(writes, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (plans) => {
        const model: Model = new Map();
        let bytes = await blankWorkbook(['Sheet1']);
        for (const plan of plans) {
          bytes = await edited(bytes, plan);
          for (const operation of plan) carryOut(model, operation);
        }
        const [sheet] = (await opened(bytes)).sheets;
        for (let row = 0; row < SIZE; row++)
          for (let column = 0; column < SIZE; column++) {
            const wanted = model.get(`${row} ${column}`);
            expect(sheet.grid.at(row, column)).toEqual(wanted?.value ?? null);
            expect(sheet.formula?.(row, column)?.text ?? null).toBe(wanted?.formula ?? null);
          }
      },
    ),
    { numRuns: 150, seed: 20_260_801 },
  );
});
