import type { Operation, Snapshot } from '../../../src/workbook/port';
import type { OpenEmpty } from '../workbookPort';
import { after, area, refusalOf, write } from './working';

const define = (name: string, formula: string): Operation => ({ kind: 'define-name', name, formula });
const remove = (name: string): Operation => ({ kind: 'delete-name', name });
const circularity = '=LAMBDA(d,DEAL.CIRCULARITY(d))';

/** Of what the workbook has become: each name and what it stands for. */
async function named(
  open: OpenEmpty,
  ...plans: readonly (readonly Operation[])[]
): Promise<Snapshot['names']> {
  const { port, reopen } = await open();
  for (const plan of plans) await port.apply(plan);
  return (await (await reopen()).read([], { names: true })).names;
}

export function nameLaws(open: OpenEmpty): void {
  describe('names', () => {
    it.each([
      ['CIRCULARITY', circularity],
      ['CAPEX_COVERAGE', '=LAMBDA(revenue,capex,DEAL.CAPEX_COVERAGE(revenue,capex))'],
      ['rate.of_2026', '=0.25'],
      ['거래율', '="a < b & c"'],
      ['Cells', '=Sheet1!$A$1:$B$2'],
      ['XFE1', '=1'],
      ['__proto__', '=1'],
    ])('%s stands for %s', async (name, formula) => {
      expect(await named(open, [define(name, formula)])).toEqual([{ name, sheet: null, formula }]);
    });

    it('a workbook without names has none', async () => {
      expect(await named(open)).toEqual([]);
    });

    it('one of the same spelling stands for the new formula', async () => {
      const plan = [define('Rate', '=1'), define('Share', '=2')];
      const names = await named(open, plan, [define('RATE', '=3')]);
      expect(names?.map(({ name, formula }) => [name.toLowerCase(), formula])).toEqual([
        ['rate', '=3'],
        ['share', '=2'],
      ]);
    });

    it('one that is deleted is gone, and its spelling is free again', async () => {
      const plan = [define('Rate', '=1'), define('Share', '=2')];
      expect(await named(open, plan, [remove('rate')])).toEqual([
        { name: 'Share', sheet: null, formula: '=2' },
      ]);
      expect(await named(open, plan, [remove('Rate'), remove('Share')])).toEqual([]);
      const again = [remove('Rate'), remove('Share'), define('Share', '=4')];
      expect(await named(open, plan, again)).toEqual([{ name: 'Share', sheet: null, formula: '=4' }]);
    });

    it('what a name stands for follows its sheet when that is renamed', async () => {
      const names = await named(open, [
        define('Paid', '=Sheet1!$A$1'),
        { kind: 'rename-sheet', sheet: 'Sheet1', to: 'Deals' },
      ]);
      expect(names?.map(({ formula }) => formula)).toEqual(['=Deals!$A$1']);
    });

    it('a table cannot have the spelling of a name, nor a name that of a table', async () => {
      const rows = write('Sheet1', 'A1:B2', [
        ['Payer', 'Amount'],
        ['Nvidia', 30],
      ]);
      const table: Operation = { kind: 'add-table', sheet: 'Sheet1', area: area('A1:B2'), name: 'Deals' };
      await expect(after(open, [rows, define('DEALS', '=1'), table])).rejects.toThrow(
        'The name "Deals" is defined in the workbook already',
      );
      await expect(after(open, [rows, table, define('DEALS', '=1')])).rejects.toThrow(
        'There is a table "Deals" already',
      );
    });

    it.each([
      ['other', define('A1', '=1'), 'The name "A1" is the name of a cell'],
      ['other', define('r', '=1'), 'The name "r" is the name of a cell'],
      ['other', define('R1C1', '=1'), 'The name "R1C1" is the name of a cell'],
      ['other', define('two words', '=1'), 'The name "two words" is not a letter'],
      ['other', define('', '=1'), 'The name "" is empty'],
      ['other', define('x'.repeat(256), '=1'), 'is longer than 255 characters'],
      ['other', define('true', '=1'), 'The name "true" is a value'],
      ['other', define('Rate', '0.25'), 'The formula "0.25" does not begin with "=" in the name "Rate"'],
      ['missing', remove('Nothing'), 'There is no name "Nothing"'],
    ] as const)('refused as %s: %j', async (why, operation, sentence) => {
      const { port, reopen } = await open();
      await port.apply([define('Kept', '=1')]);
      const refusal = await refusalOf(port.apply([define('Kept', '=2'), operation]));
      expect(refusal.why).toBe(why);
      expect(refusal.message).toContain(sentence);
      const { names } = await (await reopen()).read([], { names: true });
      expect(names).toEqual([{ name: 'Kept', sheet: null, formula: '=1' }]);
    });
  });
}
