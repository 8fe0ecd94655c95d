import type { WorkbookPort } from '../../../../src/workbook/port';
import { blankWorkbook } from '../../../../src/workbook/file/newWorkbook';
import { describePort } from '../../../contract/workbookPort';
import { workbookOf } from '../../../oracles/editBytes';
import { othersInFile } from '../../../oracles/fileOthers';

describePort('A file', async () => {
  let workbook = workbookOf(await blankWorkbook(['Sheet1']));
  const port: WorkbookPort = {
    read: (sheets, options) => workbook.read(sheets, options),
    apply: (operations, options) => workbook.apply(operations, options),
  };
  const reopen = async (): Promise<WorkbookPort> => {
    workbook = workbookOf(await workbook.save());
    return port;
  };
  const others = othersInFile({
    get: () => workbook,
    replace: (bytes) => (workbook = workbookOf(bytes)),
  });
  return { port, reopen, others };
});
