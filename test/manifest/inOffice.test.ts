/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "http://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$en-US$$$disableLogging$3", "resources": "usable"}
 */
/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
import { MessageChannel } from 'node:worker_threads';
import { associateCommands } from '../../src/commands/associate';
import { commandWords } from '../../src/commands/words';
import { associateFunctions } from '../../src/functions/associate';
import { registerFunctions } from '../../src/workbench/officehost/functionBridge';
import { excelSheets } from '../../src/workbook/excel/sheets';
import { excelWorkbook } from '../../src/workbook/excel/workbook';
import { openPage, type OpenPage } from '../officehost/page';
import { until } from '../officehost/until';
import { readJson } from './project';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const words = commandWords('en-US');
const deals = [
  ['Payer', 'Payee', 'Amount (bn)'],
  ['Nvidia', 'OpenAI', 30],
  ['OpenAI', 'Oracle', 300],
  ['Oracle', 'Nvidia', 40],
];

describe('the commands, in a workbook, through the real office.js', () => {
  let page: OpenPage;
  let said: string[] = [];

  beforeAll(async () => {
    page = await openPage();
    // Every browser has it, this one of tests has not.
    Object.assign(window, { MessageChannel });
    associateFunctions((id, answer) => CustomFunctions.associate(id, answer));
    registerFunctions(page.host, page.model, 'DEAL', readJson('assets', 'functions.json'));
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
  });

  // Each test has a sheet of deals of its own in the one workbook; nothing is deleted under a running function.
  let known: string[] = [];
  let tests = 0;
  const names = () => page.model.sheets().map(({ name }) => name);
  const newNames = () => names().filter((name) => !known.includes(name));
  const dealsName = () => `AI deals ${tests}`;

  beforeEach(() => {
    said = [];
    tests++;
    const { model } = page;
    const sheet = model.addSheet(dealsName());
    model.activate(sheet.id);
    model.type(sheet.id, area(0, 0, 3, 2), deals);
    known = names();
  });

  it('a button adds one sheet that computes, and changes no other cell', async () => {
    const { model, host } = page;
    const sheet = model.activeSheet();
    const before = model.formulas(sheet, area(0, 0, 9, 9));
    await host.runCommand('ScoreSheet');
    expect(said).toEqual([`Added the sheet "Looplens" over '${dealsName()}'!A1:C4. Delete it to undo.`]);
    expect(newNames()).toEqual(['Looplens']);
    expect(model.formulas(sheet, area(0, 0, 9, 9))).toEqual(before);
    const added = model.sheetId('Looplens') ?? '';
    expect(model.activeSheet()).toBe(added);
    const circularity = await until(
      () => model.value(added, 3, 0),
      (value) => typeof value === 'number',
    );
    // 30 through all three deals, of 370.
    expect(circularity).toBeCloseTo(90 / 370, 12);
    expect(host.notImplemented).toEqual([]);
  });

  it('a button adds the short names to the workbook, once', async () => {
    const { model, host } = page;
    await host.runCommand('AddShortNames');
    expect(said).toEqual([words.namesAdded(['CIRCULARITY', 'CAPEX_COVERAGE'])]);
    expect(model.definedNames()).toEqual([
      { name: 'CIRCULARITY', sheet: null, formula: '=LAMBDA(deals,DEAL.CIRCULARITY(deals))' },
      {
        name: 'CAPEX_COVERAGE',
        sheet: null,
        formula: '=LAMBDA(revenue,capex,DEAL.CAPEX_COVERAGE(revenue,capex))',
      },
    ]);
    await host.runCommand('AddShortNames');
    expect(said.slice(1)).toEqual([words.namesThere]);
    model.defineName('CAPEX_COVERAGE', null, '=2');
    await host.runCommand('AddShortNames');
    expect(said.slice(2)).toEqual([words.nameTaken('CAPEX_COVERAGE', '=2')]);
    expect(model.definedNames().map(({ formula }) => formula)).toContain('=2');
    expect(newNames()).toEqual([]);
  });

  it('a second time takes the next name', async () => {
    await page.host.runCommand('ScoreSheet');
    expect(newNames()).toEqual(['Looplens 2']);
  });

  it('a sheet with one table is that table, so that new rows count', async () => {
    const { model, host } = page;
    model.addTable(model.activeSheet(), area(0, 0, 3, 2), true, 'Deals');
    await host.runCommand('ScoreSheet');
    expect(said).toEqual(['Added the sheet "Looplens 3" over Deals[#All]. Delete it to undo.']);
  });

  it('a selection is taken as it is, and one cell as the block around it', async () => {
    const { model, host } = page;
    model.select(model.activeSheet(), area(0, 0, 2, 2));
    await host.runCommand('ScoreSelection');
    model.activate(model.sheetId(dealsName()) ?? '');
    model.select(model.activeSheet(), area(2, 1, 2, 1));
    await host.runCommand('ScoreSelection');
    expect(said.map((sentence) => /over (.*)\. Delete/.exec(sentence)?.[1])).toEqual([
      `'${dealsName()}'!A1:C3`,
      `'${dealsName()}'!A1:C4`,
    ]);
  });

  it('a selection in a table is the table, for the menu and the button', async () => {
    const { model, host } = page;
    const sheet = model.activeSheet();
    model.type(sheet, area(0, 5, 3, 7), deals);
    model.addTable(sheet, area(0, 0, 3, 2), true, 'FirstDeals');
    model.addTable(sheet, area(0, 5, 3, 7), true, 'SecondDeals');
    for (const [selected, command] of [
      [area(2, 6, 2, 6), 'ScoreSelection'],
      [area(1, 5, 2, 7), 'ScoreSelection'],
      [area(3, 7, 3, 7), 'ScoreSheet'],
    ] as const) {
      model.activate(sheet);
      model.select(sheet, selected);
      await host.runCommand(command);
    }
    expect(said.map((sentence) => /over (.*)\. Delete/.exec(sentence)?.[1])).toEqual(
      Array.from({ length: 3 }, () => 'SecondDeals[#All]'),
    );
  });

  it('whole columns are as good as the deals in them', async () => {
    const { model, host } = page;
    model.select(model.activeSheet(), area(0, 0, 1_048_575, 2));
    await host.runCommand('ScoreSelection');
    expect(said[0]).toContain(`over '${dealsName()}'!A:C. `);
  });

  it('a sheet without deals gets no sheet of errors, but is told what was looked for', async () => {
    const { model, host } = page;
    const { id } = model.addSheet('Cities');
    model.activate(id);
    // Long enough that only its first rows are looked at.
    model.type(
      id,
      area(0, 0, 2500, 1),
      [['City', 'Inhabitants']].concat(
        Array.from({ length: 2500 }, (_, row) => [`City ${row}`, `${row} thousand`]),
      ),
    );
    await host.runCommand('ScoreSheet');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Cities!A1:B2000 cannot be scored. Deals need columns for who pays');
    expect(newNames()).toEqual(['Cities']);
  });

  it('an empty sheet gets a sentence and nothing else', async () => {
    const { model, host } = page;
    model.activate(model.addSheet('Empty').id);
    await host.runCommand('ScoreSheet');
    expect(said).toEqual([words.empty]);
    expect(newNames()).toEqual(['Empty']);
  });

  it('a key does what the button does', async () => {
    page.host.runAction('ScoreSheet');
    await until(
      () => said.length,
      (count) => count === 1,
    );
    expect(newNames()).toHaveLength(1);
  });

  it('a cell that is being edited, and a workbook that refuses, are said', async () => {
    const { host } = page;
    const done = host.startCellEdit();
    await host.runCommand('ScoreSheet');
    done();
    host.fail('AccessDenied');
    await host.runCommand('ScoreSheet');
    expect(said).toEqual([words.editing, words.locked]);
    expect(newNames()).toEqual([]);
  });
});
