/** Bad input through the real reader and the real engine: each a clear sentence, the right exit code, nothing raw. */
import { analyze } from '../../src/engine/index';
import type { CliIo } from '../../src/cli/io';
import { noProgress } from '../../src/cli/progress';
import { run } from '../../src/cli/run';
import { buildOle } from '../oracles/oleBuilder';
import { openBytes } from '../oracles/openBytes';
import { noFiles } from './noFiles';

async function score(name: string, content: string | Uint8Array) {
  let [out, err] = ['', ''];
  const io: CliIo = {
    stdout: { isTTY: false, columns: 80, write: (text) => void (out += text) },
    stderr: { isTTY: false, columns: 80, write: (text) => void (err += text) },
    env: {},
    open: () => openBytes(content, name),
    analyze,
    progress: noProgress,
    ...noFiles,
    limitNames: [],
    version: 'test',
  };
  return { code: await run(['score', name, '--quiet'], io), out, err };
}

const heading = 'from,to,amount';
const deals = (...rows: string[]) => [heading, ...rows, ''].join('\n');

describe('bad input is refused in a sentence', () => {
  it.each<[string, string, string | Uint8Array, number, string]>([
    ['not a workbook', 'deals.xlsx', 'just words', 4, 'is named as a workbook but holds plain text'],
    ['encrypted', 'deals.xlsx', buildOle(['EncryptionInfo', 'EncryptedPackage']), 4, 'password'],
    ['an empty file', 'deals.csv', '', 4, '"deals.csv" is empty (0 bytes)'],
    ['blank lines alone', 'deals.csv', '\n\n\n', 3, 'deals.csv'],
    ['no amount column', 'deals.csv', 'from,to\nA,B\n', 3, 'No column holds the amounts of deals'],
    ['no parties', 'fruit.csv', 'name,price\nApple,3\n', 3, 'No columns say who pays and who is paid'],
    ['amounts that are words', 'deals.csv', deals('A,B,12x'), 3, 'Amount "12x" is not a number (deals!C2).'],
    [
      'mixed currencies',
      'deals.csv',
      'from,to,amount,currency\nA,B,1,USD\nB,A,1,EUR\n',
      3,
      'The amounts are in 2 currencies, which cannot be added: USD in C2 and EUR in C3',
    ],
    ['negative amounts alone', 'deals.csv', deals('A,B,-5'), 3, 'Amount "-5" is negative, a reversal'],
    ['one party', 'deals.csv', deals('A,A,5'), 3, '"A" pays itself; the row is left out (deals!B2).'],
    ['all zero', 'deals.csv', deals('A,B,0', 'B,A,0'), 3, 'Amount is 0; the row moves no money (deals!C2).'],
  ])('%s', async (_name, file, content, code, sentence) => {
    const said = await score(file, content);
    expect({ code: said.code, out: said.out }).toEqual({ code, out: '' });
    expect(said.err).toContain(sentence);
    expect(said.err).not.toMatch(/undefined|NaN|\[object|Error:|\n\s+at /);
  });
});

describe('input with bad rows is scored, and every row is accounted for', () => {
  it.each<[string, string[], string]>([
    ['text among the amounts', ['A,B,5', 'B,A,12x'], 'Amount "12x" is not a number (deals!C3).'],
    ['a negative amount', ['A,B,5', 'B,A,-2'], 'Amount "-2" is negative'],
    ['a self-deal', ['A,B,5', 'C,C,9'], '"C" pays itself; the row is left out (deals!B3).'],
    [
      'a duplicate row',
      ['A,B,5', 'B,A,5', 'A,B,5'],
      'Row 4 repeats row 2 exactly; both are counted (deals!A4).',
    ],
    ['an unknown amount', ['A,B,5', 'B,A,undisclosed'], 'Rows without an amount'],
    ['no loop', ['A,B,5', 'B,C,5'], 'None of the money in this sheet can go round in a circle: 0 of 10.'],
  ])('%s', async (_name, rows, sentence) => {
    const said = await score('deals.csv', deals(...rows));
    expect({ code: said.code, err: said.err }).toEqual({ code: 0, err: '' });
    expect(said.out.replace(/\s+/g, ' ')).toContain(sentence);
  });
});
