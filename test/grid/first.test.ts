import { startEngine } from '../../src/workbench/grid/engine';
import { UniverWorkbook } from '../../src/workbench/grid/univerWorkbook';

it('adds', async () => {
  const book = new UniverWorkbook(startEngine());
  const [sheet] = book.sheets();
  book.write(sheet.id, { top: 0, left: 0, bottom: 0, right: 1 }, [[2, '=A1*3']]);
  await new Promise<void>((resolve) => book.subscribe((e) => e.kind === 'calculated' && resolve()));
  expect(book.values(sheet.id, { top: 0, left: 0, bottom: 0, right: 1 })).toEqual([[2, 6]]);
  book.dispose();
});
