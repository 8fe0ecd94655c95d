import { transportStatus } from '../../../src/workbench/officehost/core/errors';
import { failureOf, freshSheet, type ContractPage, type ContractPart } from './page';

/** One read of one cell: what a failing host makes of it. */
function readCell(page: ContractPage): Promise<unknown> {
  return page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    range.load('values');
    await context.sync();
    return range.values[0][0] as unknown;
  });
}

export const failures: ContractPart = (page) => {
  describe('what goes wrong', () => {
    it('a missing sheet is an error with code, place and statement', async () => {
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('No such sheet');
          sheet.load('name');
          await context.sync();
        }),
      );
      expect(failure).toBeInstanceOf(page().OfficeExtension.Error);
      expect(failure.code).toBe('ItemNotFound');
      expect(failure.debugInfo.errorLocation).toBe('WorksheetCollection.getItem');
      expect(failure.debugInfo.statement).toContain('getItem');
    });

    it('a member that the host does not know fails loudly and is remembered', async () => {
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange('A1').flashFill();
          await context.sync();
        }),
      );
      expect(failure.code).toBe('NotImplemented');
      expect(page().host.notImplemented.splice(0)).toEqual(['Range.flashFill']);
    });

    it('a property that does not exist is an invalid argument', async () => {
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('colour');
          await context.sync();
        }),
      );
      expect(failure.code).toBe('InvalidArgument');
    });

    it.each([
      [transportStatus.cellEditMode, 'InvalidOperationInCellEditMode'],
      [transportStatus.requestTooLarge, 'RequestPayloadSizeLimitExceeded'],
      [transportStatus.responseTooLarge, 'ResponsePayloadSizeLimitExceeded'],
      [transportStatus.activityLimit, 'ActivityLimitReached'],
      [transportStatus.timedOutSession, 'InvalidOrTimedOutSession'],
      ['AccessDenied', 'AccessDenied'],
      ['GeneralException', 'GeneralException'],
    ])('told to fail with %s, the add-in sees %s once', async (code, seen) => {
      freshSheet(page());
      page().host.fail(code);
      expect((await failureOf(readCell(page()))).code).toBe(seen);
      expect(await readCell(page())).toBe('');
    });

    it('while the user edits a cell requests fail, unless they are willing to wait', async () => {
      freshSheet(page());
      const finish = page().host.startCellEdit();
      expect((await failureOf(readCell(page()))).code).toBe('InvalidOperationInCellEditMode');
      const waiting = page().Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['later']];
        await context.sync();
      });
      finish();
      await waiting;
      expect(await readCell(page())).toBe('later');
    });

    it('a request above the limit is refused whole', async () => {
      const sheet = freshSheet(page());
      page().host.payloadLimit = 20_000;
      const failure = await failureOf(
        page().Excel.run(async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:A1000');
          range.values = Array.from({ length: 1000 }, () => ['x'.repeat(50)]);
          await context.sync();
        }),
      );
      page().host.payloadLimit = 5 * 1024 * 1024;
      expect(failure.code).toBe('RequestPayloadSizeLimitExceeded');
      expect(page().model.usedArea(sheet, true)).toBeNull();
    });

    it('an answer that comes late is still the right one', async () => {
      freshSheet(page());
      const release = page().host.holdAnswers();
      const seen: string[] = [];
      const late = readCell(page()).then(() => seen.push('answer'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push('before');
      release();
      await late;
      expect(seen).toEqual(['before', 'answer']);
    });

    it('members above the declared requirement sets are refused by office.js itself', () => {
      expect(page().Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
      expect(page().Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.3')).toBe(true);
      expect(page().Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
      expect(page().Office.context.requirements.isSetSupported('RibbonApi', '1.1')).toBe(true);
    });
  });
};
