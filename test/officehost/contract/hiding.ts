import { area, failureOf, freshSheet, type ContractPart } from './page';

export const hiding: ContractPart = (page) => {
  describe('what is out of sight', () => {
    it('hidden rows and columns are those of the sheet: all, none, or null for some', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('B2:B3').rowHidden = true;
        sheet.getRange('C:C').columnHidden = true;
        const ranges = ['A2:A3', 'A4:D9', 'A1:D9'].map((address) =>
          sheet.getRange(address).load({ rowHidden: true, columnHidden: true }),
        );
        const rows = sheet.getRange('A1:A4').getRowProperties({ rowHidden: true });
        const columns = sheet.getRange('B1:D1').getColumnProperties({ columnHidden: true });
        await context.sync();
        expect(ranges.map(({ rowHidden }) => rowHidden)).toEqual([true, false, null]);
        expect(ranges.map(({ columnHidden }) => columnHidden)).toEqual([false, null, null]);
        expect(rows.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true, true, false]);
        expect(columns.value.map(({ columnHidden }) => columnHidden)).toEqual([false, true, false]);
      });
    });

    it('a filter is where it was put, and filters once it has a criterion', async () => {
      freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const before = sheet.autoFilter.getRangeOrNullObject();
        await context.sync();
        expect(before.isNullObject).toBe(true);
        sheet.autoFilter.apply('A1:C9');
        const filter = sheet.autoFilter.load({ enabled: true, isDataFiltered: true });
        const at = sheet.autoFilter.getRange().load({ rowCount: true, columnCount: true });
        await context.sync();
        expect([filter.enabled, filter.isDataFiltered, at.rowCount, at.columnCount]).toEqual([
          true,
          false,
          9,
          3,
        ]);
      });
    });

    it('an error comes with the traces that were reached before it', async () => {
      const sheet = freshSheet(page());
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange('A1').values = [[1]];
          context.trace('first');
          context.workbook.worksheets.getItem('No such sheet').getRange('A1').values = [[2]];
          context.trace('second');
          await context.sync();
        }),
      );
      expect(failure.traceMessages).toEqual(['first']);
      expect(page().model.values(sheet, area(0, 0, 0, 0))).toEqual([[1]]);
    });
  });
};
