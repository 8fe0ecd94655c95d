import type { Operation, WorkbookPort } from '../../../src/workbook/port';
import { isSealed, sealed } from '../../../src/workbook/seal';
import type { OpenEmpty } from '../workbookPort';
import { refusalOf, write } from './working';

const add = (row: number, column: number, text = 'Nvidia invests and is paid back', sheet = 'Sheet1') =>
  ({ kind: 'add-comment', sheet, row, column, text: sealed(text, '1.0') }) satisfies Operation;
const remove = (row: number, column: number, sheet = 'Sheet1'): Operation => ({
  kind: 'delete-comment',
  sheet,
  row,
  column,
});

/** Texts by 'row column'. */
async function commentsOf(port: WorkbookPort, sheet = 'Sheet1'): Promise<Record<string, string>> {
  const { marks } = await port.read(undefined, { marks: true });
  const on = marks?.sheets.find((known) => known.sheet === sheet);
  if (on === undefined) throw new Error(`Nothing was said of the sheet "${sheet}".`);
  return Object.fromEntries(on.comments.map(({ row, column, text }) => [`${row} ${column}`, text]));
}

export function commentLaws(open: OpenEmpty): void {
  describe('comments', () => {
    it('are read again as they were written, wherever they are', async () => {
      const { port, reopen } = await open();
      const texts = ['one', 'two\nlines', '=1+1', '<b> & "quotes"', '순환 고리', '@Nvidia', ' 1/2'];
      await port.apply([
        ...texts.map((text, row) => add(row, row % 2, text)),
        add(1_048_575, 16_383, 'the far corner'),
      ]);
      const found = await commentsOf(await reopen());
      texts.forEach((text, row) => expect(found[`${row} ${row % 2}`]).toBe(sealed(text, '1.0')));
      expect(found['1048575 16383']).toBe(sealed('the far corner', '1.0'));
      expect(Object.values(found).every(isSealed)).toBe(true);
    });

    it('a workbook that nobody has commented has none, and nothing is said when nobody asks', async () => {
      const { port } = await open();
      expect(await commentsOf(port)).toEqual({});
      expect((await port.read()).marks).toBeUndefined();
    });

    it('those of others stay as they are, and their cells are given none', async () => {
      const { port, others, reopen } = await open();
      await others.comment('Sheet1', 1, 1, 'Is this paid?');
      await port.apply([add(2, 2)]);
      await port.apply([remove(2, 2)]);
      const refusal = await refusalOf(port.apply([add(0, 0), add(1, 1)]));
      expect(refusal.why).toBe('taken');
      expect(refusal.message).toContain('Sheet1!B2 has a comment already');
      expect(await commentsOf(await reopen())).toEqual({ '1 1': 'Is this paid?' });
    });

    it('only those that are as they were written are deleted', async () => {
      const { port, others, reopen } = await open();
      await others.comment('Sheet1', 1, 1, 'Is this paid?');
      await port.apply([add(2, 2), add(3, 3)]);
      const changed = `${sealed('Nvidia invests', '1.0').replace('invests', 'lends')}`;
      await others.change('Sheet1', 3, 3, changed);
      for (const [row, column, cell] of [
        [1, 1, 'B2'],
        [3, 3, 'D4'],
      ] as const) {
        const refusal = await refusalOf((await reopen()).apply([remove(2, 2), remove(row, column)]));
        expect(refusal.message).toContain(
          `The comment on Sheet1!${cell} is not as Looplens wrote it, so it stays`,
        );
        expect(refusal.message).toMatch(/Nothing was changed\.$/);
      }
      const left = await commentsOf(await reopen());
      expect(left).toEqual({
        '1 1': 'Is this paid?',
        '2 2': sealed('Nvidia invests and is paid back', '1.0'),
        '3 3': changed,
      });
    });

    it('one that is not there is missed', async () => {
      const { port } = await open();
      const refusal = await refusalOf(port.apply([remove(0, 0)]));
      expect([refusal.why, refusal.message]).toEqual([
        'missing',
        'There is no comment on Sheet1!A1 (deleting the comment on Sheet1!A1). Nothing was changed.',
      ]);
    });

    it('must be sealed', async () => {
      const { port, reopen } = await open();
      const refusal = await refusalOf(port.apply([add(1, 1), { ...add(0, 0), text: 'not sealed' }]));
      expect(refusal.message).toContain('The comment on Sheet1!A1 does not say that it is of Looplens');
      expect(await commentsOf(await reopen())).toEqual({});
    });

    it('one plan takes them off, writes them anew and follows its sheets', async () => {
      const { port, reopen } = await open();
      await port.apply([add(0, 0, 'old'), add(1, 0, 'old too')]);
      await port.apply([
        remove(0, 0),
        add(0, 0, 'new'),
        { kind: 'rename-sheet', sheet: 'Sheet1', to: 'Deals' },
        remove(1, 0, 'Deals'),
        add(2, 0, 'later', 'Deals'),
        { kind: 'add-sheet', sheet: 'Sheet1' },
        add(0, 0, 'of another sheet'),
        write('Sheet1', 'A1', [[1]]),
      ]);
      const now = await reopen();
      expect(await commentsOf(now, 'Deals')).toEqual({
        '0 0': sealed('new', '1.0'),
        '2 0': sealed('later', '1.0'),
      });
      expect(await commentsOf(now)).toEqual({ '0 0': sealed('of another sheet', '1.0') });
    });

    it('a thousand come and go', async () => {
      const { port, reopen } = await open();
      const rows = Array.from({ length: 1_000 }, (_, row) => row);
      await port.apply(rows.map((row) => add(row, 1, `Deal ${row} returns money to its investor`)));
      const now = await reopen();
      expect(Object.keys(await commentsOf(now))).toHaveLength(1_000);
      await now.apply(rows.map((row) => remove(row, 1)));
      expect(await commentsOf(await reopen())).toEqual({});
    });
  });
}
