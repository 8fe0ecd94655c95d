/** English texts of the spreadsheet's menus and messages. */
import type { ILanguagePack } from '@univerjs/core';
import { mergeLocales } from '@univerjs/core';
import design from '@univerjs/design/locale/en-US';
import docs from '@univerjs/docs-ui/locale/en-US';
import formulaUi from '@univerjs/sheets-formula-ui/locale/en-US';
import formula from '@univerjs/sheets-formula/locale/en-US';
import numfmt from '@univerjs/sheets-numfmt-ui/locale/en-US';
import noteUi from '@univerjs/sheets-note-ui/locale/en-US';
import tableUi from '@univerjs/sheets-table-ui/locale/en-US';
import table from '@univerjs/sheets-table/locale/en-US';
import sheetsUi from '@univerjs/sheets-ui/locale/en-US';
import sheets from '@univerjs/sheets/locale/en-US';
import ui from '@univerjs/ui/locale/en-US';

export const texts: ILanguagePack = mergeLocales(
  design,
  ui,
  docs,
  sheets,
  sheetsUi,
  formula,
  formulaUi,
  numfmt,
  table,
  tableUi,
  noteUi,
);
