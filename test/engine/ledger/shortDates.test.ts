import { civilOf } from '../../../src/engine/ledger/civil';
import { read } from './reading';

const days = (heading: string, ...dates: string[]) => {
  const ledger = read([
    ['투자사', '피투자사', '금액', heading],
    ...dates.map((date, index) => ['A', `B${index}`, 5, date]),
  ]);
  return Array.from(ledger.day, (day) => {
    const { year, month, day: date } = civilOf(day);
    return `${year}-${month}-${date}`;
  });
};

describe('dates of three short numbers', () => {
  it('begin with the year under a Korean heading', () => {
    expect(days('날짜', '24.03.15', '24/08/02', '25.1.5')).toEqual(['2024-3-15', '2024-8-2', '2025-1-5']);
  });

  it('begin with the year where the long dates of the column do', () => {
    expect(days('Date', '2024.01.31', '24.03.15')).toEqual(['2024-1-31', '2024-3-15']);
  });

  it('begin with the day where a last number can only be a year', () => {
    expect(days('날짜', '15.03.24', '31.12.99')).toEqual(['2024-3-15', '1999-12-31']);
  });

  it('begin with the day under an English heading, as they do in Europe', () => {
    expect(days('Date', '15.03.24')).toEqual(['2024-3-15']);
  });
});
