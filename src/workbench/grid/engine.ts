/** The spreadsheet engine, started once per page or test: calculation always, drawing only where there is a page. */
import type { ILanguagePack, Injector, Plugin, PluginCtor } from '@univerjs/core';
import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import { addIteratorHelpers } from './iterators';

/** A part of the engine with its settings. */
export interface Part {
  readonly plugin: PluginCtor<Plugin>;
  readonly settings?: object;
}

/** What calculates and nothing else: the engine without a page. */
export const calculatingParts: readonly Part[] = [
  { plugin: UniverFormulaEnginePlugin },
  { plugin: UniverSheetsPlugin },
  { plugin: UniverSheetsFormulaPlugin },
  { plugin: UniverSheetsNumfmtPlugin },
  { plugin: UniverSheetsTablePlugin },
];

export interface Engine {
  readonly univer: Univer;
  readonly injector: Injector;
}

/** `parts` in the order in which they must be started; `texts` of menus and messages are needed only where there are any. */
export function startEngine(parts: readonly Part[] = calculatingParts, texts: ILanguagePack = {}): Engine {
  addIteratorHelpers();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: texts },
    logLevel: LogLevel.SILENT,
  });
  for (const { plugin, settings } of parts) {
    if (settings === undefined) univer.registerPlugin(plugin);
    else univer.registerPlugin(plugin, settings);
  }
  return { univer, injector: univer.__getInjector() };
}
