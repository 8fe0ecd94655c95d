import { area, failureOf, freshSheet, type ContractPart } from './page';

export const ranges: ContractPart = (page) => {
  describe('ranges', () => {
    it('gives back what was written, with address, sizes, types and text', async () => {
      const sheet = freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:D3');
        range.values = [
          ['Nvidia', 1234.5, true],
          ['', 0.25, -1],
        ];
        range.numberFormat = [
          ['@', '#,##0.00', 'General'],
          ['General', '0%', 'General'],
        ];
        range.load(
          'values, formulas, text, valueTypes, numberFormat, address, rowIndex, columnIndex, rowCount, columnCount, cellCount',
        );
        await context.sync();
        expect(range.values).toEqual([
          ['Nvidia', 1234.5, true],
          ['', 0.25, -1],
        ]);
        expect(range.text).toEqual([
          ['Nvidia', '1,234.50', 'TRUE'],
          ['', '25%', '-1'],
        ]);
        expect(range.valueTypes[1]).toEqual(['Empty', 'Double', 'Double']);
        expect(range.numberFormat[0][1]).toBe('#,##0.00');
        expect(range.address).toMatch(/^Sheet\d+!B2:D3$/);
        expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([1, 1, 2, 3]);
        expect(range.cellCount).toBe(6);
      });
      expect(page().model.value(sheet, 1, 2)).toBe(1234.5);
    });

    it('loads every property that is not asked by name without failing', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
        range.load();
        await context.sync();
        expect(range.values).toEqual([
          ['', ''],
          ['', ''],
        ]);
      });
    });

    it('spreads a single value, keeps a cell for null and empties it for an empty text', async () => {
      const sheet = freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
        range.values = [[7]];
        await context.sync();
        range.values = [
          [1, null],
          ['', '=A1'],
        ];
        await context.sync();
      });
      expect(page().model.formulas(sheet, area(0, 0, 1, 1))).toEqual([
        [1, 7],
        [null, '=A1'],
      ]);
    });

    it('reads text as typing does: numbers, percentages, dates, and text behind an apostrophe', async () => {
      const sheet = freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:F1');
        range.values = [['1,234.5', '12%', '2024-03-01', "'=1+1", 'TRUE', 'x']];
        range.load('text');
        await context.sync();
        expect(range.text).toEqual([['1234.5', '12%', '2024-03-01', '=1+1', 'TRUE', 'x']]);
      });
      expect(page().model.values(sheet, area(0, 0, 0, 5))).toEqual([
        [1234.5, 0.12, 45_352, '=1+1', true, 'x'],
      ]);
    });

    it('refuses values of another shape and says where', async () => {
      freshSheet(page());
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          sheet.getRange('A1:B2').values = [[1, 2]];
          await context.sync();
        }),
      );
      expect(failure.code).toBe('InvalidArgument');
      expect(failure.debugInfo.errorLocation).toBe('Range.values');
    });

    it('steps from range to range', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const range = sheet.getRange('C3:E6');
        const steps = [
          range.getCell(0, 1),
          range.getOffsetRange(-1, 2),
          range.getResizedRange(1, -1),
          range.getBoundingRect('A1'),
          range.getIntersection('D1:D4'),
          range.getLastCell(),
          range.getRow(1),
          range.getColumn(2),
          range.getRowsBelow(2),
          range.getColumnsBefore(1),
          range.getEntireColumn(),
          range.getEntireRow(),
          sheet.getRange('A:B'),
          sheet.getRange('2:3'),
          sheet.getRangeByIndexes(9, 1, 2, 3),
        ];
        for (const step of steps) step.load('address');
        await context.sync();
        expect(steps.map((step) => step.address.replace(/^.*!/, ''))).toEqual([
          'D3',
          'E2:G5',
          'C3:D7',
          'A1:E6',
          'D3:D4',
          'E6',
          'C4:E4',
          'E3:E6',
          'C7:E8',
          'B3:B6',
          'C:E',
          '3:6',
          'A:B',
          '2:3',
          'B10:D11',
        ]);
      });
    });

    it('finds the used range, or a null object where there is none', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const empty = sheet.getUsedRangeOrNullObject(true);
        empty.load('address');
        await context.sync();
        expect(empty.isNullObject).toBe(true);
        sheet.getRange('B2').values = [[1]];
        sheet.getRange('D9').numberFormat = [['0%']];
        const values = sheet.getUsedRangeOrNullObject(true);
        const all = sheet.getUsedRange();
        const part = sheet.getRange('A:A').getUsedRangeOrNullObject();
        values.load('address');
        all.load('address');
        part.load('address');
        await context.sync();
        expect(values.address).toMatch(/!B2$/);
        expect(all.address).toMatch(/!B2:D9$/);
        expect(part.isNullObject).toBe(true);
      });
    });

    it('answers null for the cells of whole columns', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A:A');
        range.load('values, isEntireColumn');
        await context.sync();
        expect(range.values).toBeNull();
        expect(range.isEntireColumn).toBe(true);
      });
    });

    it('takes a column of 4,000 cells that office.js writes in pieces', async () => {
      const sheet = freshSheet(page());
      await page().Excel.run(async (context) => {
        const values = Array.from({ length: 4000 }, (_, row) => [row]);
        context.workbook.worksheets.getActiveWorksheet().getRange('A1:A4000').values = values;
        await context.sync();
      });
      expect(page().model.value(sheet, 3999, 0)).toBe(3999);
      expect(page().model.usedArea(sheet, true)).toEqual(area(0, 0, 3999, 0));
    });

    it('keeps fills and fonts by cell, and answers null where they differ', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('A1:B2').format.fill.color = '#ffcc00';
        sheet.getRange('A1').format.font.bold = true;
        sheet.getRange('A1:B2').format.borders.getItem('EdgeBottom').style = 'Continuous';
        const cell = sheet.getRange('B2');
        const both = sheet.getRange('A1:B1');
        const outside = sheet.getRange('A1:C1');
        for (const range of [cell, both, outside]) range.load('format/fill/color, format/font/bold');
        await context.sync();
        expect(cell.format.fill.color).toBe('#FFCC00');
        expect(cell.format.font.bold).toBe(false);
        expect(both.format.fill.color).toBe('#FFCC00');
        expect(both.format.font.bold).toBeNull();
        expect(outside.format.fill.color).toBeNull();
        sheet.getRange('A1:B2').clear('Formats');
        cell.load('format/fill/color');
        await context.sync();
        expect(cell.format.fill.color).toBe('#FFFFFF');
      });
    });

    it('sets several properties in one call', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
        range.set({ values: [[5]], format: { font: { italic: true } } });
        range.load('values, format/font/italic');
        await context.sync();
        expect(range.values).toEqual([[5]]);
        expect(range.format.font.italic).toBe(true);
      });
    });

    it('gives every reference back after a run', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
        range.load('values');
        await context.sync();
        range.getCell(0, 0).values = [[1]];
        await context.sync();
        expect(page().host.referenceCount).toBeGreaterThan(0);
      });
      await page().Excel.run(async (context) => {
        await context.sync();
      });
      expect(page().host.referenceCount).toBe(0);
    });
  });
};
