import { messages, read } from './reading';

describe('a firm share column', () => {
  const rows = (...lines: (string | number | null)[][]) =>
    read([['Payer', 'Receiver', 'Amount', 'Status', 'Firm share'], ...lines]);

  it('decides how much of a deal is firm, before its status', () => {
    const ledger = rows(
      ['Meta', 'Nebius', 27, 'signed - up to', 0.44],
      ['A', 'B', 5, 'signed', null],
      ['B', 'C', 5, 'announced', null],
      ['C', 'D', 5, 'terminated', 1],
    );
    expect([...ledger.firm]).toEqual([0.44, 1, 0, 0]);
  });

  it('is read in percent too, and an unreadable share is said', () => {
    const ledger = rows(['A', 'B', 5, 'signed', '40 %'], ['B', 'A', 5, 'signed', 'most of it']);
    expect([...ledger.firm]).toEqual([0.4, 1]);
    expect(messages(ledger.issues)).toContain(
      'Firm share "most of it" is not between 0 and 1 or 0 % and 100 %; the status decides (Deals!E3).',
    );
  });
});

describe('a probability column', () => {
  it('decides how much a deal weighs, but for one that no longer stands', () => {
    const ledger = read([
      ['Payer', 'Receiver', 'Amount', 'Status', 'Probability'],
      ['Meta', 'Nebius', 27, 'announced', 0.9],
      ['A', 'B', 5, 'terminated', 0.85],
      ['B', 'C', 5, 'superseded', 0],
    ]);
    expect([...ledger.weight]).toEqual([0.9, 0, 0]);
    const said = ledger.issues.filter(({ code }) => code === 'probability-of-ended-deal');
    expect(messages(said)).toEqual([
      'Probability "0.85" is not used: the status "terminated" says that the deal no longer stands (Deals!E3).',
    ]);
  });
});

it('headings that say who pays and who gets money are understood', () => {
  const ledger = read([
    ['Who pays', 'Gets money', 'Amount'],
    ['A', 'B', 5],
    ['B', 'A', 4],
  ]);
  expect([ledger.deals, ledger.parties]).toEqual([2, ['A', 'B']]);
});
