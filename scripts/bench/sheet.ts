/** A seeded ledger as a sheet of cells: eight columns, with kinds, states and dates, the same on every machine. */
import type { Book, Cell } from '../../src/engine/index';
import { gridOf, plainSheet } from '../../src/engine/index';
import { seededLedger } from '../../test/bench/ledgers';

export type Shape = 'mesh' | 'tiered';

const kinds = ['purchase', 'equity', 'compute', 'loan', 'lease', 'warrant'];
const states = ['closed', 'signed', 'announced', 'signed', 'conditional'];
const heading = ['ID', 'Date', 'Payer', 'Receiver', 'Amount (USD)', 'Kind', 'Status', 'Term (years)'];
/** Serial number of 1970-01-01 in the 1900 date system. */
const epoch = 25_569;

export function seededRows(shape: Shape, parties: number, deals: number, seed: number): Cell[][] {
  const ledger = seededLedger(shape, parties, deals, seed);
  const names = Array.from(
    { length: parties },
    (_, party) => `Company ${party.toString(36).toUpperCase()} Ltd`,
  );
  const rows: Cell[][] = [heading];
  for (let deal = 0; deal < deals; deal++) {
    rows.push([
      `D${deal}`,
      ledger.day[deal] + epoch,
      names[ledger.from[deal]],
      names[ledger.to[deal]],
      ledger.amount[deal] / 100,
      kinds[deal % kinds.length],
      states[deal % states.length],
      1 + (deal % 5),
    ]);
  }
  return rows;
}

export function seededBook(rows: Cell[][]): Book {
  return {
    name: 'seeded',
    sheets: [plainSheet('Deals', gridOf(rows))],
    tables: [],
    date1904: false,
    notes: [],
  };
}

export function csvOf(rows: Cell[][]): string {
  return (
    rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join(',')).join('\n') + '\n'
  );
}
