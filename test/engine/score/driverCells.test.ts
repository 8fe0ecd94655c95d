/** Every point of the score can be followed to cells, and every value to the amounts that make it. */
import fc from 'fast-check';
import { analysisOf, caseAnalysis, openFile } from '../../../scripts/docs/caseFiles';
import { embeddedCases } from '../../../scripts/samples/embedded';
import {
  analyze,
  gridOf,
  parseArea,
  plainSheet,
  type Analysis,
  type Cell,
  type DriverReport,
} from '../../../src/engine/index';

const find = (analysis: Analysis, id: string) =>
  analysis.score.drivers.find((driver) => driver.id === id) as DriverReport;

function sheetsOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Analysis {
  const book = {
    name: 'law.xlsx',
    sheets: Object.entries(sheets).map(([name, rows]) =>
      plainSheet(name, gridOf(rows.map((row) => [...row]))),
    ),
    tables: [],
    date1904: false,
    notes: [],
  };
  const outcome = analyze(book, { draws: 0 });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.analysis;
}

/** Whether a cell is the amount of a deal, or lies among the company figures. */
function liesInside({ input, ledger }: Analysis, cell: string): boolean {
  const split = (address: string) => {
    const at = address.lastIndexOf('!');
    return { sheet: address.slice(0, at), area: parseArea(address.slice(at + 1)) };
  };
  const place = split(cell);
  const amount = split(ledger.columns.find(({ role }) => role === 'amount')?.cell ?? '');
  return [input.range, input.financials?.range ?? ''].some((range, index) => {
    const { sheet, area } = split(range);
    if (place.area === null || area === null || place.sheet !== sheet) return false;
    const { top, left } = place.area;
    const isAmount = index > 0 || left === amount.area?.left;
    return isAmount && top > area.top && top <= area.bottom && left >= area.left && left <= area.right;
  });
}

function expectFollowed(analysis: Analysis): void {
  for (const driver of analysis.score.drivers) {
    const { id, value, cells, cellCount, terms, termCount, reason, thresholds } = driver;
    if (value !== null && value > 0) expect([id, cells.length]).toEqual([id, Math.min(12, cellCount)]);
    if (value !== null && value > 0) expect(cells.length).toBeGreaterThan(0);
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.filter((cell) => !liesInside(analysis, cell))).toEqual([]);
    expect([id, reason === null]).toEqual([id, termCount > 0]);
    expect(thresholds.length > 0).toBe(value !== null);
    if (termCount === 0 || termCount > 12) continue;
    const mean = terms.reduce((sum, { part, whole, weight }) => sum + (weight * part) / (whole || 1), 0);
    expect(mean).toBeCloseTo(value as number, 9);
    expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    if (driver.part !== null && driver.whole !== null)
      expect(driver.part / driver.whole).toBeCloseTo(value as number, 9);
  }
}

const names = ['Ada', 'Bell', 'Cray', 'Dell', 'Erie', 'Ford'];
const deals = fc.array(
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('equity', 'purchase', 'loan', 'guarantee', 'warrant'),
      fc.constantFrom('2025-02', '2025-03-01', '2025-11-30', ''),
    )
    .filter(([from, to]) => from !== to),
  { minLength: 1, maxLength: 16 },
);
const figures = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...names),
    fc.constant('FY2025'),
    fc.integer({ min: 1, max: 2000 }),
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: -50, max: 900 }),
  ),
  { minLength: 1, maxLength: 5, selector: ([name]) => name },
);
const dealHeading = ['Payer', 'Receiver', 'Amount', 'Kind', 'Date'];
const figureHeading = ['Company', 'Period', 'Revenue', 'Capex', 'Operating cash flow'];

describe('the cells and amounts behind a driver', () => {
  it('are there for the sample and for every labelled case', async () => {
    expectFollowed(analysisOf(await openFile('assets', 'samples', 'ai-deals.xlsx')));
    for (const { id } of embeddedCases()) expectFollowed(await caseAnalysis(id));
  });

  it('are there for any deals, with and without company figures', () => {
    fc.assert(
      fc.property(deals, fc.option(figures), (rows, lines) => {
        expectFollowed(
          sheetsOf({
            Deals: [dealHeading, ...rows],
            ...(lines === null ? {} : { Companies: [figureHeading, ...lines] }),
          }),
        );
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  it('are found where periods are columns, each item in its own row', () => {
    const analysis = sheetsOf({
      Deals: [
        dealHeading,
        ['Maker', 'Buyer', 30, 'equity', '2025-02-01'],
        ['Buyer', 'Maker', 50, 'purchase', '2025-11-01'],
      ],
      Companies: [
        ['Maker', 'FY2024', 'FY2025'],
        ['Revenue', 90, 100],
        ['Operating cash flow', 30, 40],
        ['Capex', 70, 80],
      ],
    });
    expectFollowed(analysis);
    expect(find(analysis, 'circular-revenue').cells).toEqual(['Companies!C2', 'Deals!C2', 'Deals!C3']);
    expect(find(analysis, 'capex-coverage').cells).toEqual(['Companies!C4', 'Companies!C3']);
    expect(find(analysis, 'capex-intensity').cells).toEqual(['Companies!C4', 'Companies!C2']);
  });

  it('name the deals that bring most first: funding to what left, swaps to what is matched', () => {
    const analysis = sheetsOf({
      Deals: [
        dealHeading,
        ['Maker', 'Buyer', 20, 'equity', '2025-02-01'],
        ['Maker', 'Buyer', 30, 'loan', '2025-02-01'],
        ['Buyer', 'Maker', 90, 'purchase', '2025-11-01'],
        ['Maker', 'Twin', 7, 'purchase', '2025-06-30'],
        ['Twin', 'Maker', 7, 'purchase', '2025-06-30'],
        ['Crowd', 'Buyer', 5, 'purchase', '2025-06-30'],
      ],
      Companies: [figureHeading, ['Maker', 'FY2025', 200, 10, 5]],
    });
    expect(find(analysis, 'funded-sales').cells).toEqual(['Deals!C3', 'Deals!C2']);
    expect(find(analysis, 'ties').cells).toEqual(['Deals!C5', 'Deals!C6']);
    expect(find(analysis, 'circle-customers').cells).toEqual(['Deals!C4']);
    expect(find(analysis, 'missing-demand')).toMatchObject({
      cells: ['Deals!C7', 'Deals!C4'],
      part: 85,
      whole: 90,
      terms: [{ party: 'Buyer', part: 85, whole: 90, weight: 1, period: null }],
    });
  });

  it('are cut to the first twelve, and all are counted', () => {
    const analysis = sheetsOf({
      Deals: [
        dealHeading,
        ...Array.from({ length: 20 }, (_, at) => ['Maker', 'Buyer', 1 + at, 'equity', '2025-02-01']),
        ['Buyer', 'Maker', 900, 'purchase', '2025-11-01'],
      ],
    });
    const { cells, cellCount } = find(analysis, 'funded-sales');
    expect(cells.slice(0, 3)).toEqual(['Deals!C21', 'Deals!C20', 'Deals!C19']);
    expect([cells.length, cellCount]).toEqual([12, 20]);
  });
});
