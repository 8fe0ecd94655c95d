/** Scenarios, against the same sheet written otherwise. */
import fc from 'fast-check';
import { openFile } from '../../../scripts/docs/caseFiles';
import {
  analyze,
  gridOf,
  plainSheet,
  type Analysis,
  type Book,
  type Cell,
  type WhatIf,
} from '../../../src/engine/index';

type Deal = readonly [payer: string, receiver: string, amount: number, kind: string, status: string];

const heading = ['Payer', 'Receiver', 'Amount (USD bn)', 'Kind', 'Status'];

function bookOf(deals: readonly (readonly Cell[])[]): Book {
  const sheet = plainSheet('Deals', gridOf([heading, ...deals]));
  return { name: 'deals.xlsx', sheets: [sheet], tables: [], date1904: false, notes: [] };
}

function analysed(book: Book, whatIf?: WhatIf): Analysis {
  const outcome = analyze(book, { draws: 0, ...(whatIf === undefined ? {} : { whatIf }) });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.analysis;
}

const party = fc.constantFrom('Nvidia', 'OpenAI', 'Oracle', 'AMD', 'Microsoft');
const statuses = ['closed', 'signed', 'announced', 'conditional', 'terminated'] as const;
const deal: fc.Arbitrary<Deal> = fc
  .tuple(
    party,
    party,
    fc.integer({ min: 1, max: 500 }),
    fc.constantFrom('equity', 'warrant', 'guarantee', 'chips', 'compute'),
    fc.constantFrom(...statuses),
  )
  // Deals of a party with itself are left out, and a sheet of nothing else is refused.
  .filter(([payer, receiver]) => payer !== receiver);
const deals = fc.array(deal, { minLength: 2, maxLength: 12 });

/** What of an analysis does not name rows. */
const measuresOf = ({ circularity, score, parties, capex }: Analysis) => ({
  circularity,
  score: score.overall,
  parties,
  capex,
});

/** Deals that are chosen by the bits of a number, but never all of them. */
function chosen(all: readonly Deal[], bits: number): Set<number> {
  const rows = all.flatMap((_, index) => ((bits >> index) & 1 ? [index + 1] : []));
  return new Set(rows.length === all.length ? rows.slice(1) : rows);
}

const runs = { numRuns: 60 };

describe('deals that are off', () => {
  it('leave the sheet as if their rows were not in it', () => {
    fc.assert(
      fc.property(deals, fc.nat(4_095), (all, bits) => {
        const without = chosen(all, bits);
        const rest = all.filter((_, index) => !without.has(index + 1));
        expect(analysed(bookOf(all), { without }).circularity).toEqual(analysed(bookOf(rest)).circularity);
      }),
      runs,
    );
  });

  it('can only take away from what goes round', () => {
    fc.assert(
      fc.property(deals, fc.nat(4_095), (all, bits) => {
        const before = analysed(bookOf(all)).circularity.headline.amount;
        const after = analysed(bookOf(all), { without: chosen(all, bits) }).circularity.headline.amount;
        expect(after).toBeLessThanOrEqual(before);
      }),
      runs,
    );
  });

  it('count as left out, and the other rows keep their cells', () => {
    const all: Deal[] = [
      ['Meta', 'Nvidia', 50, 'chips', 'signed'],
      ['Nvidia', 'OpenAI', 100, 'equity', 'closed'],
      ['OpenAI', 'Nvidia', 80, 'chips', 'signed'],
    ];
    const { ledger, loops } = analysed(bookOf(all), { without: new Set([1]) });
    expect([ledger.deals, ledger.leftOut, ledger.dataRows]).toEqual([2, 1, 3]);
    expect(loops[0].legs.map(({ cell }) => cell)).toEqual(['Deals!C3', 'Deals!C4']);
  });

  it('that are not in the sheet change nothing', () => {
    fc.assert(
      fc.property(deals, (all) => {
        const off = analysed(bookOf(all), { without: new Set([0, 400]) });
        expect(off).toEqual(analysed(bookOf(all)));
      }),
      runs,
    );
  });

  it('may be all of them', () => {
    const all: Deal[] = [['Nvidia', 'OpenAI', 100, 'equity', 'closed']];
    expect(analysed(bookOf(all), { without: new Set([1]) }).circularity.headline).toMatchObject({
      amount: 0,
      gross: 0,
    });
  });

  it('are listed all the same, because they can be put on again', () => {
    const outcome = analyze(bookOf([['Nvidia', 'OpenAI', 100, 'equity', 'closed']]), {
      listDeals: 10,
      whatIf: { without: new Set([1]) },
    });
    expect(outcome.ok && outcome.deals.map(({ row }) => row)).toEqual([2]);
  });
});

describe('a status', () => {
  it('is as if it stood in the sheet', () => {
    fc.assert(
      fc.property(deals, fc.nat(4_095), fc.constantFrom(...statuses), (all, bits, word) => {
        const rows = chosen(all, bits);
        const written = all.map((cells, index) =>
          rows.has(index + 1) ? [...cells.slice(0, 4), word] : [...cells],
        );
        const status = new Map([...rows].map((row) => [row, word]));
        expect(measuresOf(analysed(bookOf(all), { status }))).toEqual(measuresOf(analysed(bookOf(written))));
      }),
      runs,
    );
  });

  it('that the sheet says itself changes nothing, row by row of the AI deals', async () => {
    const book = await openFile('assets', 'samples', 'ai-deals.xlsx');
    const outcome = analyze(book, { draws: 0, listDeals: 500 });
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const own = outcome.deals.map(({ row, status }): [number, string] => [row - 1, status]);
    expect(own.length).toBeGreaterThan(70);
    expect(measuresOf(analysed(book, { status: new Map(own) }))).toEqual(measuresOf(outcome.analysis));
  });

  it('leaves what the row says besides it: amount, condition, firm share', () => {
    const titles = [...heading, 'Condition', 'Firm share', 'Note'];
    const sheetOf = (status: string): Book => {
      const rows: Cell[][] = [
        titles,
        ['Nvidia', 'OpenAI', 'up to 100', 'equity', status, null, null, null],
        ['OpenAI', 'Oracle', '~80', 'compute', status, 'conditional on power', null, null],
        ['Oracle', 'Nvidia', 60, 'chips', status, 'cancellable; related party', null, null],
        ['Nvidia', 'Oracle', 50, 'guarantee', status, null, null, null],
        ['Oracle', 'OpenAI', 40, 'chips', status, null, 0.44, null],
      ];
      return { ...bookOf([]), sheets: [plainSheet('Deals', gridOf(rows))] };
    };
    const all = [1, 2, 3, 4, 5];
    for (const [from, to] of [
      ['signed', 'closed'],
      ['closed', 'signed'],
      ['announced', 'definitive agreement'],
      ['definitive agreement', 'signed'],
      ['terminated', 'conditional'],
      ['signed', 'terminated'],
    ]) {
      const chosenFor = new Map(all.map((row) => [row, to]));
      const { loops, ...rest } = analysed(sheetOf(from), { status: chosenFor });
      const { loops: written, ...others } = analysed(sheetOf(to));
      expect(measuresOf({ ...rest, loops })).toEqual(measuresOf({ ...others, loops: written }));
      const evidence = (of: Analysis['loops']) => of.map(({ flags }) => flags);
      expect(evidence(loops)).toEqual(evidence(written));
    }
  });

  it('replaces the probability that the sheet states for the row', () => {
    const rows: Cell[][] = [
      [...heading, 'Probability'],
      ['Nvidia', 'OpenAI', 100, 'equity', 'announced', 0.9],
      ['OpenAI', 'Nvidia', 100, 'chips', 'closed', 1],
    ];
    const book = { ...bookOf([]), sheets: [plainSheet('Deals', gridOf(rows))] };
    const expected = (status: string) =>
      analysed(book, { status: new Map([[1, status]]) }).circularity.expected.amount;
    expect([expected('announced'), expected('in talks'), expected('closed')]).toEqual([180, 20, 200]);
  });

  it('of an ended deal takes it from the expected and the firm basis', () => {
    const all: Deal[] = [
      ['Nvidia', 'OpenAI', 100, 'equity', 'closed'],
      ['OpenAI', 'Nvidia', 100, 'chips', 'closed'],
    ];
    const { circularity } = analysed(bookOf(all), { status: new Map([[1, 'terminated']]) });
    expect([circularity.expected.amount, circularity.firm.amount]).toEqual([0, 0]);
    expect(circularity.headline.amount).toBe(200);
  });
});

describe('a probability', () => {
  it('wins over the status, and is held between 0 and 1', () => {
    const all: Deal[] = [
      ['Nvidia', 'OpenAI', 100, 'equity', 'closed'],
      ['OpenAI', 'Nvidia', 100, 'chips', 'closed'],
    ];
    const expected = (chance: number) =>
      analysed(bookOf(all), {
        probability: new Map([[1, chance]]),
        status: new Map([[1, 'terminated']]),
      }).circularity.expected.amount;
    expect([-1, 0, 0.5, 1, 7].map(expected)).toEqual([0, 0, 100, 200, 200]);
  });

  it('of 0 leaves the expected basis as if the deal were off', () => {
    fc.assert(
      fc.property(deals, fc.nat(4_095), (all, bits) => {
        const rows = chosen(all, bits);
        const never = analysed(bookOf(all), { probability: new Map([...rows].map((row) => [row, 0])) });
        const off = analysed(bookOf(all), { without: rows });
        expect(never.circularity.expected.amount).toBe(off.circularity.expected.amount);
      }),
      runs,
    );
  });
});

describe('a cut of funding', () => {
  it('of nothing changes nothing but the stress that it is asked for', () => {
    fc.assert(
      fc.property(deals, (all) => {
        const cut = analysed(bookOf(all), { fundingCut: 0 });
        const { stress, ...rest } = cut;
        const { stress: usual, ...others } = analysed(bookOf(all));
        expect(rest).toEqual(others);
        expect(stress?.cut ?? 0).toBe(0);
        expect(stress === null).toBe(usual === null);
      }),
      runs,
    );
  });

  it('of everything leaves what goes round without funding', () => {
    fc.assert(
      fc.property(deals, (all) => {
        const spend = all.filter(([, , , kind]) => kind === 'chips' || kind === 'compute');
        fc.pre(spend.length > 0);
        const cut = analysed(bookOf(all), { fundingCut: 1 }).circularity.headline;
        expect(cut).toEqual(analysed(bookOf(spend)).circularity.headline);
      }),
      runs,
    );
  });

  it('lets less go round the larger it is', () => {
    const cuts = [0, 0.1, 0.25, 0.5, 0.78, 1];
    fc.assert(
      fc.property(deals, (all) => {
        const amounts = cuts.map(
          (fundingCut) => analysed(bookOf(all), { fundingCut }).circularity.headline.amount,
        );
        expect(amounts).toEqual([...amounts].sort((one, other) => other - one));
      }),
      runs,
    );
  });

  it('is measured from before it: who loses what is the same as in the stress of the sheet', () => {
    const all: Deal[] = [
      ['Nvidia', 'OpenAI', 100, 'equity', 'closed'],
      ['OpenAI', 'Nvidia', 80, 'chips', 'signed'],
    ];
    expect(analysed(bookOf(all), { fundingCut: 0.78 }).stress).toEqual(analysed(bookOf(all)).stress);
  });
});

describe('a scenario of the AI deals', () => {
  it('without every deal of OpenAI is the sheet without them', async () => {
    const book = await openFile('assets', 'samples', 'ai-deals.xlsx');
    const at = book.sheets.findIndex(({ name }) => name === 'Deal ledger');
    const { grid } = book.sheets[at];
    const rows = new Set<number>();
    for (let row = 1; row < grid.rows; row++)
      if (grid.at(row, 2) === 'OpenAI' || grid.at(row, 3) === 'OpenAI') rows.add(row);
    const emptied = {
      ...grid,
      at: (row: number, column: number) => (rows.has(row) ? null : grid.at(row, column)),
    };
    const sheets = book.sheets.map((sheet, index) => (index === at ? { ...sheet, grid: emptied } : sheet));
    expect(rows.size).toBeGreaterThan(10);
    expect(analysed(book, { without: rows }).circularity).toEqual(analysed({ ...book, sheets }).circularity);
  });
});
