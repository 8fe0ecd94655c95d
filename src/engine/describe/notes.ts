/** What a reader should know before quoting a number. Each note is a sentence, and is there only when it applies. */
import type { ClosingReport } from '../analysis';
import { cellAddress } from '../address';
import { say, type Said, type Sentence } from '../sentence';
import type { Book } from '../book';
import { DEAD, GUARANTEE, SPEND, type Financials, type Ledger } from '../ledger/types';
import { cellOf } from '../measures/loops';
import type { Measured } from '../measured';
import type { UnknownLeg } from '../measures/unknownLegs';
import { circularShare } from '../measures/solved';

export function notesFor(
  book: Book,
  ledger: Ledger,
  financials: Financials | null,
  measured: Measured,
  closing: ClosingReport | null,
): Sentence[] {
  const notes: Sentence[] = [];
  if (circularShare(measured.solved) > 0) {
    notes.push(say`Circularity is the most that can go round; loops that share a deal must not be added up.`);
  }
  if (closing !== null && closing.p5 !== closing.p95) {
    notes.push(
      say`Circularity on expected amounts is not the mean of what can close: the closing range draws each deal with its probability, linked deals together.`,
    );
  }
  if (closing === null && ledger.weight.some((weight) => weight < 1)) {
    notes.push(
      say`The range of what can close was not drawn: the sheet is large. Ask for a number of draws to have it.`,
    );
  }
  if (!ledger.hasKinds) {
    notes.push(say`No column tells the kind of a deal: every deal counts as funding and as revenue alike.`);
  }
  if (financials === null)
    notes.push(say`The workbook has no company figures: sizes are taken from the deals themselves.`);
  notes.push(
    ...termNote(ledger),
    ...guaranteeNote(ledger),
    ...deadNote(ledger, measured),
    ...unmatchedCompanies(financials),
    ...hiddenRows(book, ledger),
  );
  return notes;
}

function termNote(ledger: Ledger): Sentence[] {
  let open = 0;
  for (let deal = 0; deal < ledger.deals; deal++) {
    if (ledger.dealClass[deal] === SPEND && Number.isNaN(ledger.term[deal])) open++;
  }
  return ledger.columnOf.term < 0 || open === 0
    ? []
    : [
        say`${open} purchases have no term: each counts whole in one year where a year's revenue is compared.`,
      ];
}

function guaranteeNote(ledger: Ledger): Sentence[] {
  return ledger.dealClass.includes(GUARANTEE)
    ? [
        say`Guarantees are contingent: as funding they count with a quarter of their face amount, or with their own weight on expected amounts.`,
      ]
    : [];
}

/** Deals that no longer stand are face amounts too: said, with the way to leave them out. */
function deadNote(ledger: Ledger, measured: Measured): Sentence[] {
  if (measured.solved.basis !== 'headline') return [];
  const cells: string[] = [];
  for (let deal = 0; deal < ledger.deals; deal++) {
    if ((ledger.flags[deal] & DEAD) !== 0) cells.push(cellOf(ledger, deal, 'amount'));
  }
  if (cells.length === 0) return [];
  const where = cells.slice(0, 5).join(', ') + (cells.length > 5 ? ' ...' : '');
  return [
    cells.length === 1
      ? say`The headline basis counts 1 deal that no longer stands (superseded, ended or a duplicate: ${where}); the expected basis leaves it out.`
      : say`The headline basis counts ${cells.length} deals that no longer stand (superseded, ended or a duplicate: ${where}); the expected basis leaves them out.`,
  ];
}

/** Companies with figures but without deals: one of them may be another name of a party. */
function unmatchedCompanies(financials: Financials | null): Sentence[] {
  const names = new Set<string>();
  for (const line of financials?.lines ?? []) if (line.partyId < 0) names.add(line.party);
  if (names.size === 0) return [];
  const first = [...names].slice(0, 8).map((name) => `"${name}"`);
  const list = first.join(', ');
  const all: Said = names.size > first.length ? say`${list} and ${names.size - first.length} more` : list;
  return [
    say`The company figures name ${all}, but no deal does: if one is another name of a party, say so in an alias table.`,
  ];
}

/** Hidden rows are counted, and said. */
function hiddenRows(book: Book, ledger: Ledger): Sentence[] {
  const sheet = book.sheets.find((entry) => entry.name === ledger.sheet);
  if (sheet === undefined) return [];
  const hidden = new Set(sheet.hiddenRows);
  const filtered = new Set(sheet.filter?.hiddenRows ?? []);
  const count = (rows: Set<number>) => {
    const own: number[] = [];
    for (const row of ledger.sheetRow) if (rows.has(row)) own.push(row);
    return own;
  };
  const first = (rows: number[]): string => cellAddress(ledger.sheet, rows[0], ledger.area.left);
  const byHand = count(hidden);
  const byFilter = count(filtered).filter((row) => !hidden.has(row));
  const notes: Sentence[] = [];
  if (byHand.length === 1) notes.push(say`1 deal in a hidden row is counted, the first at ${first(byHand)}.`);
  else if (byHand.length > 1)
    notes.push(say`${byHand.length} deals in hidden rows are counted, the first at ${first(byHand)}.`);
  if (byFilter.length === 1)
    notes.push(say`1 deal that a filter hides is counted, the first at ${first(byFilter)}.`);
  else if (byFilter.length > 1)
    notes.push(
      say`${byFilter.length} deals that a filter hides are counted, the first at ${first(byFilter)}.`,
    );
  return notes;
}

/** Rows without an amount that close a loop only together: no bound can be given for them. */
export function openLoopsNote(legs: readonly UnknownLeg[]): Sentence[] {
  if (legs.length === 0) return [];
  const list = legs
    .slice(0, 5)
    .map((leg) => leg.deal.cell)
    .join(', ');
  return [
    say`${legs.length} rows without an amount close a loop only together, so nothing bounds what comes round through them (${list}).`,
  ];
}
