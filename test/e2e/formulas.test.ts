/**
 * The table of formulas, typed into the spreadsheet of the workbench: keys, formula engine, office host, the unmodified
 * office.js, the add-in's own page, and back into the cell.
 */
import { join } from 'node:path';
import { seededRows } from '../../scripts/bench/sheet';
import { columnLetters, readDealRange } from '../../src/engine/index';
import type { Cell } from '../../src/engine/index';
import { projectRoot } from '../../scripts/docs/caseFiles';
import {
  bookOf,
  fileOf,
  formulaCases,
  isExpected,
  type Expected,
  type FormulaCase,
} from '../functions/formulaTable';
import { WorkbenchPage } from './workbenchPage';

/** Columns between two formulas: no answer is wider. */
const ROOM = 14;

const expectedOf = ({ answer }: FormulaCase): readonly (readonly Expected[])[] =>
  Array.isArray(answer) ? (answer as readonly (readonly Expected[])[]) : [[answer as Expected]];

/** A spilled answer, with the cells beyond it that have to be empty. */
function differences(
  found: readonly (readonly Cell[])[],
  expected: readonly (readonly Expected[])[],
): string[] {
  return found.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const wanted = expected[r]?.[c];
      // An empty text in an answer is a cell that shows nothing.
      const same =
        wanted === undefined || wanted === '' ? cell === null || cell === '' : isExpected(cell, wanted);
      return same ? [] : [`row ${r}, column ${c}: ${JSON.stringify(cell)} for ${JSON.stringify(wanted)}`];
    }),
  );
}

const functionOf = ({ formula }: FormulaCase): string => formula.slice(0, formula.indexOf('('));

/** Of each function two with an answer and two with an error: typing all of them takes minutes, calling them seconds. */
function typedCases(): readonly FormulaCase[] {
  const known = new Map<string, number>();
  return formulaCases.filter((entry) => {
    const kind = `${functionOf(entry)} ${entry.error === undefined ? 'answers' : 'refuses'}`;
    const count = (known.get(kind) ?? 0) + 1;
    known.set(kind, count);
    return count <= 2;
  });
}

const cases = typedCases();

describe('formulas that are typed', () => {
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    workbench = await WorkbenchPage.open();
  });

  afterAll(() => workbench.close());

  afterEach(async () => {
    expect(workbench.outside).toEqual([]);
    expect(workbench.errors).toEqual([]);
    expect(await workbench.page.evaluate(() => window.looplensWorkbench?.addIn.host.notImplemented)).toEqual(
      [],
    );
  });

  it('are at least sixty, of every function', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(functionOf))).toEqual(new Set(formulaCases.map(functionOf)));
  });

  for (const book of new Set(cases.map((entry) => entry.book))) {
    describe(`in ${book}`, () => {
      beforeAll(async () => {
        const file = fileOf(book);
        if (file === null) await workbench.load(await bookOf(book));
        else await workbench.openFile(join(projectRoot, file), file.slice(file.lastIndexOf('/') + 1));
        await workbench.addSheet('Answers');
        await workbench.front('Answers');
      });

      cases
        .filter((entry) => entry.book === book)
        .forEach((entry, index) => {
          it(`${entry.formula} answers`, async () => {
            const left = index * ROOM;
            const cell = `${columnLetters(left)}1`;
            await workbench.type(cell, entry.formula);
            const first = await workbench.answered(cell);
            expect(await workbench.formula(cell)).toBe(entry.formula);
            if (entry.error !== undefined) {
              expect(first).toEqual({ error: entry.error });
              if (typeof entry.message === 'string')
                expect(await workbench.messageAt(cell)).toBe(entry.message);
              return;
            }
            const expected = expectedOf(entry);
            const found = await workbench.values(
              `${cell}:${columnLetters(left + ROOM - 1)}${expected.length + 2}`,
            );
            expect(differences(found, expected)).toEqual([]);
          });
        });
    });
  }

  it('a formula over a long range is answered in the worker, its next one too', async () => {
    const rows = seededRows('mesh', 150, 1_500, 3);
    const inputs = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell)));
    const expected = rangeAnswers(rows);
    await workbench.page.evaluate((cells) => {
      const workbook = window.looplensWorkbench?.workbook;
      if (workbook === undefined) return;
      const [bottom, right] = [cells.length - 1, cells[0].length - 1];
      workbook.write(workbook.addSheet('Long').id, { top: 0, left: 0, bottom, right }, cells);
    }, inputs);
    await workbench.addSheet('Over it');
    await workbench.front('Over it');
    await workbench.type('A1', "=DEAL.CIRCULARITY('Long'!A1:H1501)");
    expect(await workbench.answered('A1')).toBeCloseTo(expected.circularity, 12);
    await workbench.type('A2', "=DEAL.RISK('Long'!A1:H1501)");
    expect(await workbench.answered('A2')).toBe(expected.risk);
    const workers = workbench.page.workers().map((worker) => new URL(worker.url()).pathname);
    expect(workers.filter((path) => path.endsWith('/functions.js'))).toHaveLength(1);
  });
});

/** What the engine answers without any spreadsheet. */
function rangeAnswers(rows: readonly (readonly Cell[])[]): { circularity: number; risk: number } {
  const outcome = readDealRange({ name: 'Long', top: 0, left: 0, rows }, new Map());
  if (!outcome.ok) throw new Error(outcome.message);
  return { circularity: outcome.sheet.circularity('headline'), risk: outcome.sheet.risk(null) };
}
