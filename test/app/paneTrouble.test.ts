import { Refusal } from '../../src/workbook/port';
import { circle, heading, opened, withAmount, World } from './world';

describe('what goes wrong', () => {
  const locked = new Refusal('editing', 'A cell is being edited.');

  it('while the workbook is read is said, and read at the next try', async () => {
    const world = await opened();
    world.fails.read = locked;
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.quiet();
    expect(world.state.trouble).toMatchObject({ code: 'workbook', message: 'A cell is being edited.' });
    await world.pane.setBasis('headline');
    expect([world.amount, world.state.trouble]).toEqual([60, null]);
  });

  it('in the engine is a defect, with its sentence', async () => {
    const world = new World();
    world.fails.analyze = new Error('The certificate does not hold.');
    await opened(world);
    expect(world.state.trouble).toMatchObject({ code: 'defect', message: 'The certificate does not hold.' });
    expect(world.state.busy).toBeNull();
  });

  it.each(['watch', 'load'] as const)(
    'with %s is said, and the workbook is analysed all the same',
    async (what) => {
      const world = new World();
      world.fails[what] = new Refusal('other', 'Excel did not let it.');
      await opened(world);
      expect([world.amount, world.state.failure]).toEqual([80, 'Excel did not let it.']);
    },
  );

  it('in work that was stopped is nobody’s concern any more', async () => {
    const world = await opened();
    world.reading.close();
    world.fails.read = locked;
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.reading.waiting;
    world.edit('Deals', withAmount(circle, 2, 40));
    delete world.fails.read;
    world.reading.release();
    await world.quiet();
    expect([world.amount, world.state.trouble]).toEqual([40, null]);
  });

  it('with a selection leaves the answer and the work alone', async () => {
    const world = await opened();
    world.analysing.close();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.analysing.waiting;
    world.fails.select = locked;
    await world.pane.goTo('Deals!C2');
    expect(world.state.failure).toBe('A cell is being edited.');
    expect(world.state.busy).not.toBeNull();
    world.analysing.release();
    await world.quiet();
    expect(world.amount).toBe(60);
  });
});

describe('going to a cell', () => {
  it.each([
    ['Deals!C4', 'Deals 3 2 3 2'],
    ["'My ''own'' deals'!B2:D9", "My 'own' deals 1 1 8 3"],
  ])('%s selects it', async (address, selected) => {
    const world = await opened();
    await world.pane.goTo(address);
    expect(world.selections).toEqual([selected]);
  });

  it('does nothing with what is no address', async () => {
    const world = await opened();
    await world.pane.goTo('the whole sheet');
    expect(world.selections).toEqual([]);
  });

  it('is told the other way round: what is selected in the sheet', async () => {
    const world = await opened();
    world.tell({ kind: 'selected', sheet: 'Deals', area: { top: 3, left: 2, bottom: 4, right: 2 } });
    expect(world.state.selected).toEqual({ sheet: 'Deals', row: 4, column: 2 });
  });
});

describe('a sheet of deals without money', () => {
  it('is said as the engine says it', async () => {
    const world = await opened(new World([heading]));
    expect(world.state.analysis).toBeNull();
    expect(world.state.trouble?.message).not.toBe('');
  });
});
