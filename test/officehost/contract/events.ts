import { until } from '../page';
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
