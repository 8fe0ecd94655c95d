import { dataCells } from '../../oracles/csv';
import { codes, day, gross, read } from './reading';

describe('the sample deals', () => {
  const ledger = read(dataCells('ai-deals.csv'));

  it('count 85 rows, 77 of them with an amount and 8 without', () => {
    expect(ledger.dataRows).toBe(85);
    expect(ledger.deals).toBe(77);
    expect(ledger.unknownAmounts.length).toBe(8);
    expect(ledger.leftOut).toBe(8);
  });

  it('add up to 2,279.632 bn exactly', () => {
    expect(ledger.money).toMatchObject({ currency: 'USD', scale: 1e9, label: 'bn', decimals: 3 });
    expect(ledger.amount.reduce((sum, amount) => sum + amount, 0)).toBe(2_279_632);
  });

  it('add up to 1,508.744 bn expected, rounded per row', () => {
    let sum = 0;
    for (let i = 0; i < ledger.deals; i++) sum += Math.round(ledger.amount[i] * ledger.weight[i]);
    expect(sum).toBe(1_508_744);
  });

  it('add up to 1,586.392 bn up to the end of 2025', () => {
    const until = read(dataCells('ai-deals.csv'), { include: { lastDay: day('2025-12-31') } });
    expect(gross(until)).toBeCloseTo(1586.392, 9);
  });

  it('give every column its role', () => {
    const roles = Object.fromEntries(ledger.columns.map((column) => [column.heading, column.role]));
    expect(roles).toEqual({
      deal_id: 'id',
      date: 'date',
      from: 'from',
      to: 'to',
      amount_usd_bn: 'amount',
      amount_note: 'amountNote',
      kind: 'kind',
      flow_class: 'class',
      status: 'status',
      suggested_weight: 'probability',
      term_years: 'term',
      annualised_usd_bn: null,
      linked_to: 'link',
      condition_or_linkage: 'condition',
      source_url: 'source',
      source_grade: 'grade',
    });
  });

  it('resolve every link', () => {
    expect(codes(ledger)).not.toContain('link-missing');
    const ids = ledger.ids ?? [];
    const at = ids.indexOf('AI003');
    expect(
      Array.from(
        ledger.linkTarget.slice(ledger.linkStart[at], ledger.linkStart[at + 1]),
        (deal) => ids[deal],
      ),
    ).toEqual(['AI001', 'AI002']);
  });

  it('raise no error and no unread date', () => {
    expect(ledger.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(codes(ledger)).not.toContain('date-unreadable');
  });
});

describe('the documented cases', () => {
  it('read without an error', () => {
    for (const [file, rows, deals, sum] of [
      ['cases-circular.csv', 26, 25, 18.471],
      ['cases-clean.csv', 17, 17, 1072.5126],
    ] as const) {
      const ledger = read(dataCells(file));
      expect(ledger.dataRows).toBe(rows);
      expect(ledger.deals).toBe(deals);
      expect(gross(ledger)).toBeCloseTo(sum, 9);
      expect(ledger.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
      expect(codes(ledger)).not.toContain('date-unreadable');
    }
  });
});
