import fc from 'fast-check';
import { scoreRequest } from '../../src/cli/request';
import { UsageError } from '../../src/cli/usage';

const limitNames = ['parts', 'partBytes', 'cells'];
const request = (...words: string[]) => {
  const result = scoreRequest(words, limitNames);
  if (result === 'help') throw new Error('help was asked for');
  return result;
};
const complaint = (...words: string[]) => {
  try {
    scoreRequest(words, limitNames);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('the request', () => {
  it('asks nothing of the engine that the user did not', () => {
    expect(request('deals.xlsx')).toEqual({
      files: ['deals.xlsx'],
      format: 'text',
      color: true,
      quiet: false,
      top: undefined,
      financialsFile: undefined,
      aliasesFile: undefined,
      limits: new Map(),
      options: {},
    });
  });

  it('passes every option on', () => {
    const all = request(
      ...[
        'a.xlsx',
        '-',
        '--sheet',
        'Deals 2025',
        '--table=T',
        '--range',
        'A1:H90',
        '--financials',
        'Companies',
      ],
      ...['--basis', 'firm', '--aliases', 'names.csv', '--format', 'json', '--top', '50', '--window', '6'],
      ...[
        '--max-legs',
        '4',
        '--since',
        '2025-02',
        '--until',
        '2025-02',
        '--cut',
        '50%',
        '--draws',
        '0',
        '--seed',
        '7',
      ],
      ...[
        '--certificate',
        '--limit',
        'cells=80000000',
        '--limit',
        'partBytes=128MB',
        '--no-color',
        '--quiet',
      ],
    );
    expect(all).toEqual({
      files: ['a.xlsx', '-'],
      format: 'json',
      color: false,
      quiet: true,
      top: 50,
      financialsFile: undefined,
      aliasesFile: 'names.csv',
      limits: new Map([
        ['cells', 80_000_000],
        ['partBytes', 128 * 1024 * 1024],
      ]),
      options: {
        sheet: 'Deals 2025',
        table: 'T',
        range: 'A1:H90',
        financials: 'Companies',
        basis: 'firm',
        top: 50,
        maxLegs: 4,
        windowMonths: 6,
        since: Date.UTC(2025, 1, 1) / 86_400_000,
        until: Date.UTC(2025, 1, 28) / 86_400_000,
        cut: 0.5,
        draws: 0,
        seed: 7,
        certificate: true,
      },
    });
  });

  it.each([
    ['Companies', undefined],
    ['Companies!A1:J30', undefined],
    ['figures.xlsx', 'figures.xlsx'],
    ['data/figures', 'data/figures'],
    ['C:\\figures', 'C:\\figures'],
  ])('takes --financials %s for the file %s', (where, file) => {
    expect(request('a.xlsx', '--financials', where).financialsFile).toBe(file);
  });

  it.each([
    ['2024-02-29', Date.UTC(2024, 1, 29), Date.UTC(2024, 1, 29)],
    ['2024-12', Date.UTC(2024, 11, 1), Date.UTC(2024, 11, 31)],
    ['2024', Date.UTC(2024, 0, 1), Date.UTC(2024, 11, 31)],
  ])('reads %s as its first day for --since and its last for --until', (text, first, last) => {
    expect(request('a', '--since', text).options.since).toBe(first / 86_400_000);
    expect(request('a', '--until', text).options.until).toBe(last / 86_400_000);
  });

  it('takes a name that starts with a dash after -- or after =', () => {
    expect(request('--', '-odd.xlsx').files).toEqual(['-odd.xlsx']);
    expect(request('a', '--sheet=--table').options.sheet).toBe('--table');
  });

  it('gives help when help is asked for, whatever else is missing', () => {
    expect(scoreRequest(['--help'], limitNames)).toBe('help');
    expect(scoreRequest(['-h', 'a'], limitNames)).toBe('help');
  });
});

describe('a request that cannot be understood', () => {
  it.each<[string[], string]>([
    [[], 'No file was named. Give a workbook or a CSV file, or - for standard input.'],
    [['a', '--tpo', '5'], 'There is no option "--tpo". Did you mean --top?'],
    [['a', '--max-leg', '5'], 'There is no option "--max-leg". Did you mean --max-legs?'],
    [['a', '--colour'], 'There is no option "--colour". "looplens score --help" lists all of them.'],
    [['a', '-x'], 'There is no option "-x". "looplens score --help" lists all of them.'],
    [['a', '--__proto__'], 'There is no option "--__proto__". "looplens score --help" lists all of them.'],
    [['a', '--top', 'ten'], '--top takes a whole number from 1 to 1,000,000; "ten" is not.'],
    [['a', '--top', '0'], '--top takes a whole number from 1 to 1,000,000; "0" is not.'],
    [['a', '--seed', '-'], '--seed takes a whole number from 0 to 4,294,967,295; "-" is not.'],
    [['a', '--max-legs', '1e1'], '--max-legs takes a whole number from 2 to 12; "1e1" is not.'],
    [['a', '--cut', '78'], '--cut takes a share from 0 to 1, such as 0.78 or 78%; "78" is not.'],
    [
      ['a', '--basis', 'expeted'],
      '--basis takes headline, expected or firm; "expeted" is neither. Did you mean expected?',
    ],
    [['a', '--format', 'pdf'], '--format takes text, json or csv; "pdf" is neither.'],
    [
      ['a', '--since', '2025-02-30'],
      '--since takes a day such as 2025-03-31, a month such as 2025-03 or a year; "2025-02-30" is not.',
    ],
    [
      ['a', '--since', '2026', '--until', '2025'],
      '--since 2026 is later than --until 2025: no deal lies between them.',
    ],
    [['a', '--sheet'], '--sheet needs a value: --sheet NAME.'],
    [['a', '--sheet='], '--sheet needs a value: --sheet NAME.'],
    [
      ['a', '--sheet', '--table'],
      '--sheet needs a value, and "--table" looks like another option. If it is the value, write --sheet=--table.',
    ],
    [['a', '--quiet=yes'], '--quiet is a switch and takes no value; "yes" was given.'],
    [['a', '--seed', '1', '--seed', '2'], '--seed is given twice; it takes one value.'],
    [['-', '-'], 'Standard input (-) can be read only once.'],
    [['-', '--aliases', '-'], 'Standard input (-) can be read only once.'],
    [
      ['a', '--limit', 'cell=5'],
      'There is no limit "cell". Did you mean cells? The limits are parts, partBytes, cells.',
    ],
    [
      ['a', '--limit', 'cells=lots'],
      '--limit takes NAME=VALUE with a whole number, such as cells=1000 or cells=64MB; "cells=lots" is not.',
    ],
    [['a', '--top', '\u001b[2J'], '--top takes a whole number from 1 to 1,000,000; "<U+001B>[2J" is not.'],
  ])('%j: %s', (words, sentence) => {
    expect(complaint(...words)).toBe(sentence);
  });

  it('never fails in any other way', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '--top',
        '--limit',
        '--since',
        '-',
        '--',
        '--cut=',
        '--seed=1',
        '-h',
        '--no-quiet',
        '---',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        try {
          scoreRequest(words, limitNames);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect(String(error)).not.toMatch(/\p{C}/u);
        }
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
