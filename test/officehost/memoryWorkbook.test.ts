/** @jest-environment node */
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';
import type { FunctionAnswer, FunctionCall, ModelEvent } from '../../src/workbench/model';

const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

/** A function whose answers the test gives by hand. */
function slow(
  book: MemoryWorkbook,
  name: string,
): { call: FunctionCall; answer: (a: FunctionAnswer) => void }[] {
  const calls: { call: FunctionCall; answer: (a: FunctionAnswer) => void }[] = [];
  book.registerFunction(name, (call) => new Promise((answer) => calls.push({ call, answer })));
  return calls;
}

describe('the workbook in memory', () => {
  it('shows #BUSY! until the answer is there, then its cells; the next formula waits for them', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    const calls = slow(book, 'DEAL.LOOPS');
    book.write(sheet, area(0, 0, 0, 1), [['=DEAL.LOOPS("x")', '=A1']]);
    expect(book.values(sheet, area(0, 0, 0, 1))).toEqual([[{ error: '#BUSY!' }, { error: '#BUSY!' }]]);
    calls[0].answer({ value: 5 });
    await book.settled();
    expect(book.values(sheet, area(0, 0, 0, 1))).toEqual([[5, 5]]);
  });

  it('drops an answer to a question that has changed, and aborts the call', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    const calls = slow(book, 'F');
    book.write(sheet, area(0, 0, 0, 1), [[1, '=F(A1)']]);
    book.write(sheet, area(0, 0), [[2]]);
    expect(calls.map(({ call }) => call.arguments)).toEqual([[1], [2]]);
    expect(calls[0].call.signal?.aborted).toBe(true);
    calls[1].answer({ value: 'second' });
    calls[0].answer({ value: 'first' });
    await book.settled();
    expect(book.value(sheet, 0, 1)).toBe('second');
  });

  it('spills, says #SPILL! when something is in the way, and takes its old spill back', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    let rows = [['a'], ['b'], ['c']];
    book.registerFunction('F', () => Promise.resolve({ value: rows }));
    book.write(sheet, area(0, 0), [['=F()']]);
    await book.settled();
    expect(book.values(sheet, area(0, 0, 2, 0))).toEqual([['a'], ['b'], ['c']]);
    rows = [['d']];
    book.recalculate();
    await book.settled();
    expect(book.usedArea(sheet, true)).toEqual(area(0, 0));
    rows = [['e'], ['f']];
    book.write(sheet, area(1, 0), [['in the way']]);
    book.recalculate();
    await book.settled();
    expect(book.value(sheet, 0, 0)).toEqual({ error: '#SPILL!' });
  });

  it('understands tables, columns of tables, sheets with spaces, spilled areas and skipped arguments', () => {
    const book = new MemoryWorkbook();
    const other = book.addSheet("It's here").id;
    const calls = slow(book, 'F');
    book.write(other, area(0, 0, 2, 1), [
      ['From', 'Amount'],
      ['Nvidia', 100],
      ['OpenAI', 300],
    ]);
    book.addTable(other, area(0, 0, 2, 1), true, 'Deals');
    book.write(book.activeSheet(), area(0, 5), [
      ["=F(Deals[#All],Deals[Amount],'It''s here'!A2,,-1.5,TRUE)"],
    ]);
    const [{ call }] = calls;
    expect(call.arguments).toEqual([
      [
        ['From', 'Amount'],
        ['Nvidia', 100],
        ['OpenAI', 300],
      ],
      [[100], [300]],
      'Nvidia',
      null,
      -1.5,
      true,
    ]);
    expect(call.parameterAddresses.slice(0, 2)).toEqual(["'It''s here'!A1:B3", "'It''s here'!B2:B3"]);
  });

  it('shows #NAME? for a function that nobody knows and #REF! for a sheet that was deleted', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    const other = book.addSheet('Ledger').id;
    book.registerFunction('F', ({ arguments: [given] }) => Promise.resolve({ value: given as number }));
    book.write(sheet, area(0, 0, 0, 1), [['=G()', '=F(Ledger!A1)']]);
    await book.settled();
    expect(book.value(sheet, 0, 0)).toEqual({ error: '#NAME?' });
    book.deleteSheet(other);
    await book.settled();
    expect(book.value(sheet, 0, 1)).toEqual({ error: '#REF!' });
  });

  it('keeps text behind an apostrophe text, through undo and redo', () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    book.write(sheet, area(0, 0), [["'=1+1"]]);
    expect(book.formulas(sheet, area(0, 0))).toEqual([['=1+1']]);
    book.write(sheet, area(0, 0), [[2]]);
    book.undo();
    expect(book.value(sheet, 0, 0)).toBe('=1+1');
    book.redo();
    expect(book.value(sheet, 0, 0)).toBe(2);
  });

  it('tells what happened after the call has returned, once', async () => {
    const book = new MemoryWorkbook();
    const seen: ModelEvent[] = [];
    await Promise.resolve();
    book.subscribe((event) => seen.push(event));
    book.type(book.activeSheet(), area(0, 0), [['x']]);
    expect(seen).toEqual([]);
    await Promise.resolve();
    expect(seen).toEqual([
      { kind: 'changed', sheet: book.activeSheet(), area: area(0, 0), source: 'user', before: null },
    ]);
  });

  it('drops an answer to a formula whose sheet is gone', async () => {
    const book = new MemoryWorkbook();
    const other = book.addSheet('Answers').id;
    const calls = slow(book, 'F');
    book.write(other, area(0, 0), [['=F(1)']]);
    book.deleteSheet(other);
    expect(calls[0].call.signal?.aborted).toBe(true);
    calls[0].answer({ value: [[1], [2]] });
    await book.settled();
    expect(book.sheets()).toHaveLength(1);
  });

  it('writes formulas anew when a sheet or a table that they name is renamed, without asking again', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    const deals = book.addSheet('Deals').id;
    const calls = slow(book, 'F');
    const { id } = book.addTable(deals, area(0, 0, 2, 1), true, 'Ledger');
    book.write(sheet, area(0, 0), [['=F(Deals!A1:B2,Ledger[#All])']]);
    book.renameSheet(deals, 'Old deals');
    book.renameTable(id, 'Rows');
    expect(book.formulas(sheet, area(0, 0))).toEqual([["=F('Old deals'!A1:B2,Rows[#All])"]]);
    expect(calls).toHaveLength(1);
    expect(calls[0].call.parameterAddresses).toEqual(['Deals!A1:B2', 'Deals!A1:B3']);
    calls[0].answer({ value: 'late' });
    await book.settled();
    expect(book.value(sheet, 0, 0)).toBe('late');
  });

  it('calls inside of formulas are answered before what is around them', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    book.registerFunction('F', ({ arguments: [given] }) => Promise.resolve({ value: Number(given) + 1 }));
    book.write(sheet, area(0, 0), [['=IFERROR(F(F(1))*10,0)']]);
    await book.settled();
    expect(book.value(sheet, 0, 0)).toBe(30);
  });

  it('rows that are inserted take formulas, tables and spills along, and undo brings them back', async () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    book.write(sheet, area(0, 0, 1, 1), [
      ['Amount', '=SUM(A2:A9)'],
      [5, '=SEQUENCE(2)'],
    ]);
    book.addTable(sheet, area(0, 0, 1, 0), true, 'Deals');
    book.insertCells(sheet, area(1, 0, 2, 16_383), 'down');
    expect(book.formulas(sheet, area(0, 0, 4, 1))).toEqual([
      ['Amount', '=SUM(A4:A11)'],
      [null, null],
      [null, null],
      [5, '=SEQUENCE(2)'],
      [null, 2],
    ]);
    expect(book.tables()[0].area).toEqual(area(0, 0, 3, 0));
    expect(book.value(sheet, 0, 1)).toBe(5);
    book.deleteCells(sheet, area(0, 1, 0, 1), 'left');
    expect(book.value(sheet, 0, 1)).toBeNull();
    book.undo();
    book.undo();
    expect(book.values(sheet, area(0, 0, 2, 1))).toEqual([
      ['Amount', 5],
      [5, 1],
      [null, 2],
    ]);
    expect(book.tables()[0].area).toEqual(area(0, 0, 1, 0));
    await book.settled();
  });

  it('a chain of 3,000 formulas is calculated in one go', () => {
    const book = new MemoryWorkbook();
    const sheet = book.activeSheet();
    const formulas = Array.from({ length: 3000 }, (_, row) => [row === 0 ? 1 : `=A${String(row)}+1`]);
    book.write(sheet, area(0, 0, 2999, 0), formulas);
    expect(book.value(sheet, 2999, 0)).toBe(3000);
    book.write(sheet, area(0, 0), [[11]]);
    expect(book.value(sheet, 2999, 0)).toBe(3010);
  });
});
