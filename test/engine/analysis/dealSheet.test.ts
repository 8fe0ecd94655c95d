import { openFile, analysisOf } from '../../../scripts/docs/caseFiles';
import { seededBook, seededRows } from '../../../scripts/bench/sheet';
import {
  gridOf,
  plainSheet,
  readDealSheet,
  type Analysis,
  type Book,
  type Cell,
  type DealSheet,
} from '../../../src/engine/index';
import { closingRange, ClosingDraws } from '../../../src/engine/measures/closing';
import { readLedger } from '../../../src/engine/ledger/read';
import { inEnglish } from '../../../src/engine/sentence';

function read(rows: readonly (readonly Cell[])[], name = 'Deals'): DealSheet {
  const outcome = readDealSheet(plainSheet(name, gridOf(rows)));
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.sheet;
}

function tableOf(book: Book, name: string): Cell[][] {
  const table = book.tables.find((entry) => entry.name === name);
  if (table === undefined) throw new Error(`There is no table "${name}".`);
  const { grid } = book.sheets[table.sheet];
  const rows: Cell[][] = [];
  for (let row = table.area.top; row <= table.area.bottom; row++) {
    const cells: Cell[] = [];
    for (let column = table.area.left; column <= table.area.right; column++) cells.push(grid.at(row, column));
    rows.push(cells);
  }
  return rows;
}

/** Every answer of the sheet that the analysis has too. */
function expectSame(sheet: DealSheet, analysis: Analysis): void {
  for (const basis of ['headline', 'expected', 'firm'] as const) {
    expect(sheet.circularity(basis)).toBe(analysis.circularity[basis].share);
  }
  expect(sheet.partyReports()).toEqual(analysis.parties);
  for (const line of analysis.parties) {
    const party = sheet.partyOf(line.party.toUpperCase());
    expect(sheet.roundTrip(party, 'headline')).toBe(line.roundTrip);
    expect(sheet.concentration(party)).toBe(line.concentration);
    expect(sheet.promised(party)).toBe(line.promised);
    if (sheet.hasKinds) expect(sheet.fundedShare(party)).toBe(line.fundedShare);
  }
  expect(sheet.loops(20, 6, null)).toEqual(analysis.loops);
  expect(sheet.loops(20, 6, 12)).toEqual(analysis.timedLoops);
  const values = new Map<number, number>();
  sheet.rowValues(0, sheet.deals).forEach((value, deal) => values.set(sheet.rowOf(deal) + 1, value));
  for (const row of analysis.rows) expect(values.get(row.row)).toBe(row.value);
  if (analysis.stress !== null) {
    // The analysis also tells the round of the cascade.
    expect(analysis.stress.parties).toMatchObject(sheet.stress(0.78));
  }
}

describe('a table of deals on demand', () => {
  it('answers as the whole analysis does: the AI deals', async () => {
    const book = await openFile('assets', 'samples', 'ai-deals.xlsx');
    const rows = tableOf(book, 'Deals');
    const sheet = read(rows, 'Deal ledger');
    expectSame(sheet, analysisOf({ ...book, tables: [], sheets: [plainSheet('Deal ledger', gridOf(rows))] }));
  });

  it('and seeded deals of two shapes', () => {
    for (const shape of ['mesh', 'tiered'] as const) {
      const rows = seededRows(shape, 30, 200, 5);
      expectSame(read(rows), analysisOf(seededBook(rows)));
    }
  });

  it('scores with company figures and aliases as the workbook is scored', async () => {
    const book = await openFile('assets', 'samples', 'ai-deals.xlsx');
    const aliases = new Map([['Alphabet', 'Google']]);
    const outcome = readDealSheet(plainSheet('Deals', gridOf(tableOf(book, 'Deals'))), aliases);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const figures = outcome.sheet.readFigures(plainSheet('Figures', gridOf(tableOf(book, 'Financials'))));
    if (!figures.ok) throw new Error(figures.refusal.message);
    expect(outcome.sheet.risk(figures.figures)).toBe(analysisOf(book).score.overall);
  });

  it('computes each thing once', () => {
    const sheet = read(seededRows('mesh', 20, 100, 3));
    sheet.circularity('headline');
    const { computed } = sheet;
    sheet.circularity('headline');
    expect(sheet.computed).toBe(computed);
    sheet.circularity('firm');
    expect(sheet.computed).toBe(computed + 1);
  });

  it('finds a party by letters, whatever case, width and blanks, and by alias', () => {
    const rows = [
      ['From', 'To', 'Amount'],
      ['Open AI', '삼성 전자', 1],
    ];
    const aliases = new Map([['SEC', '삼성 전자']]);
    const outcome = readDealSheet(plainSheet('Deals', gridOf(rows)), aliases);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const { sheet } = outcome;
    expect([sheet.partyOf(' ＯＰＥＮ  ai '), sheet.partyOf('sec'), sheet.partyOf('삼성전자')]).toEqual([
      0, 1, -1,
    ]);
  });

  it('draws in parts what it draws at once', () => {
    const rows = seededRows('mesh', 20, 100, 3);
    const book = seededBook(rows);
    const read = readLedger(book, {
      sheet: 0,
      area: { top: 0, left: 0, bottom: 100, right: 7 },
      table: null,
    });
    if (!read.ok) throw new Error(inEnglish(read.refusal.message));
    const run = new ClosingDraws(read.ledger, 100, 4);
    for (const part of [1, 7, 50, 100]) run.draw(part);
    expect(run.left).toBe(0);
    expect(run.range()).toEqual(closingRange(read.ledger, 100, 4));
  });

  it('knows the parties of a table without headings by the names on both sides', () => {
    const body = seededRows('mesh', 10, 60, 2).slice(1);
    expect(read(body).circularity('headline')).toBe(
      read(seededRows('mesh', 10, 60, 2)).circularity('headline'),
    );
    expect(read(body).isGuessed).toBe(false);
    expect(read([['D1', 'Apple', 'Buyers', 3]]).isGuessed).toBe(true);
  });
});
