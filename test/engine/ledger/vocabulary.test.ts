/** Words: headings, kinds, statuses, periods, amounts. */
import { parseAmount } from '../../../src/engine/ledger/amountText';
import { dealRolesOf } from '../../../src/engine/ledger/headings';
import { classOfKind, givesBack } from '../../../src/engine/ledger/kinds';
import { parsePeriod } from '../../../src/engine/ledger/period';
import { readStatus } from '../../../src/engine/ledger/status';
import type { DealRole } from '../../../src/engine/ledger/types';
import {
  CANCELLABLE,
  CONDITIONAL,
  DEAD,
  ESTIMATED,
  UP_TO,
  dealClasses,
} from '../../../src/engine/ledger/types';
import { isTotalLabel } from '../../../src/engine/ledger/totals';
import { readTerm } from '../../../src/engine/ledger/term';
import { day, messages, read } from './reading';

describe('headings', () => {
  const words: Partial<Record<DealRole, string[]>> = {
    from: [
      'From',
      'PAYER',
      'Investor',
      'lender',
      'Buyer',
      'Customer',
      'sender',
      'Source party',
      '투자사',
      '투자자',
      '매수자',
      '구매자',
      '고객사',
      '지급인',
      '보내는 곳',
      '보내는곳',
      'buyer_name',
      'Investor (company)',
    ],
    to: [
      'To',
      'Payee',
      'Investee',
      'Borrower',
      'seller',
      'Supplier',
      'vendor',
      'Recipient',
      'Target',
      '피투자사',
      '피투자자명',
      '매도자',
      '판매자',
      '공급사',
      '수취인',
      'SupplierName',
    ],
    amount: [
      'Amount',
      'amount_usd_bn',
      'Amount (USD bn)',
      'Value, $m',
      '금액(억원)',
      '거래금액',
      '투자금액',
      'Deal value ($m)',
      'AMT',
      'USD bn',
      '투자금액 (조 원)',
    ],
    amountNote: ['amount_note', 'amount_status'],
    date: ['Date', '날짜', '일자', '계약일', 'Announcement date', 'signed on'],
    kind: ['kind', 'Type', 'Deal type', '종류', '유형', '거래유형'],
    class: ['flow_class'],
    status: ['Status', '상태', '진행상황'],
    probability: ['suggested_weight', 'Probability', 'prob', '확률', 'Probability (%)'],
    term: ['term_years', 'Term (years)', '기간', '계약기간'],
    condition: ['condition_or_linkage', 'linkage', '조건'],
    link: ['linked_to', 'Related deals'],
    currency: ['Currency', '통화'],
    unit: ['Unit', '단위'],
    source: ['source_url', 'Source', '출처'],
    grade: ['source_grade'],
    id: ['deal_id', 'ID', 'No.', '번호'],
    direction: ['Direction', 'Buy/Sell', 'In / Out', '입출금'],
  };
  for (const [role, headings] of Object.entries(words)) {
    it.each(headings)(`"%s" is ${role}`, (heading) => {
      expect(dealRolesOf(heading)[0]?.role).toBe(role);
    });
  }

  it.each(['seller_revenue_context', 'label_basis', 'Country', 'Comment', '', 'Analyst'])(
    '"%s" is nothing',
    (heading) => {
      expect(dealRolesOf(heading)).toEqual([]);
    },
  );
});

describe('kinds', () => {
  it.each([
    [
      'F',
      'equity convertible loan credits prepayment acquisition rebate 지분투자 대출 선급금'
        .split(' ')
        .concat(
          'vendor financing',
          'credit line',
          'cloud credits',
          'equity+R&D',
          'equity/cash/swaps',
          'consideration to customer',
          'equity interest',
          'equity purchase',
          'sale of shares',
          'invested in',
          'pay-back',
        ),
    ],
    ['W', ['warrant', 'shares to customer', 'stock options', 'rebate as stock', '워런트']],
    ['G', ['guarantee', 'backstop', 'loan guarantee', 'residual-capacity purchase', 'take-back', '지급보증']],
    [
      'S',
      'purchase compute cloud lease licence revenue_share capacity power advertising software interest sales concentrate 구매 클라우드'.split(
        ' ',
      ),
    ],
    ['?', ['transfer', 'wire payment', '', '—']],
  ])('class %s', (letter, kinds) => {
    for (const kind of kinds) expect([kind, dealClasses[classOfKind(kind)]]).toEqual([kind, letter]);
  });
});

describe('kinds of money that goes back', () => {
  it.each([
    'loan repayment',
    'repayment',
    'repayments',
    'Repayment of convertible note',
    'debt_repayment',
    'dividend',
    'special dividends',
    'equity dividend',
    'share buyback',
    'buy-back of shares',
    'stock repurchase',
    'repurchase of shares',
    'purchase of treasury shares',
    'redemption of preferred shares',
    'return of capital',
    '대출 상환',
    '배당',
    '자사주 매입',
  ])('"%s" is neither funding nor revenue, and is said', (kind) => {
    expect(dealClasses[classOfKind(kind)]).toBe('?');
    expect(givesBack(kind)).toBe(true);
  });

  it.each([
    ['F', 'prepayment'],
    ['F', 'repayable loan'],
    ['F', 'repurchase agreement'],
    ['F', 'purchase of shares'],
    ['F', 'buyout'],
    ['G', 'repayment guarantee'],
    ['S', 'equipment buyback'],
    ['?', 'transfer'],
  ])('class %s: "%s" does not go back', (letter, kind) => {
    expect(dealClasses[classOfKind(kind)]).toBe(letter);
    expect(givesBack(kind)).toBe(false);
  });

  it('are remarked upon once a kind', () => {
    const ledger = read([
      ['From', 'To', 'Amount', 'Kind'],
      ['A', 'B', 5, 'loan'],
      ['B', 'A', 2, 'loan repayment'],
      ['B', 'A', 1, 'loan repayment'],
      ['B', 'C', 1, 'dance'],
    ]);
    expect(Array.from(ledger.dealClass, (index) => dealClasses[index])).toEqual(['F', '?', '?', 'S']);
    expect(messages(ledger.issues.filter((issue) => issue.code.startsWith('kind-')))).toEqual([
      'Kind "loan repayment" is money that goes back, neither funding nor revenue; its rows have no class (Deals!D3).',
      'Kind "dance" is no word that Looplens knows; its rows count as purchases, unless a column "Class" says F, W, G, S or X (Deals!D5).',
    ]);
  });
});

describe('statuses', () => {
  it.each<[string, number, number, string]>([
    ['signed', 0.85, 0, 'signed'],
    ['closed', 1, 0, 'closed'],
    ['signed - up to', 0.5, UP_TO, 'signed'],
    ['reported', 0.85, 0, 'other'],
    ['reported - up to', 0.5, UP_TO, 'other'],
    ['announced', 0.25, 0, 'other'],
    ['signed - vests', 0.25, CONDITIONAL, 'signed'],
    ['conditional', 0.25, CONDITIONAL, 'other'],
    ['up to', 0.5, UP_TO, 'other'],
    ['letter of intent - superseded', 0, DEAD, 'other'],
    ['signed (reported)', 0.85, 0, 'signed'],
    ['inferred', 0.7, ESTIMATED, 'other'],
    ['estimate', 0.5, ESTIMATED, 'other'],
    ['rumoured - superseded', 0, DEAD, 'other'],
    ['rumoured', 0.1, 0, 'other'],
    ['target', 0.25, 0, 'other'],
    ['signed - cancellable', 0.25, CANCELLABLE, 'signed'],
    ['signed - non-cancellable', 0.85, 0, 'signed'],
    ['signed (term sheet)', 0.5, 0, 'other'],
    ['terminated 2026', 0, DEAD, 'other'],
    ['duplicate of AI012', 0, DEAD, 'other'],
    ['not signed', 0.25, 0, 'other'],
    ['체결', 0.85, 0, 'signed'],
    ['완료', 1, 0, 'closed'],
    ['미서명', 0.25, 0, 'other'],
    ['incomplete', 0.25, 0, 'other'],
    ['unsettled', 0.25, 0, 'other'],
    ['not yet executed', 0.25, 0, 'other'],
    ['signed, not cancelled', 0.85, 0, 'signed'],
    ['signed; cannot be terminated', 0.85, 0, 'signed'],
    ['not signed; cancelled', 0, DEAD, 'other'],
    ['조건부', 0.25, CONDITIONAL, 'other'],
    ['signed; replaces superseded deal', 0.85, 0, 'signed'],
    ['signed (replacing the cancelled AI012)', 0.85, 0, 'signed'],
    ['replaces cancelled AI012, signed', 0.85, 0, 'signed'],
    ['announced; supersedes the signed deal of May', 0.25, 0, 'other'],
    ['signed in place of the conditional letter', 0.85, 0, 'signed'],
    ['signed, replaces AI012; terminated 2026', 0, DEAD, 'other'],
    ['signed - replaced by AI040', 0, DEAD, 'other'],
    ['replaced', 0, DEAD, 'other'],
    ['signed; not replaced by AI040', 0.85, 0, 'signed'],
    ['체결; 해지된 계약을 대체', 0.85, 0, 'signed'],
    ['대체됨', 0, DEAD, 'other'],
  ])('"%s" weighs %d', (text, weight, flags, standing) => {
    expect(readStatus(text)).toMatchObject({ weight, flags, standing, known: true });
  });

  it('"blue" is unknown and weighs 1', () => {
    expect(readStatus('blue')).toMatchObject({ weight: 1, standing: 'other', known: false });
  });
});

describe('periods', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-05', '2025-05-01', '2025-05-31'],
    ['2001-Q1..Q3', '2001-01-01', '2001-09-30'],
    ['1998..2002-02', '1998-01-01', '2002-02-28'],
    ['1998-2001', '1998-01-01', '2001-12-31'],
    ['1998-Q2..2000', '1998-04-01', '2000-12-31'],
    ['2019-04..2020-01', '2019-04-01', '2020-01-31'],
    ['FY2008', '2008-01-01', '2008-12-31'],
    ['FY2025 (Jun)', '2024-07-01', '2025-06-30'],
    ['FY2026 (Jan)', '2025-02-01', '2026-01-31'],
    ['2016-H1', '2016-01-01', '2016-06-30'],
    ['H1 2016', '2016-01-01', '2016-06-30'],
    ['2001-9M', '2001-01-01', '2001-09-30'],
    ['9M-2001', '2001-01-01', '2001-09-30'],
    ['Q1-2026', '2026-01-01', '2026-03-31'],
    ['1Q26', '2026-01-01', '2026-03-31'],
    ['TTM Dec-2025', '2025-01-01', '2025-12-31'],
    ['TTM Mar-2026', '2025-04-01', '2026-03-31'],
    ['Sep 2025', '2025-09-01', '2025-09-30'],
    ['September 22, 2025', '2025-09-22', '2025-09-22'],
    ['22-Sep-2025', '2025-09-22', '2025-09-22'],
    ['2025년 9월 22일', '2025-09-22', '2025-09-22'],
    ['2025년 3분기', '2025-07-01', '2025-09-30'],
    ['2025. 9. 22.', '2025-09-22', '2025-09-22'],
    ['20250922', '2025-09-22', '2025-09-22'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-09-22 10:30', '2025-09-22', '2025-09-22'],
  ])('"%s"', (text, first, last) => {
    expect(parsePeriod(text)).toEqual({ first: day(first), last: day(last), plan: false });
  });

  it.each(['2002 plan', 'FY2002 plan', '2026E', 'FY26E', '2027 forecast', '2026년 전망'])(
    '"%s" is a plan',
    (text) => {
      expect(parsePeriod(text)?.plan).toBe(true);
    },
  );

  it.each([
    '',
    'soon',
    'Jun-01',
    '2025-13',
    '2025-02-30',
    '10/31, 11/1',
    '31/31/2025',
    '2002..1998',
    '12',
    '99999',
  ])('"%s" is no period', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

describe('amounts', () => {
  it.each<[string, string, number, string | null]>([
    ['$1.4tn', '1.4', 12, '$'],
    ['US$ 300 million', '300', 6, 'USD'],
    ['14조 원', '14', 12, 'KRW'],
    ['3,000억원', '3000', 8, 'KRW'],
    ['1조 4,000억원', '14000', 8, 'KRW'],
    ['3천억 달러', '3', 11, 'USD'],
    ['€12.5m', '12.5', 6, 'EUR'],
    ['USD 38bn', '38', 9, 'USD'],
    ['100B', '100', 9, null],
    ['₹12.5 crore', '12.5', 7, 'INR'],
    ['approx. $5bn', '5', 9, '$'],
    ['>10bn', '10', 9, null],
    ['5 bn (estimated)', '5', 9, null],
    ['up to EUR 2.5 billion', '2.5', 9, 'EUR'],
    ['0.125', '0.125', -1, null],
  ])('"%s"', (text, digits, exponent, currency) => {
    expect(parseAmount(text, 'dot')).toMatchObject({ kind: 'amount', digits, exponent, currency });
  });

  it('reads terms and rates', () => {
    expect(parseAmount('$38B / 7 yrs', 'dot')).toMatchObject({ kind: 'amount', digits: '38', termYears: 7 });
    expect(parseAmount('300bn over 5 years', 'dot')).toMatchObject({
      kind: 'amount',
      digits: '300',
      termYears: 5,
    });
    expect(parseAmount('$920M/mo', 'dot')).toMatchObject({ kind: 'rate', digits: '920', perYear: 12 });
    expect(parseAmount('1.25bn a month', 'dot')).toMatchObject({ kind: 'rate', perYear: 12 });
    expect(readTerm('18 months', 1)).toBe(1.5);
    expect(readTerm('7년', 1)).toBe(7);
    expect(readTerm('15-year', 1)).toBe(15);
    expect(readTerm('36', 12)).toBe(3);
    expect(readTerm('to 2030 or 2031', 1)).toBeNaN();
  });

  it.each(['1.2.3', 'x5', '$5 €6', '5 apples', '1,2,3', '5 + 6', '--', '9'.repeat(50), 'see note 4'])(
    '"%s" is no single amount',
    (text) => {
      expect(parseAmount(text, 'dot').kind).not.toBe('amount');
    },
  );
});

describe('labels of totals', () => {
  it.each([
    'Total',
    'TOTAL',
    'Sub-total',
    'Grand Total',
    'Sum',
    'sum of deals',
    '합계',
    '총계',
    'Nvidia total',
    'Total for 2025',
    '소계 (투자)',
  ])('"%s"', (text) => {
    expect(isTotalLabel(text)).toBe(true);
  });
  it.each(['TotalEnergies', 'Summit', 'Sumitomo', '계룡건설', 'Totalis', ''])('"%s" is none', (text) => {
    expect(isTotalLabel(text)).toBe(false);
  });
});
