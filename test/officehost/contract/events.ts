import { until } from '../until';
import { area, freshSheet, type ContractPart } from './page';

export const events: ContractPart = (page) => {
  describe('events', () => {
    it('a change by the user reaches the handlers of the sheet and of the workbook', async () => {
      const sheet = freshSheet(page());
      const seen: string[] = [];
      const details: unknown[] = [];
      await page().Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().onChanged.add((event) => {
          seen.push(`sheet ${event.address} ${event.changeType} ${event.source}`);
          details.push([event.details.valueBefore, event.details.valueAfter]);
          return Promise.resolve();
        });
        context.workbook.worksheets.onChanged.add((event) => {
          seen.push(`workbook ${event.address} ${event.worksheetId}`);
          return Promise.resolve();
        });
        await context.sync();
      });
      page().model.type(sheet, area(4, 0, 4, 0), [[99]]);
      await until(
        () => seen.length,
        (count) => count === 2,
      );
      expect(seen).toEqual(['sheet A5 RangeEdited Local', `workbook A5 ${sheet}`]);
      expect(details).toEqual([['', 99]]);
    });

    it('a long column in pieces is one change, and comes after the answer', async () => {
      freshSheet(page());
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.onChanged.add((event) => {
          seen.push(event.address);
          return Promise.resolve();
        });
        await context.sync();
        sheet.getRange('A1:A4000').values = Array.from({ length: 4000 }, (_, row) => [row]);
        await context.sync();
        seen.push('answered');
        await until(
          () => seen.length,
          (count) => count === 2,
        );
      });
      expect(seen).toEqual(['answered', 'A1:A4000']);
    });

    it('the range of a change can be read in another run', async () => {
      const sheet = freshSheet(page());
      const read: unknown[] = [];
      await page().Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => {
          await page().Excel.run(async (inner) => {
            const range = event.getRange(inner);
            range.load('values');
            await inner.sync();
            read.push(range.values);
          });
        });
        await context.sync();
      });
      page().model.type(sheet, area(0, 0, 0, 1), [[1, 'x']]);
      await until(
        () => read.length,
        (count) => count === 1,
      );
      expect(read).toEqual([[[1, 'x']]]);
    });

    it('a handler that was removed hears nothing more', async () => {
      const sheet = freshSheet(page());
      const seen: string[] = [];
      const handler = await page().Excel.run(async (context) => {
        const added = context.workbook.worksheets.getActiveWorksheet().onSelectionChanged.add((event) => {
          seen.push(event.address);
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      page().model.select(sheet, area(1, 1, 2, 2));
      await until(
        () => seen.length,
        (count) => count === 1,
      );
      await page().Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      page().model.select(sheet, area(0, 0, 0, 0));
      await page().Excel.run(async (context) => {
        await context.sync();
      });
      expect(seen).toEqual(['B2:C3']);
    });

    it('sheets that come, go and are shown are told', async () => {
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.onAdded.add((event) => {
          seen.push(`added ${event.worksheetId}`);
          return Promise.resolve();
        });
        sheets.onDeleted.add((event) => {
          seen.push(`deleted ${event.worksheetId}`);
          return Promise.resolve();
        });
        sheets.onActivated.add((event) => {
          seen.push(`activated ${event.worksheetId}`);
          return Promise.resolve();
        });
        await context.sync();
      });
      const sheet = page().model.addSheet();
      page().model.activate(sheet.id);
      page().model.deleteSheet(sheet.id);
      await until(
        () => seen.length,
        (count) => count === 4,
      );
      expect(seen.slice(0, 3)).toEqual([`added ${sheet.id}`, `activated ${sheet.id}`, `deleted ${sheet.id}`]);
    });

    it('a sheet that is protected and unprotected is told, to its own handlers too', async () => {
      const sheet = freshSheet(page());
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        const active = context.workbook.worksheets.getActiveWorksheet();
        active.onProtectionChanged.add((event) => {
          seen.push(`sheet ${String(event.isProtected)} ${event.worksheetId}`);
          return Promise.resolve();
        });
        context.workbook.worksheets.onProtectionChanged.add((event) => {
          seen.push(`workbook ${String(event.isProtected)} ${event.worksheetId}`);
          return Promise.resolve();
        });
        active.protection.protect();
        await context.sync();
        active.protection.unprotect();
        await context.sync();
      });
      await until(
        () => seen.length,
        (count) => count === 4,
      );
      expect(seen.slice(0, 2)).toEqual([`sheet true ${sheet}`, `workbook true ${sheet}`]);
      expect(seen.slice(2)).toEqual([`sheet false ${sheet}`, `workbook false ${sheet}`]);
    });

    it('a sheet that is hidden and shown is told', async () => {
      const other = page().model.addSheet();
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        context.workbook.worksheets.onVisibilityChanged.add((event) => {
          seen.push(`${event.visibilityAfter} ${event.worksheetId}`);
          return Promise.resolve();
        });
        await context.sync();
      });
      page().model.setSheetVisibility(other.id, 'hidden');
      await until(
        () => seen.length,
        (count) => count === 1,
      );
      page().model.setSheetVisibility(other.id, 'visible');
      await until(
        () => seen.length,
        (count) => count === 2,
      );
      expect(seen).toEqual([`Hidden ${other.id}`, `Visible ${other.id}`]);
    });

    it('tables that come and go are told, whoever made them', async () => {
      const sheet = freshSheet(page());
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        const { tables } = context.workbook;
        tables.onAdded.add((event) => {
          seen.push(`added ${event.tableId} ${event.worksheetId}`);
          return Promise.resolve();
        });
        tables.onDeleted.add((event) => {
          seen.push(`deleted ${event.tableId} ${event.tableName}`);
          return Promise.resolve();
        });
        await context.sync();
        tables.add('A1:B3', true).name = 'Told';
        await context.sync();
      });
      await until(
        () => seen.length,
        (count) => count === 1,
      );
      const [told] = page()
        .model.tables()
        .filter((table) => table.sheet === sheet);
      page().model.deleteTable(told.id);
      page().model.type(sheet, area(9, 9, 9, 9), [[1]]);
      await until(
        () => seen.length,
        (count) => count === 2,
      );
      expect(seen).toEqual([`added ${told.id} ${sheet}`, `deleted ${told.id} Told`]);
    });

    it('are not sent while the add-in has switched them off', async () => {
      const sheet = freshSheet(page());
      const seen: string[] = [];
      await page().Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().onChanged.add((event) => {
          seen.push(event.address);
          return Promise.resolve();
        });
        context.runtime.enableEvents = false;
        await context.sync();
      });
      page().model.type(sheet, area(0, 0, 0, 0), [[1]]);
      await page().Excel.run(async (context) => {
        context.runtime.enableEvents = true;
        await context.sync();
      });
      page().model.type(sheet, area(1, 0, 1, 0), [[2]]);
      await until(
        () => seen.length,
        (count) => count === 1,
      );
      expect(seen).toEqual(['A2']);
    });
  });
};
