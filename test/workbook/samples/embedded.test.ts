import { parseRecords } from '../../../scripts/samples/csv';
import { embeddedCases, ordinaryDeals } from '../../../scripts/samples/embedded';
import type { EmbeddedCase } from '../../../scripts/samples/embedded';

const cases = embeddedCases();
const caseOf = (id: string): EmbeddedCase => {
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No case "${id}".`);
  return found;
};
const dealIds = ({ csvDeals }: EmbeddedCase): string[] =>
  parseRecords(csvDeals).map((row) => row.get('deal_id') ?? '');

/** Whether money can come back to anyone: parties that pay nobody, or only such parties, are taken away until none is left. */
function hasLoop({ csvDeals }: EmbeddedCase): boolean {
  let arcs = parseRecords(csvDeals)
    .filter((row) => row.get('amount_usd_bn') !== '')
    .map((row) => ({ from: row.get('from'), to: row.get('to') }));
  for (let before = -1; before !== arcs.length;) {
    before = arcs.length;
    const payers = new Set(arcs.map(({ from }) => from));
    arcs = arcs.filter(({ to }) => payers.has(to));
  }
  return arcs.length > 0;
}

describe('the embedded cases', () => {
  it('are all the cases, with the variants of Luckin and Deere beside theirs', () => {
    expect(cases.map(({ id, label }) => `${id} ${label}`)).toEqual([
      'P01 circular',
      'P02 circular',
      'P05 circular',
      'P08 circular',
      'P09 immaterial',
      'P11 circular',
      'P12 immaterial',
      'P13 circular',
      'P13-hidden hidden',
      'P16 circular',
      'P19 hidden',
      'C01 clean',
      'C03 clean',
      'C05 clean',
      'C07 clean',
      'C09 near-miss',
      'C12 near-miss',
      'C13 near-miss',
      'C13-group near-miss',
      'C15 clean',
    ]);
  });

  it('hold a loop exactly where the sources give one with amounts on every leg', () => {
    const withLoop = ['P01', 'P02', 'P05', 'P08', 'P09', 'P11', 'P12', 'P13', 'P16', 'C12', 'C13-group'];
    expect(cases.filter(hasLoop).map(({ id }) => id)).toEqual(withLoop);
  });

  it('stand among the same ordinary deals, no deal twice', () => {
    const ordinary = dealIds(caseOf('C01'));
    expect(ordinary).toHaveLength(26);
    expect(ordinary).toEqual(expect.arrayContaining([...ordinaryDeals]));
    for (const each of cases) {
      const ids = dealIds(each);
      expect(new Set(ids).size).toBe(ids.length);
      const missing = ordinary.filter((id) => !ids.includes(id));
      expect([each.id, missing]).toEqual([each.id, each.id === 'C15' ? ['AI039'] : []]);
    }
  });

  it('use the drawn loan of Winstar, never the promised one', () => {
    for (const each of cases) expect(dealIds(each)).not.toContain('P01a');
    expect(dealIds(caseOf('P01'))).toEqual(expect.arrayContaining(['P01b', 'P01c']));
  });

  it('keep the rebate of McAfee without an amount', () => {
    const rebate = parseRecords(caseOf('P19').csvDeals).find((row) => row.get('deal_id') === 'P19b');
    expect(rebate?.get('amount_usd_bn')).toBe('');
  });

  it('tell the two Luckin sheets apart by one row only', () => {
    const hidden = dealIds(caseOf('P13-hidden'));
    expect(dealIds(caseOf('P13')).filter((id) => !hidden.includes(id))).toEqual(['P13c']);
  });

  it('give a revenue of the seller that is a number, once for each period', () => {
    const sellers = new Map([
      ['P01', 'Lucent'],
      ['P02', 'Qwest'],
      ['P05', 'Homestore'],
      ['P08', 'CMS Energy'],
      ['P09', 'Duke Energy'],
      ['P12', 'Krispy Kreme'],
      ['P13-hidden', 'Luckin'],
      ['P19', 'McAfee'],
      ['C09', 'ASML'],
      ['C13', 'Deere'],
      ['C15', 'Microsoft'],
    ]);
    for (const each of cases) {
      const rows = parseRecords(each.csvFinancials);
      for (const row of rows) expect(Number(row.get('revenue_bn'))).toBeGreaterThan(0);
      const keys = rows.map((row) => `${row.get('entity')} ${row.get('period')}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect([each.id, rows[0].get('entity')]).toEqual([
        each.id,
        sellers.get(each.id) ?? rows[0].get('entity'),
      ]);
    }
  });
});
