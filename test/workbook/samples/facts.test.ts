import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aiDealsBook, totalsOf } from '../../../scripts/samples/ai-deals';
import { caseLessons } from '../../../scripts/samples/cases';
import { dotComBook, dotComFigures, loopAmount, percentText } from '../../../scripts/samples/dot-com';
import { aiDeals, caseDeals, fundamentals } from '../../../scripts/samples/facts';
import type { Deal } from '../../../scripts/samples/facts';
import { gradeOf } from '../../../scripts/samples/figures';
import { sellerRevenues } from '../../../scripts/samples/revenues';
import { exampleDeals } from '../../../scripts/samples/template';
import { serialDate } from '../../../scripts/samples/tables';
import { workbookBytes } from '../../../scripts/samples/xlsx/package';
import { readParts, recordsOf } from './read-package';
import type { Value } from './read-package';

const ai = readParts(workbookBytes(aiDealsBook()));
const dotCom = readParts(workbookBytes(dotComBook()));
const number = (text: string): Value => (text === '' ? '' : Number(text));
/** A date cell holds days since 1899-12-30; counted here by the calendar, not by the writer. */
const date = (text: string): Value =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? (Date.parse(text) - Date.UTC(1899, 11, 30)) / 86_400_000 : text;

/** What the sheet must show of a deal, by heading. */
const shown = (deal: Deal): [string, Value][] => [
  ['ID', deal.id],
  ['Date', date(deal.date)],
  ['Payer', deal.from],
  ['Receiver', deal.to],
  ['Amount (USD bn)', number(deal.amount)],
  ['Kind', deal.kind],
  ['Class', deal.dealClass],
  ['Condition', deal.condition],
  ['Note', deal.amountNote],
  ['Grade', deal.grade],
  ['Source', deal.source],
];

describe('ai-deals.xlsx', () => {
  const rows = recordsOf(ai, 'Deal ledger');

  it('holds every deal of the facts, field by field, in their order', () => {
    const deals = aiDeals();
    expect(rows).toHaveLength(85);
    deals.forEach((deal, i) => {
      const expected = [
        ...shown(deal),
        ['Status', deal.status],
        ['Probability', number(deal.weight)],
        ['Term (years)', number(deal.term)],
        ['Per year (USD bn)', number(deal.perYear)],
        ['Linked to', deal.linkedTo],
      ] as const;
      for (const [heading, value] of expected)
        expect([deal.id, heading, rows[i].get(heading)]).toEqual([deal.id, heading, value]);
    });
  });

  it('adds up to 2,279.632 bn at face value and 1,508.744 bn by weight, from the cells as from the facts', () => {
    let gross = 0;
    let expected = 0;
    for (const row of rows) {
      gross += Number(row.get('Amount (USD bn)'));
      expected += Number(row.get('Amount (USD bn)')) * Number(row.get('Probability'));
    }
    expect(gross).toBeCloseTo(2279.632, 9);
    expect(expected).toBeCloseTo(1508.7443, 9);
    const totals = totalsOf(aiDeals());
    expect(totals.gross).toBeCloseTo(gross, 9);
    expect(totals.expected).toBeCloseTo(expected, 9);
  });

  it('leaves unknown amounts empty and keeps months, years and spans as text', () => {
    const empty = rows.filter((row) => row.get('Amount (USD bn)') === '').map((row) => row.get('ID'));
    expect(empty).toEqual(['AI005', 'AI036', 'AI042', 'AI046', 'AI066', 'AI075', 'AI077', 'AI082']);
    const texts = rows.map((row) => row.get('Date')).filter((value) => typeof value === 'string');
    expect(texts).toEqual(expect.arrayContaining(['2026', '2025-05', '2026-07']));
    expect(texts.filter((text) => /^\d{4}-\d\d-\d\d$/.test(String(text)))).toEqual([]);
  });

  it('shows the commitments of OpenAI beside its revenue', () => {
    const line = recordsOf(ai, 'Company figures').find(
      (row) => row.get('Party') === 'OpenAI' && row.get('Period') === '2025',
    );
    expect(line?.get('Commitments or backlog (USD bn)')).toBe(1400);
    expect(line?.get('Revenue (USD bn)')).toBe(13.1);
  });
});

describe('dot-com.xlsx', () => {
  const rows = recordsOf(dotCom, 'Deal ledger');

  it('holds every deal of every case, field by field, in their order', () => {
    const deals = caseDeals();
    expect(rows).toHaveLength(43);
    deals.forEach((deal, i) => {
      const expected = [
        ...shown(deal),
        ['Case no.', deal.caseId],
        ['Case', deal.caseName],
        ['Label', deal.label],
        ['As the source puts it', deal.revenueContext],
      ] as const;
      for (const [heading, value] of expected)
        expect([deal.id, heading, rows[i].get(heading)]).toEqual([deal.id, heading, value]);
    });
  });

  it('lists every case once with who labelled it', () => {
    const bases = new Map(caseDeals().map((deal) => [deal.caseId, deal.labelBasis]));
    const cases = recordsOf(dotCom, 'Case list');
    expect(new Map(cases.map((row) => [row.get('Case no.'), row.get('Who says so')]))).toEqual(bases);
    expect(cases).toHaveLength(18);
  });

  it('weighs one of the two rows that tell the same facility', () => {
    const weights = new Map(rows.map((row) => [row.get('ID'), row.get('Probability')]));
    expect([weights.get('P01a'), weights.get('P01b')]).toEqual([0, 1]);
  });

  it('says what goes round, and against which revenue', () => {
    const round = new Map(
      recordsOf(dotCom, 'Case list').map((row) => [row.get('Case no.'), row.get('What goes round')]),
    );
    expect(round.get('P08')).toBe(
      '1.0 of 10.0 bn revenue of CMS Energy, 2000: 10%\n4.2 of 11.67 bn revenue of CMS Energy, 2001-9M: 36%',
    );
    expect(round.get('P09')).toContain('0.29%');
    expect(round.get('P19')).toBe('not known: a leg has no amount');
    expect(round.get('C09')).toBe('nothing');
  });
});

describe('company figures', () => {
  it('stand in one of the two workbooks, every line and every figure', () => {
    const lines = [...recordsOf(ai, 'Company figures'), ...recordsOf(dotCom, 'Company figures')];
    for (const line of fundamentals()) {
      const found = lines.filter(
        (row) => row.get('Party') === line.entity && row.get('Period') === line.period,
      );
      const own = found.filter((row) => row.get('Group') === line.group);
      expect([line.entity, line.period, own.length]).toEqual([line.entity, line.period, 1]);
      expect(Object.fromEntries(own[0])).toMatchObject({
        'Revenue (USD bn)': number(line.revenue),
        'Capex (USD bn)': number(line.capex),
        'Operating cash flow (USD bn)': number(line.operatingCashFlow),
        'Commitments or backlog (USD bn)': number(line.commitments),
        'Debt (USD bn)': number(line.debt),
        Grade: gradeOf(line),
        Note: line.note,
        Source: line.source,
      });
    }
  });

  it('leave out only columns that are arithmetic on the others', () => {
    for (const line of fundamentals()) {
      const [revenue, capex, cash] = [line.revenue, line.capex, line.operatingCashFlow].map(Number);
      if (line.freeCashFlow !== '') expect(Number(line.freeCashFlow)).toBeCloseTo(cash - capex, 3);
      if (line.capexToRevenue !== '')
        expect(Math.abs(Number(line.capexToRevenue) - capex / revenue)).toBeLessThan(1e-4);
      if (line.cashToCapex !== '')
        expect(Math.abs(Number(line.cashToCapex) - cash / capex)).toBeLessThan(1e-3);
    }
  });

  it('agree with the fundamentals where a seller stands in both', () => {
    const both = sellerRevenues.flatMap((seller) =>
      fundamentals()
        .filter(({ entity, period }) => entity === seller.entity && period === seller.period)
        .map(({ revenue }) => [seller.entity, seller.revenue, revenue]),
    );
    expect(both.map(([entity]) => entity)).toEqual(['Lucent', 'Qwest', 'Microsoft']);
    for (const [entity, here, there] of both) expect([entity, here]).toEqual([entity, there]);
    const seen = dotComFigures().map(({ party, period }) => `${party} ${period}`);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([
    ['CMS Energy', '2000', 1.0 / 0.1],
    ['CMS Energy', '2001-9M', 4.2 / 0.36],
    ['McAfee', '1998', 0.562 / 1.31 + 0.562],
    ['TSMC', '2022', 17.32 / 0.23],
    ['P&G', '2015', 11.0 / 0.14],
    ['Broadcom', '2020', 15.0 / 3 / 0.2],
    ['Luckin', 'FY2019', (3.0 + 2.12) / 7.05],
  ])('derive the revenue of %s in %s as the note says, and grade it as inferred', (entity, period, value) => {
    const seller = sellerRevenues.find((each) => each.entity === entity && each.period === period);
    expect(seller?.grade).toBe('I');
    expect(seller?.note).toMatch(/^derived: /);
    expect(Math.abs(Number(seller?.revenue) - value) / value).toBeLessThan(0.006);
  });
});

describe('sources', () => {
  it.each([
    ['ai-deals', ai],
    ['dot-com', dotCom],
  ])('of %s.xlsx stand once each, with everything that rests on them', (_, parts) => {
    const sources = recordsOf(parts, 'Source list');
    expect(sources.map((row) => row.get('No.'))).toEqual(sources.map((__, i) => i + 1));
    expect(new Set(sources.map((row) => row.get('Address'))).size).toBe(sources.length);
    const used = new Set<Value | undefined>();
    for (const sheet of ['Deal ledger', 'Company figures']) {
      for (const row of recordsOf(parts, sheet)) {
        const source = sources[Number(row.get('Source no.')) - 1];
        used.add(source.get('No.'));
        expect(source.get('Address')).toBe(row.get('Source'));
        expect(String(source.get('Grade')).split('; ')).toContain(row.get('Grade'));
        if (sheet === 'Deal ledger')
          expect(String(source.get('Deals that rest on it')).split('; ')).toContain(row.get('ID'));
        else expect(source.get('Company figures that rest on it')).toContain(row.get('Period'));
      }
    }
    expect(used.size).toBe(sources.length);
  });
});

describe('our own words', () => {
  it('never pronounce the verdict', () => {
    const folder = join(__dirname, '../../../scripts/samples');
    for (const file of [
      'ai-deals',
      'dot-com',
      'template',
      'cases',
      'read-me',
      'revenues',
      'sources',
      'figures',
    ]) {
      expect([file, /fraud/i.test(readFileSync(join(folder, `${file}.ts`), 'utf8'))]).toEqual([file, false]);
    }
  });

  it('open the template with the triangle of the test vectors', () => {
    expect(exampleDeals.map(({ from, to, amount }) => `${from} ${amount} ${to}`)).toEqual([
      'Nvidia 100 OpenAI',
      'OpenAI 300 Oracle',
      'Oracle 40 Nvidia',
    ]);
  });

  it('round a share to what its size can bear', () => {
    expect([0.0029, 0.018, 0.36].map(percentText)).toEqual(['0.29%', '1.8%', '36%']);
  });
});

describe('a lesson', () => {
  it('names legs that make a ring, and every case has one lesson', () => {
    const deals = caseDeals();
    expect(caseLessons.map(({ caseId }) => caseId)).toEqual([...new Set(deals.map(({ caseId }) => caseId))]);
    for (const { caseId, loops } of caseLessons) {
      for (const loop of loops) {
        const legs = loop.legs.map((id) => deals.find((deal) => deal.id === id && deal.caseId === caseId));
        legs.forEach((leg, i) => {
          const next = legs[(i + 1) % legs.length];
          // Deere lends through its finance arm, which the source names apart.
          expect([caseId, leg?.to.replace('Deere (JDF)', 'Deere')]).toEqual([
            caseId,
            next?.from.replace('Deere (JDF)', 'Deere'),
          ]);
        });
        expect(legs.map((leg) => leg?.to)).toContain(loop.seller);
      }
    }
    expect(loopAmount({ legs: ['P13a', 'P13c', 'P13b'], seller: 'Luckin', period: null }, deals)).toBe(
      '0.196',
    );
  });

  it('counts days as the calendar does', () => {
    expect(serialDate('1900-03-01')).toBe(61);
    expect(serialDate('2025-09-22')).toBe(45_922);
    expect(serialDate('2025-05')).toBeNull();
    expect(() => serialDate('2025-13-01')).toThrow('"2025-13-01" is not a day of the calendar.');
  });
});
