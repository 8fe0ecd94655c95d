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

export interface EngineOptions {
  /** Texts of menus and messages; none are needed without a page. */
  readonly texts?: ILanguagePack;
  /** Parts before and after those that calculate, in the order in which they must be started. */
  readonly before?: readonly Part[];
  readonly after?: readonly Part[];
}

/** What calculates. The page adds what draws around it. */
const calculating: readonly Part[] = [
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

/** Without options: headless. */
export function startEngine(options: EngineOptions = {}): Engine {
  addIteratorHelpers();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: options.texts ?? {} },
    logLevel: LogLevel.SILENT,
  });
  const mine = options.before ?? [];
  const replaced = new Set(mine.map((part) => part.plugin));
  const parts = [
    ...mine,
    ...calculating.filter((part) => !replaced.has(part.plugin)),
    ...(options.after ?? []),
  ];
  for (const { plugin, settings } of parts) {
    if (settings === undefined) univer.registerPlugin(plugin);
    else univer.registerPlugin(plugin, settings);
  }
  return { univer, injector: univer.__getInjector() };
}
