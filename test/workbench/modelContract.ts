/**
 * What every WorkbookModel keeps, as a function of the implementation: the plain one in memory and the grid's engine.
 *
 *   describeWorkbookModel('MemoryWorkbook', { create: () => new MemoryWorkbook(), calculates: false });
 */
import type { Area } from '../../src/engine/index';
import { parseArea } from '../../src/engine/index';
import type { CellInput, FunctionCall, WorkbookModel } from '../../src/workbench/model';
import { eventsOf, until } from './until';

export interface Implementation {
  /** A workbook with one empty sheet. */
  create(): WorkbookModel;
  dispose?(model: WorkbookModel): void;
  /** Whether formulas are evaluated; custom functions are part of that. */
  readonly calculates: boolean;
}

export function area(address: string): Area {
  const found = parseArea(address);
  if (found === null) throw new Error(`"${address}" is not an address.`);
  return found;
}

export function describeWorkbookModel(name: string, implementation: Implementation): void {
  describe(`${name} keeps the contract of a workbook`, () => {
    let model: WorkbookModel;
    let sheet: string;
    beforeEach(() => {
      model = implementation.create();
      sheet = model.activeSheet();
    });
    afterEach(() => implementation.dispose?.(model));

    const write = (address: string, cells: readonly (readonly CellInput[])[]): void =>
      model.write(sheet, area(address), cells);
    const values = (address: string) => model.values(sheet, area(address));
    const formulas = (address: string) => model.formulas(sheet, area(address));

    describe('cells', () => {
      it('gives back numbers, texts and booleans as they were written', () => {
        write('B2:D2', [[12.5, 'Nvidia', true]]);
        expect(values('A1:E3')).toEqual([
          [null, null, null, null, null],
          [null, 12.5, 'Nvidia', true, null],
          [null, null, null, null, null],
        ]);
      });

      it('keeps text that looks like a number as text', () => {
        write('A1:A2', [['12'], ['TRUE']]);
        expect(values('A1:A2')).toEqual([['12'], ['TRUE']]);
      });

      it('takes what follows an apostrophe as text whatever it looks like', () => {
        write('A1:A2', [["'=1+1"], ["'#N/A"]]);
        expect(values('A1:A2')).toEqual([['=1+1'], ['#N/A']]);
      });

      it('empties a cell that is given null', () => {
        write('A1', [[5]]);
        write('A1', [[null]]);
        expect(values('A1')).toEqual([[null]]);
        expect(model.usedArea(sheet, true)).toBeNull();
      });

      it('answers with the formula where there is one and with the value elsewhere', () => {
        write('A1:B1', [[3, '=A1*2']]);
        expect(formulas('A1:C1')).toEqual([[3, '=A1*2', null]]);
      });

      it('drops a formula when a value is written over it', () => {
        write('A1', [['=1+1']]);
        write('A1', [[7]]);
        expect(formulas('A1')).toEqual([[7]]);
        expect(values('A1')).toEqual([[7]]);
      });

      it('refuses cells of another shape than their area', () => {
        expect(() => write('A1:B2', [[1, 2]])).toThrow(/shape/);
        expect(values('A1:B1')).toEqual([[null, null]]);
      });

      it('holds cells far from the first one', () => {
        write('XFD1048576', [['last']]);
        expect(values('XFD1048576')).toEqual([['last']]);
      });

      it('finds the area around all values, and around formats too when asked', () => {
        expect(model.usedArea(sheet, true)).toBeNull();
        write('C3:C4', [[1], [2]]);
        write('E2', [['x']]);
        model.setNumberFormats(sheet, area('G9'), [['0.00']]);
        expect(model.usedArea(sheet, true)).toEqual(area('C2:E4'));
        expect(model.usedArea(sheet, false)).toEqual(area('C2:G9'));
      });

      it('keeps number formats apart from values', () => {
        write('A1:B1', [[1, 2]]);
        model.setNumberFormats(sheet, area('A1:B1'), [['#,##0.00', 'yyyy-mm-dd']]);
        expect(model.numberFormats(sheet, area('A1:C1'))).toEqual([['#,##0.00', 'yyyy-mm-dd', 'General']]);
        expect(values('A1:B1')).toEqual([[1, 2]]);
        model.setNumberFormats(sheet, area('A1'), [['General']]);
        expect(model.numberFormats(sheet, area('A1:B1'))).toEqual([['General', 'yyyy-mm-dd']]);
        write('B1', [[9]]);
        expect(model.numberFormats(sheet, area('B1'))).toEqual([['yyyy-mm-dd']]);
      });
    });

    describe('names', () => {
      it('are told as they were defined, of the workbook and of a sheet, until they are taken off', () => {
        expect(model.definedNames?.()).toEqual([]);
        model.defineName?.('Rate', null, '=LAMBDA(x,x*2)');
        model.defineName?.('Rate', sheet, '=0.25');
        model.defineName?.('RATE', null, '=0.5');
        expect(model.definedNames?.()).toEqual([
          { name: 'RATE', sheet: null, formula: '=0.5' },
          { name: 'Rate', sheet, formula: '=0.25' },
        ]);
        model.defineName?.('rate', null, null);
        expect(model.definedNames?.()).toEqual([{ name: 'Rate', sheet, formula: '=0.25' }]);
      });
    });

    describe('sheets', () => {
      it('begins with one visible sheet, in front', () => {
        expect(model.sheets()).toHaveLength(1);
        expect(model.sheets()[0]).toMatchObject({ id: sheet, visibility: 'visible' });
      });

      it('adds a sheet at the end without showing it', () => {
        const added = model.addSheet('Deals');
        expect(added.name).toBe('Deals');
        expect(model.sheets().map((each) => each.id)).toEqual([sheet, added.id]);
        expect(model.activeSheet()).toBe(sheet);
      });

      it('makes up a name when none is given', () => {
        const names = [model.addSheet().name, model.addSheet().name, model.sheets()[0].name];
        expect(new Set(names).size).toBe(3);
      });

      it('keeps cells of two sheets apart', () => {
        const other = model.addSheet('Other');
        write('A1', [['here']]);
        model.write(other.id, area('A1'), [['there']]);
        expect(values('A1')).toEqual([['here']]);
        expect(model.values(other.id, area('A1'))).toEqual([['there']]);
      });

      it.each(['', 'a/b', 'a:b', '[x]', "'x", 'a'.repeat(32)])('refuses the name "%s"', (bad) => {
        expect(() => model.addSheet(bad)).toThrow();
        expect(() => model.renameSheet(sheet, bad)).toThrow();
        expect(model.sheets()).toHaveLength(1);
      });

      it('refuses a name that is taken, whatever its case', () => {
        model.addSheet('Deals');
        expect(() => model.addSheet('DEALS')).toThrow(/"DEALS"/);
        expect(() => model.renameSheet(sheet, 'deals')).toThrow(/"deals"/);
      });

      it('renames, keeping the id', () => {
        model.renameSheet(sheet, 'Capex');
        expect(model.sheets()[0]).toMatchObject({ id: sheet, name: 'Capex' });
      });

      it('shows another sheet in front', () => {
        const other = model.addSheet('Other');
        model.activate(other.id);
        expect(model.activeSheet()).toBe(other.id);
        expect(model.selection().sheet).toBe(other.id);
      });

      it('deletes a sheet, but not the only one', () => {
        const other = model.addSheet('Other');
        model.deleteSheet(sheet);
        expect(model.sheets().map((each) => each.id)).toEqual([other.id]);
        expect(() => model.deleteSheet(other.id)).toThrow();
        expect(() => model.values(sheet, area('A1'))).toThrow();
      });

      it.each(['__proto__', 'constructor', 'toString'])('takes "%s" for an ordinary name', (odd) => {
        const added = model.addSheet(odd);
        model.write(added.id, area('A1'), [[odd]]);
        expect(model.values(added.id, area('A1'))).toEqual([[odd]]);
        expect(() => model.values(odd, area('A1'))).toThrow();
      });
    });

    describe('tables', () => {
      beforeEach(() => {
        write('A1:B3', [
          ['Buyer', 'Amount'],
          ['OpenAI', 10],
          ['Oracle', 40],
        ]);
      });

      it('knows a table by its name and area', () => {
        const table = model.addTable(sheet, area('A1:B3'), true, 'Deals');
        expect(table).toMatchObject({ name: 'Deals', sheet, area: area('A1:B3'), hasHeading: true });
        expect(model.tables()).toEqual([table]);
      });

      it('lets a table have the name of its sheet', () => {
        model.renameSheet(sheet, 'Deals');
        expect(model.addTable(sheet, area('A1:B3'), true, 'Deals').name).toBe('Deals');
      });

      it('makes up a name when none is given', () => {
        const first = model.addTable(sheet, area('A1:B3'), true);
        const second = model.addTable(sheet, area('D1:E3'), true);
        expect(first.name).not.toBe(second.name);
      });

      it('refuses a name that is taken or is none, and tables that overlap', () => {
        model.addTable(sheet, area('A1:B3'), true, 'Deals');
        expect(() => model.addTable(sheet, area('D1:E3'), true, 'deals')).toThrow(/"deals"/);
        expect(() => model.addTable(sheet, area('D1:E3'), true, 'two words')).toThrow(/"two words"/);
        expect(() => model.addTable(sheet, area('D1:E3'), true, 'AB12')).toThrow(/"AB12"/);
        expect(() => model.addTable(sheet, area('B3:C5'), true, 'Other')).toThrow(/overlap/);
        expect(model.tables()).toHaveLength(1);
      });

      it('gives a table another name, and takes it back', () => {
        const { id } = model.addTable(sheet, area('A1:B3'), true);
        const other = model.addTable(sheet, area('D1:E3'), true, 'Other');
        model.renameTable?.(id, 'Deals');
        expect(model.tables().map(({ name }) => name)).toEqual(['Deals', 'Other']);
        expect(() => model.renameTable?.(id, 'OTHER')).toThrow(/"OTHER"/);
        expect(() => model.renameTable?.(id, 'R1C1')).toThrow(/"R1C1"/);
        model.renameTable?.(other.id, 'other');
        expect(model.tables().map(({ name }) => name)).toEqual(['Deals', 'other']);
        model.undo();
        model.undo();
        expect(model.tables().map(({ name }) => name)).not.toContain('Deals');
      });

      it('deletes a table and leaves its cells', () => {
        const { id } = model.addTable(sheet, area('A1:B3'), true, 'Deals');
        model.deleteTable(id);
        expect(model.tables()).toEqual([]);
        expect(values('A1:B1')).toEqual([['Buyer', 'Amount']]);
        expect(() => model.deleteTable(id)).toThrow();
      });
    });

    describe('selection', () => {
      it('begins at the first cell', () => {
        expect(model.selection()).toEqual({ sheet, area: area('A1') });
      });

      it('is what was selected, and shows its sheet', () => {
        const other = model.addSheet('Other');
        model.select(other.id, area('B2:C4'));
        expect(model.selection()).toEqual({ sheet: other.id, area: area('B2:C4') });
        expect(model.activeSheet()).toBe(other.id);
      });
    });

    describe('history', () => {
      it('has nothing to undo or redo at first', () => {
        expect(model.undo()).toBe(false);
        expect(model.redo()).toBe(false);
      });

      it('takes a write back and brings it again', () => {
        write('A1', [[1]]);
        write('A1', [[2]]);
        expect(model.undo()).toBe(true);
        expect(values('A1')).toEqual([[1]]);
        expect(model.undo()).toBe(true);
        expect(values('A1')).toEqual([[null]]);
        expect(model.redo()).toBe(true);
        expect(model.redo()).toBe(true);
        expect(values('A1')).toEqual([[2]]);
        expect(model.redo()).toBe(false);
      });

      it('takes back number formats', () => {
        model.setNumberFormats(sheet, area('A1'), [['0%']]);
        expect(model.undo()).toBe(true);
        expect(model.numberFormats(sheet, area('A1'))).toEqual([['General']]);
      });

      it('leaves formulas what they are when their format is set, taken back and set again', () => {
        write('A1:A2', [['=1+1'], [3]]);
        const formulas = [['=1+1'], [3]];
        model.setNumberFormats(sheet, area('A1:A2'), [['0.0%'], ['0']]);
        expect(model.formulas(sheet, area('A1:A2'))).toEqual(formulas);
        for (const [step, format] of [
          [() => model.undo(), 'General'],
          [() => model.redo(), '0.0%'],
        ] as const) {
          expect(step()).toBe(true);
          expect(model.formulas(sheet, area('A1:A2'))).toEqual(formulas);
          expect(model.numberFormats(sheet, area('A1'))).toEqual([[format]]);
        }
      });

      it('takes back what was joined to one step at once', () => {
        if (model.asOneStep === undefined) return;
        model.asOneStep(() => {
          write('A1', [[1]]);
          write('B1', [[2]]);
        });
        expect(model.undo()).toBe(true);
        expect(values('A1:B1')).toEqual([[null, null]]);
      });
    });

    describe('events', () => {
      it('tells a write once, after the call, as done by code', async () => {
        let told = 0;
        model.subscribe(() => (told += 1));
        const events = await eventsOf(model, () => {
          write('B2:C3', [
            [1, 2],
            [3, 4],
          ]);
          expect(told).toBe(0);
        });
        const changes = events.filter((event) => event.kind === 'changed');
        expect(changes).toMatchObject([{ kind: 'changed', sheet, area: area('B2:C3'), source: 'code' }]);
      });

      it('tells two writes of one turn as two', async () => {
        const events = await eventsOf(model, () => {
          write('A1', [[1]]);
          write('A1', [[2]]);
        });
        expect(events.filter((event) => event.kind === 'changed')).toHaveLength(2);
      });

      it('tells selection, activation and sheets', async () => {
        const events = await eventsOf(model, () => {
          const { id } = model.addSheet('Other');
          model.renameSheet(id, 'Renamed');
          model.activate(id);
          model.select(id, area('B2'));
          model.deleteSheet(sheet);
        });
        const told = events.map((event) => (event.kind === 'sheets' ? event.change : event.kind));
        expect(told).toEqual(['added', 'renamed', 'activated', 'selected', 'deleted']);
      });

      it('tells nothing any more after the subscription has ended', async () => {
        let told = 0;
        const stop = model.subscribe(() => (told += 1));
        stop();
        await eventsOf(model, () => write('A1', [[1]]));
        expect(told).toBe(0);
      });
    });

    if (implementation.calculates) describeCalculation(() => ({ model, sheet, write, values, formulas }));
  });
}

interface Desk {
  readonly model: WorkbookModel;
  readonly sheet: string;
  write(address: string, cells: readonly (readonly CellInput[])[]): void;
  values(address: string): unknown[][];
  formulas(address: string): unknown[][];
}

function describeCalculation(desk: () => Desk): void {
  /** Waits until the cell at the first corner shows the value. */
  const shown = (address: string, value: unknown): Promise<void> =>
    until(desk().model, () => JSON.stringify(desk().values(address)[0][0]) === JSON.stringify(value));

  describe('formulas', () => {
    it('adds up, and again when a cell changes', async () => {
      const { write, model, sheet } = desk();
      write('A1:B2', [
        [1, '=SUM(A1:A2)'],
        [2, '=B1*10'],
      ]);
      await shown('B2', 30);
      const calculated = new Promise<Area>((resolve) =>
        model.subscribe(
          (event) => event.kind === 'calculated' && event.sheet === sheet && resolve(event.area),
        ),
      );
      write('A1', [[40]]);
      await shown('B2', 420);
      expect(await calculated).toEqual(area('B1:B2'));
    });

    it('adds up under a condition', async () => {
      const { write } = desk();
      write('A1:B4', [
        ['OpenAI', 10],
        ['Oracle', 40],
        ['OpenAI', 5],
        ['=SUMIFS(B1:B3,A1:A3,"OpenAI")', null],
      ]);
      await shown('A4', 15);
    });

    it('spills, counts the spill as used, and says when something is in the way', async () => {
      const { write, values, formulas, model, sheet } = desk();
      write('B2', [['=SEQUENCE(2,3)']]);
      await shown('D3', 6);
      expect(values('B2:D3')).toEqual([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      expect(formulas('B2:C2')).toEqual([['=SEQUENCE(2,3)', 2]]);
      expect(model.usedArea(sheet, true)).toEqual(area('B2:D3'));
      write('C3', [['x']]);
      await shown('B2', { error: '#SPILL!' });
      write('C3', [[null]]);
      await shown('D3', 6);
    });

    it('follows a spill by its first cell', async () => {
      const { write, formulas } = desk();
      write('A1', [['=SEQUENCE(3)']]);
      write('C1', [['=SUM(A1#)']]);
      await shown('C1', 6);
      expect(formulas('C1')).toEqual([['=SUM(A1#)']]);
      write('A1', [['=SEQUENCE(4)']]);
      await shown('C1', 10);
    });

    it('reads tables by name, column and row', async () => {
      const { write, formulas, model, sheet } = desk();
      write('A1:B3', [
        ['Buyer', 'Amount'],
        ['OpenAI', 10],
        ['Oracle', 40],
      ]);
      model.renameSheet(sheet, 'Deals');
      model.addTable(sheet, area('A1:B3'), true, 'Deals');
      write('D1:D3', [['=SUM(Deals[Amount])'], ['=Deals[@Amount]*2'], ['=ROWS(Deals[#All])']]);
      await shown('D1', 50);
      await shown('D2', 20);
      await shown('D3', 3);
      expect(formulas('D2')).toEqual([['=Deals[@Amount]*2']]);
    });

    it('shows an error as an error', async () => {
      const { write } = desk();
      write('A1:B1', [['=1/0', '=NOSUCHFUNCTION()']]);
      await shown('A1', { error: '#DIV/0!' });
      await shown('B1', { error: '#NAME?' });
    });

    it('takes back a formula and its results', async () => {
      const { write, model, values } = desk();
      write('A1', [[2]]);
      write('B1', [['=A1+1']]);
      await shown('B1', 3);
      expect(model.undo()).toBe(true);
      expect(values('B1')).toEqual([[null]]);
      expect(model.redo()).toBe(true);
      await shown('B1', 3);
    });
  });

  describe('custom functions', () => {
    /** A function that answers when told to. */
    function manual(name: string) {
      const calls: FunctionCall[] = [];
      const answers: ((
        value: Awaited<ReturnType<Parameters<WorkbookModel['registerFunction']>[1]>>,
      ) => void)[] = [];
      desk().model.registerFunction(name, (call) => {
        calls.push(call);
        return new Promise((resolve) => answers.push(resolve));
      });
      return { calls, answers };
    }

    it('is busy until the answer is there, and holds nothing else up', async () => {
      const { write } = desk();
      const { answers, calls } = manual('DEAL.CIRCULARITY');
      write('A1:C1', [[5, '=DEAL.CIRCULARITY(A1,"x",TRUE)', '=A1*2']]);
      await shown('C1', 10);
      await shown('B1', { error: '#BUSY!' });
      await until(desk().model, () => answers.length === 1);
      answers[0]({ value: 0.28 });
      await shown('B1', 0.28);
      expect(calls).toHaveLength(1);
      expect(calls[0]).toMatchObject({
        name: 'DEAL.CIRCULARITY',
        at: { sheet: desk().sheet, row: 0, column: 1 },
      });
      expect(calls[0].arguments.slice(1)).toEqual(['x', true]);
    });

    it('spills beyond the cells that a sheet shows at first', async () => {
      const { write, values, model } = desk();
      model.registerFunction('DEAL.LONG', () =>
        Promise.resolve({ value: Array.from({ length: 3000 }, (_, row) => [row, 'x', 'y']) }),
      );
      write('X5', [['=DEAL.LONG()']]);
      await shown('X5', 0);
      expect(values('X3004:Z3004')).toEqual([[2999, 'x', 'y']]);
    });

    it('hands over ranges as rows, with their addresses, and spills the answer', async () => {
      const { write, values, model, sheet } = desk();
      const seen: FunctionCall[] = [];
      model.registerFunction('DEAL.PARTIES', (call) => {
        seen.push(call);
        return Promise.resolve({
          value: [
            ['Nvidia', 1],
            ['=OpenAI', null],
          ],
        });
      });
      model.renameSheet(sheet, 'My deals');
      write('A1:B2', [
        ['Buyer', 'Amount'],
        ['OpenAI', 10],
      ]);
      write('D1', [['=DEAL.PARTIES(A1:C2)']]);
      await shown('D1', 'Nvidia');
      expect(values('D1:E2')).toEqual([
        ['Nvidia', 1],
        ['=OpenAI', null],
      ]);
      expect(seen[0].arguments).toEqual([
        [
          ['Buyer', 'Amount', null],
          ['OpenAI', 10, null],
        ],
      ]);
      expect(seen[0].parameterAddresses).toEqual(["'My deals'!A1:C2"]);
    });

    it('calls again exactly once when a cell that it reads changes', async () => {
      const { write, model } = desk();
      let calls = 0;
      model.registerFunction('DEAL.TOTAL', ({ arguments: [rows] }) => {
        calls += 1;
        const cells = (Array.isArray(rows) ? rows : [[rows]]).flat();
        return Promise.resolve({ value: cells.reduce<number>((sum, cell) => sum + Number(cell), 0) });
      });
      write('A1:A3', [[1], [2], ['=DEAL.TOTAL(A1:A2)']]);
      await shown('A3', 3);
      expect(calls).toBe(1);
      write('A2', [[40]]);
      await shown('A3', 41);
      expect(calls).toBe(2);
      write('C9', [['=1+1']]);
      await shown('C9', 2);
      expect(calls).toBe(2);
    });

    it('reads results of other formulas that change in the same evaluation', async () => {
      const { write, model } = desk();
      model.registerFunction('DEAL.FIRST', ({ arguments: [rows] }) =>
        Promise.resolve({ value: Array.isArray(rows) ? rows[0][0] : null }),
      );
      write('A1:C1', [[1, '=A1+1', '=DEAL.FIRST(B1:B2)']]);
      await shown('C1', 2);
      write('A1', [[10]]);
      await shown('C1', 11);
    });

    it('shows the error of an answer, and #VALUE! for a function that throws', async () => {
      const { write, model } = desk();
      model.registerFunction('DEAL.NONE', () => Promise.resolve({ error: '#N/A', message: 'No deals.' }));
      model.registerFunction('DEAL.BAD', () => Promise.reject(new Error('Out of order.')));
      model.registerFunction('DEAL.WORSE', () => {
        throw new Error('Out of order at once.');
      });
      write('A1:C1', [['=DEAL.NONE()', '=DEAL.BAD()', '=DEAL.WORSE()']]);
      await shown('A1', { error: '#N/A' });
      await shown('B1', { error: '#VALUE!' });
      await shown('C1', { error: '#VALUE!' });
    });

    it('drops a late answer to what is no longer asked', async () => {
      const { write, values } = desk();
      const { calls, answers } = manual('DEAL.SLOW');
      write('A1:B1', [[1, '=DEAL.SLOW(A1)']]);
      await until(desk().model, () => calls.length === 1);
      write('A1', [[2]]);
      await until(desk().model, () => calls.length === 2);
      answers[1]({ value: 'second' });
      await shown('B1', 'second');
      answers[0]({ value: 'first' });
      write('D1', [['=1+1']]);
      await shown('D1', 2);
      expect(values('B1')).toEqual([['second']]);
    });

    it('answers formulas that stood there before the function was known', async () => {
      const { write, model } = desk();
      write('A1', [['=DEAL.LATER(2)']]);
      await shown('A1', { error: '#NAME?' });
      model.registerFunction('deal.later', () => Promise.resolve({ value: 'known' }));
      await shown('A1', 'known');
    });
  });
}
