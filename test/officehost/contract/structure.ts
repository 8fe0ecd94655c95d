import { area, failureOf, freshSheet, type ContractPart } from './page';

export const structure: ContractPart = (page) => {
  describe('cells that come and go', () => {
    it('rows are inserted and deleted; formulas, formats, comments, rules, names and kept ranges follow', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.getRange('A1:B3').formulas = [
          ['From', 'Amount'],
          ['Nvidia', 100],
          ['Sum', '=B2*2'],
        ];
        sheet.getRange('A2:B2').format.fill.color = '#FFCC00';
        context.workbook.comments.add(sheet.getRange('B2'), 'Round trip');
        sheet.getRange('B2:B3').conditionalFormats.add('Custom').custom.rule.formula = '=B2>1';
        context.workbook.names.add('Shifted', sheet.getRange('A2:B3'));
        const kept = sheet.getRange('B2');
        kept.load('values');
        await context.sync();
        sheet.getRange('2:3').insert('Down');
        kept.load('address, values');
        const named = context.workbook.names.getItem('Shifted').getRange();
        const place = sheet.comments.getItemAt(0).getLocation();
        const rule = sheet.getRange('B4').conditionalFormats.getItemAt(0).getRange();
        const sum = sheet.getRange('B5');
        const fill = sheet.getRange('A4');
        for (const range of [named, place, rule]) range.load('address');
        sum.load('formulas, values');
        fill.load('format/fill/color');
        await context.sync();
        expect(kept.address).toMatch(/!B4$/);
        expect(kept.values).toEqual([[100]]);
        expect(named.address).toMatch(/!A4:B5$/);
        expect(place.address).toMatch(/!B4$/);
        expect(rule.address).toMatch(/!B4:B5$/);
        expect(sum.formulas).toEqual([['=B4*2']]);
        expect(sum.values).toEqual([[200]]);
        expect(fill.format.fill.color).toBe('#FFCC00');
        sheet.getRange('4:4').delete('Up');
        const comments = sheet.comments.getCount();
        kept.load('address');
        const failure = await failureOf(context.sync());
        expect(failure.code).toBe('InvalidReference');
        await page().Excel.run(async (other) => {
          const count = other.workbook.worksheets.getItem(id).comments.getCount();
          await other.sync();
          expect(count.value).toBe(0);
        });
        expect(typeof comments).toBe('object');
      });
      expect(page().model.formulas(id, area(3, 1, 3, 1))).toEqual([['=#REF!*2']]);
    });

    it('what the user inserts moves a range that the add-in keeps, and is told', async () => {
      const id = freshSheet(page());
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        const kept = sheet.getRange('B2');
        kept.load('address');
        sheet.onChanged.add((event) => {
          seen.push(`${event.changeType} ${event.address}`);
          return Promise.resolve();
        });
        await context.sync();
        page().model.shiftAsUser(id, area(0, 0, 0, 16_383), 'down');
        await Promise.resolve();
        kept.load('address');
        await context.sync();
        expect(kept.address).toMatch(/!B3$/);
      });
      expect(seen).toEqual(['RowInserted A1:XFD1']);
    });

    it('a part of a table cannot be torn off, nor values be pushed off the sheet', async () => {
      const id = freshSheet(page());
      const attempts: readonly [string, 'Down' | 'Right', string][] = [
        ['A2', 'Down', 'InsertDeleteConflict'],
        ['E1', 'Right', 'NonBlankCellOffSheet'],
      ];
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.getRange('A1:B3').values = [
          ['From', 'Amount'],
          ['Nvidia', 1],
          ['OpenAI', 2],
        ];
        sheet.getRange('XFD1').values = [['last']];
        sheet.tables.add('A1:B3', true);
        await context.sync();
      });
      for (const [address, direction, code] of attempts) {
        const failure = await failureOf(
          page().Excel.run(async (context) => {
            context.workbook.worksheets.getItem(id).getRange(address).insert(direction);
            await context.sync();
          }),
        );
        expect(failure.code).toBe(code);
      }
    });

    it('merged cells keep the first value only', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(id).getRange('A1:B2');
        range.values = [
          ['Deals', 1],
          [2, 3],
        ];
        range.merge(false);
        range.load('values');
        await context.sync();
        expect(range.values).toEqual([
          ['Deals', ''],
          ['', ''],
        ]);
        range.unmerge();
        await context.sync();
      });
    });

    it('rows are hidden and shown', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.getRange('2:3').rowHidden = true;
        const [hidden, both] = [sheet.getRange('A2'), sheet.getRange('A1:A2')];
        hidden.load('rowHidden, columnHidden');
        both.load('rowHidden');
        await context.sync();
        expect([hidden.rowHidden, hidden.columnHidden]).toEqual([true, false]);
        expect(both.rowHidden).toBeNull();
      });
    });

    it('formulas are written relative to their cells', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.getRange('A1:A2').values = [[2], [3]];
        const range = sheet.getRange('B1:B2');
        range.formulasR1C1 = [['=RC[-1]*R1C1'], ['=RC[-1]*R1C1']];
        range.load('formulas, formulasR1C1, values');
        await context.sync();
        expect(range.formulas).toEqual([['=A1*$A$1'], ['=A2*$A$1']]);
        expect(range.formulasR1C1).toEqual([['=RC[-1]*R1C1'], ['=RC[-1]*R1C1']]);
        expect(range.values).toEqual([[4], [6]]);
      });
    });
  });

  describe('tables that grow and shrink', () => {
    it('take rows and columns, give them back, and are resized', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.getRange('A1:B2').values = [
          ['From', 'Amount'],
          ['Nvidia', 100],
        ];
        sheet.getRange('A3').values = [['below']];
        const table = sheet.tables.add('A1:B2', true);
        table.rows.add(undefined, [
          ['OpenAI', 300],
          ['Oracle', 40],
        ]);
        table.rows.add(0, [['AMD', 6]]);
        table.columns.add(undefined, [['Kind'], ['a'], ['b'], ['c'], ['d']]);
        const whole = table.getRange();
        const below = sheet.getRange('A6');
        whole.load('address, values');
        below.load('values');
        await context.sync();
        expect(whole.address).toMatch(/!A1:C5$/);
        expect(whole.values).toEqual([
          ['From', 'Amount', 'Kind'],
          ['AMD', 6, 'a'],
          ['Nvidia', 100, 'b'],
          ['OpenAI', 300, 'c'],
          ['Oracle', 40, 'd'],
        ]);
        expect(below.values).toEqual([['below']]);
        table.rows.getItemAt(1).delete();
        table.columns.getItem('Kind').delete();
        whole.load('address, values');
        const after = table.getRange();
        after.load('address, values');
        await context.sync();
        expect(after.address).toMatch(/!A1:B4$/);
        expect(after.values[2]).toEqual(['OpenAI', 300]);
        table.resize('A1:B3');
        const resized = table.getRange();
        resized.load('address');
        await context.sync();
        expect(resized.address).toMatch(/!A1:B3$/);
      });
    });

    it('refuse a size without their heading', async () => {
      const id = freshSheet(page());
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem(id);
          const table = sheet.tables.add('A2:B4', true);
          table.resize('A3:B5');
          await context.sync();
        }),
      );
      expect(failure.code).toBe('InvalidArgument');
    });
  });

  describe('sheets that are hidden, moved and locked', () => {
    it('are hidden in the workbook too, but never the last one', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(id);
        sheet.visibility = 'VeryHidden';
        await context.sync();
        expect(
          page()
            .model.sheets()
            .find((known) => known.id === id)?.visibility,
        ).toBe('veryHidden');
        sheet.visibility = 'Visible';
        sheet.position = 0;
        await context.sync();
        expect(page().model.sheets()[0].id).toBe(id);
      });
    });

    it('cannot come or go while the structure of the workbook is protected', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        context.workbook.protection.protect('secret');
        await context.sync();
      });
      const attempts: readonly ((context: Excel.RequestContext) => void)[] = [
        (context) => context.workbook.worksheets.add('New'),
        (context) => context.workbook.worksheets.getItem(id).delete(),
        (context) => (context.workbook.worksheets.getItem(id).name = 'Other'),
        (context) => context.workbook.protection.unprotect('wrong'),
      ];
      for (const attempt of attempts) {
        const failure = await failureOf(
          page().Excel.run(async (context) => {
            attempt(context);
            await context.sync();
          }),
        );
        expect(failure.code).toBe('AccessDenied');
      }
      await page().Excel.run(async (context) => {
        context.workbook.worksheets.getItem(id).getRange('A1').values = [[1]];
        context.workbook.protection.unprotect('secret');
        await context.sync();
      });
      expect(page().model.value(id, 0, 0)).toBe(1);
    });
  });
};
