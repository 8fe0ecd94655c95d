import { areaAddress } from '../../../src/engine/index';
import { highlightFormula } from '../../../src/workbook/marks';
import type { Operation, WorkbookPort } from '../../../src/workbook/port';
import type { OpenEmpty } from '../workbookPort';
import { area, write } from './working';

const fill = 'D6ECEA';
const highlight = (addresses: readonly string[], sheet = 'Sheet1'): Operation => ({
  kind: 'highlight',
  sheet,
  areas: addresses.map(area),
  fill,
});
const remove = (sheet = 'Sheet1'): Operation => ({ kind: 'delete-highlights', sheet });

async function highlighted(port: WorkbookPort, sheet = 'Sheet1'): Promise<readonly string[]> {
  const { marks } = await port.read(undefined, { marks: true });
  const on = marks?.sheets.find((known) => known.sheet === sheet);
  if (on === undefined) throw new Error(`Nothing was said of the sheet "${sheet}".`);
  return on.highlights.map((found) => areaAddress('', found));
}

export function highlightLaws(open: OpenEmpty): void {
  describe('highlights', () => {
    it('are one rule for all their cells, whose own looks stay', async () => {
      const { port, others, reopen } = await open();
      const before = await others.look('Sheet1', 1, 0);
      await port.apply([highlight(['A2:D3', 'B7', 'A9:A10'])]);
      expect(await highlighted(await reopen())).toEqual(['A2:D3', 'B7', 'A9:A10']);
      expect(await others.rules('Sheet1')).toEqual([
        { formula: highlightFormula, cells: 'A2:D3 B7 A9:A10', fill },
      ]);
      expect(await others.look('Sheet1', 1, 0)).toEqual(before);
    });

    it('stand behind the rules of others, and go without a trace', async () => {
      const { port, others, reopen } = await open();
      await others.rule('Sheet1', 'A1:A9', '=A1>100', 'FFC7CE');
      const before = await others.rules('Sheet1');
      await port.apply([highlight(['A2:D3']), highlight(['F1'])]);
      const rules = await others.rules('Sheet1');
      expect(rules.map(({ formula }) => formula)).toEqual(['=A1>100', highlightFormula, highlightFormula]);
      await (await reopen()).apply([remove()]);
      expect(await others.rules('Sheet1')).toEqual(before);
      expect(await highlighted(await reopen())).toEqual([]);
    });

    it('are taken off where there are none, and anew in one plan', async () => {
      const { port, others, reopen } = await open();
      await port.apply([remove(), highlight(['A1']), remove(), highlight(['B1'])]);
      expect(await highlighted(await reopen())).toEqual(['B1']);
      await port.apply([remove(), highlight(['C1']), { kind: 'rename-sheet', sheet: 'Sheet1', to: 'Deals' }]);
      expect(await highlighted(await reopen(), 'Deals')).toEqual(['C1']);
      await port.apply([highlight(['D1'], 'Deals'), remove('Deals')]);
      expect(await others.rules('Deals')).toEqual([]);
    });

    it('stay on the other sheets', async () => {
      const { port, reopen } = await open();
      await port.apply([{ kind: 'add-sheet', sheet: 'Two' }, highlight(['A1'], 'Two'), highlight(['A1'])]);
      await port.apply([remove()]);
      const now = await reopen();
      expect([await highlighted(now), await highlighted(now, 'Two')]).toEqual([[], ['A1']]);
    });

    it('of thousands of cells apart are all found again', async () => {
      const { port, others, reopen } = await open();
      const cells = Array.from({ length: 3_000 }, (_, row) => `B${2 * row + 1}`);
      await port.apply([write('Sheet1', 'A1', [['x']]), highlight(cells)]);
      expect([...(await highlighted(await reopen()))].sort()).toEqual([...cells].sort());
      await port.apply([remove()]);
      expect(await others.rules('Sheet1')).toEqual([]);
    });
  });
}
