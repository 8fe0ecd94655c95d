/** The spreadsheet with everything that draws and takes input. The order is the engine's. */
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNoteUIPlugin } from '@univerjs/sheets-note-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import { UniverSheetsTableUIPlugin } from '@univerjs/sheets-table-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { UniverUIPlugin } from '@univerjs/ui';
import type { Part } from '../grid/engine';
import { tableSettings } from './look';

export function pageParts(container: HTMLElement): readonly Part[] {
  return [
    { plugin: UniverRenderEnginePlugin },
    { plugin: UniverFormulaEnginePlugin },
    {
      plugin: UniverUIPlugin,
      settings: { container, header: true, toolbar: false, footer: true, contextMenu: true },
    },
    { plugin: UniverDocsPlugin },
    { plugin: UniverDocsUIPlugin },
    { plugin: UniverSheetsPlugin },
    {
      plugin: UniverSheetsUIPlugin,
      settings: {
        formulaBar: true,
        footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
      },
    },
    { plugin: UniverSheetsFormulaPlugin },
    { plugin: UniverSheetsFormulaUIPlugin },
    { plugin: UniverSheetsNumfmtPlugin },
    { plugin: UniverSheetsNumfmtUIPlugin },
    { plugin: UniverSheetsTablePlugin, settings: tableSettings },
    // The engine's tab with the name of a table lies over the row above it, and is nothing that Excel has.
    { plugin: UniverSheetsTableUIPlugin, settings: { hideAnchor: true } },
    { plugin: UniverSheetsNotePlugin },
    { plugin: UniverSheetsNoteUIPlugin },
  ];
}
