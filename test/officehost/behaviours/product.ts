/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
/** The product as it is delivered, in a workbook in memory: its functions, its metadata and its commands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { associateCommands } from '../../../src/commands/associate';
import { commandWords } from '../../../src/commands/words';
import { associateFunctions } from '../../../src/functions/associate';
import type { Cell } from '../../../src/engine/index';
import type { CellInput } from '../../../src/workbench/model';
import {
  registerFunctions,
  type BridgeOptions,
  type FunctionsFile,
} from '../../../src/workbench/officehost/functionBridge';
import { excelSheets } from '../../../src/workbook/excel/sheets';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { area } from '../../workbench/modelContract';
import { openPage, type OpenPage } from '../page';

// Every browser has it, this one of tests has not; functions need it when a calculation takes longer than a turn.
Object.assign(window, { MessageChannel });

export const metadata = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'assets', 'functions.json'), 'utf8'),
) as FunctionsFile;

export const words = commandWords('en-US');

/** A circle of three: 30 of 370 go round, three times. */
export const deals: readonly (readonly CellInput[])[] = [
  ['Payer', 'Payee', 'Amount (bn)'],
  ['Nvidia', 'OpenAI', 30],
  ['OpenAI', 'Oracle', 300],
  ['Oracle', 'Nvidia', 40],
];
export const circularity = 90 / 370;

export interface Product extends OpenPage {
  /** What the commands have said. */
  readonly said: string[];
}

/** office.js, functions and commands, as taskpane.html loads them. */
export async function openProduct(options: BridgeOptions = {}): Promise<Product> {
  const page = await openPage();
  registerFunctions(page.host, page.model, 'DEAL', metadata, options);
  return { ...page, said: associateProduct() };
}

export function associateProduct(): string[] {
  const said: string[] = [];
  associateFunctions((id, answer) => CustomFunctions.associate(id, answer));
  associateCommands({
    associate: Office.actions.associate,
    desk: {
      sheets: excelSheets,
      workbook: excelWorkbook(),
      sentences: async () => ({}),
      showPane: () => Office.addin.showAsTaskpane(),
    },
    words: () => words,
    say: (sentence) => said.push(sentence),
  });
  return said;
}

let sheets = 0;

/** A sheet of deals at A1, in front. */
export function dealSheet({ model }: OpenPage, rows = deals): { readonly id: string; readonly name: string } {
  sheets++;
  const { id, name } = model.addSheet(`Deals ${String(sheets)}`);
  model.activate(id);
  model.type(id, { top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 }, rows);
  return { id, name };
}

/** Types a formula and gives what its cell shows when nothing waits any more. */
export async function answered(
  { model }: OpenPage,
  sheet: string,
  at: string,
  formula: string,
): Promise<Cell> {
  const cell = area(at);
  model.type(sheet, cell, [[formula]]);
  await model.settled();
  return model.values(sheet, cell)[0][0];
}

export const busy = { error: '#BUSY!' };
