import type { CommentModel, ConditionalFormatModel, WorkbookModel } from '../../../src/workbench/model';
import { area, freshSheet, type ContractPage, type ContractPart } from './page';

/** A workbook that can show more than the one in memory does, while `work` runs. */
async function showing<T extends Partial<WorkbookModel>>(
  page: ContractPage,
  members: T,
  work: () => Promise<void>,
): Promise<void> {
  Object.assign(page.model, members);
  try {
    await work();
  } finally {
    for (const name of Object.keys(members)) Reflect.deleteProperty(page.model, name);
  }
}

export const shown: ContractPart = (page) => {
  describe('what the workbook is told to show', () => {
    it('comments with their replies, and that they are gone', async () => {
      freshSheet(page());
      const told: (CommentModel | null)[] = [];
      const comment = (_: string, row: number, column: number, said: CommentModel | null) => {
        expect([row, column]).toEqual([1, 1]);
        told.push(said);
      };
      await showing(page(), { comment }, () =>
        page().Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          const added = context.workbook.comments.add(sheet.getRange('B2'), 'Round trip');
          added.replies.add('Seen.');
          added.resolved = true;
          added.delete();
          await context.sync();
        }),
      );
      expect(
        told.map((said) => (said === null ? null : [said.text, said.replies.length, said.isResolved])),
      ).toEqual([['Round trip', 0, false], ['Round trip', 1, false], ['Round trip', 1, true], null]);
    });

    it('conditional formats, all of a sheet, the newest first', async () => {
      freshSheet(page());
      let told: readonly ConditionalFormatModel[] = [];
      const conditionalFormats = (_: string, formats: readonly ConditionalFormatModel[]) => (told = formats);
      await showing(page(), { conditionalFormats }, () =>
        page().Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          sheet.getRange('A1:A9').conditionalFormats.add('DataBar');
          const rule = sheet.getRange('B1:B9').conditionalFormats.add('Custom').custom;
          rule.rule.formula = '=B1>100';
          rule.format.fill.color = '#FFC7CE';
          await context.sync();
          expect(told.map(({ type }) => type)).toEqual(['Custom', 'DataBar']);
          expect(told[0].areas).toEqual([area(0, 1, 8, 1)]);
          expect(told[0].properties.get('Custom/Rule/Formula')).toBe('=B1>100');
          expect(told[0].properties.get('Custom/Format/Fill/Color')).toBe('#FFC7CE');
          sheet.getRange('A1:B9').conditionalFormats.clearAll();
          await context.sync();
          expect(told).toEqual([]);
        }),
      );
    });

    it('frozen rows and columns, and merged cells', async () => {
      freshSheet(page());
      const told: unknown[] = [];
      const members = {
        freeze: (_: string, rows: number, columns: number) => told.push([rows, columns]),
        merge: (_: string, cells: object, isMerged: boolean) => told.push([cells, isMerged]),
      };
      await showing(page(), members as Partial<WorkbookModel>, () =>
        page().Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          sheet.freezePanes.freezeRows(1);
          sheet.freezePanes.freezeColumns(2);
          sheet.freezePanes.freezeAt('A1:B3');
          sheet.freezePanes.unfreeze();
          sheet.getRange('A1:B1').merge();
          sheet.getRange('A1').unmerge();
          await context.sync();
        }),
      );
      const cells = area(0, 0, 0, 1);
      expect(told).toEqual([
        [1, 0],
        [0, 2],
        [3, 2],
        [0, 0],
        [cells, true],
        [cells, false],
      ]);
    });

    it('names, which formulas then understand', async () => {
      const id = freshSheet(page());
      await page().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('A1:B2').formulas = [
          [1, '=SUM(Amounts)'],
          [2, ''],
        ];
        context.workbook.names.add('Amounts', sheet.getRange('A1:A2'));
        await context.sync();
        expect(page().model.value(id, 0, 1)).toBe(3);
        context.workbook.names.getItem('Amounts').delete();
        await context.sync();
        expect(page().model.value(id, 0, 1)).toEqual({ error: '#NAME?' });
      });
    });
  });
};
