import { correctionsText, noCorrections, readCorrections } from '../../src/app/corrections';
import { Refusal } from '../../src/workbook/port';
import { circle, heading, withAmount, World } from './world';

async function opened(world = new World()): Promise<World> {
  await world.pane.open();
  return world;
}

describe('an open pane', () => {
  it('shows the analysis of the workbook with its deals', async () => {
    const world = await opened();
    expect(world.amount).toBe(80);
    expect(world.state).toMatchObject({ busy: null, trouble: null, isStale: false, before: null });
    expect(world.state.deals).toHaveLength(3);
    expect(world.state.places.map(({ sheet }) => sheet)).toEqual(['Deals']);
    expect(world.reads).toEqual([null]);
  });

  it('shows the card of the first run until it is skipped', async () => {
    const world = new World();
    world.firstRunIsOver = false;
    await opened(world);
    expect(world.state.welcome).toBe(true);
    world.pane.skipWelcome();
    expect([world.state.welcome, world.firstRunIsOver]).toEqual([false, true]);
  });

  it('takes its handlers off and ends its analyst when it is closed', async () => {
    const world = await opened();
    await world.pane.close();
    expect([world.isWatched, world.hasEnded]).toEqual([false, true]);
  });

  it('does no more work after it was closed, even while it opens', async () => {
    const world = new World();
    const opening = world.pane.open();
    await world.pane.close();
    await opening;
    expect([world.isWatched, world.analyses.length, world.state.analysis]).toEqual([false, 0, null]);
  });
});

describe('an edit', () => {
  it('reads the changed sheet anew and no other', async () => {
    const world = await opened();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.quiet();
    expect(world.amount).toBe(60);
    expect(world.reads).toEqual([null, ['Deals']]);
    expect(world.state.before?.circularity.headline.amount).toBe(160);
  });

  it('during an analysis ends it, and the newest wins', async () => {
    const world = await opened();
    world.analysing.close();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.analysing.waiting;
    world.edit('Deals', withAmount(circle, 2, 40));
    world.analysing.release();
    await world.quiet();
    expect(world.amount).toBe(40);
    expect(world.state.before?.circularity.headline.amount).toBe(160);
  });

  it('during a reading has its sheet and those before read again', async () => {
    const world = await opened();
    world.reading.close();
    world.edit('Notes', [['Still no deal.']]);
    await world.reading.waiting;
    world.edit('Deals', withAmount(circle, 2, 60));
    world.reading.release();
    await world.quiet();
    expect(world.amount).toBe(60);
    expect(world.reads[2]).toEqual(['Notes', 'Deals']);
  });

  it('in a sheet that has another name by now reads the whole workbook', async () => {
    const world = await opened();
    world.sheets.delete('Deals');
    world.edit('Deals 2026', withAmount(circle, 2, 60));
    await world.quiet();
    expect([world.amount, world.state.analysis?.input.sheet]).toEqual([60, 'Deals 2026']);
    expect(world.reads).toEqual([null, null]);
  });

  it('in a sheet that is gone meanwhile reads the whole workbook', async () => {
    const world = await opened();
    world.sheets.set('More', circle);
    world.sheets.delete('Notes');
    world.tell({ kind: 'changed', sheets: ['Notes'] });
    await world.quiet();
    expect(world.reads).toEqual([null, ['Notes'], null]);
    expect(world.state.trouble).toBeNull();
  });

  it('by somebody else waits for the user', async () => {
    const world = await opened();
    world.sheets.set('Deals', withAmount(circle, 2, 60));
    world.tell({ kind: 'changed-elsewhere' });
    expect([world.amount, world.state.isStale]).toEqual([80, true]);
    await world.pane.refresh();
    expect([world.amount, world.state.isStale]).toEqual([60, false]);
  });

  it('of results is read where the analysis rests on them', async () => {
    const world = await opened();
    world.tell({ kind: 'calculated', sheets: ['Notes'] });
    expect(world.reads).toHaveLength(1);
    world.sheets.set('Deals', withAmount(circle, 2, 60));
    world.tell({ kind: 'calculated', sheets: ['Notes', 'Deals'] });
    await world.quiet();
    expect(world.amount).toBe(60);
    expect(world.reads).toEqual([null, ['Deals']]);
  });

  it('is read when a hidden pane is shown again, and not before', async () => {
    const world = await opened();
    await world.pane.setHidden(true);
    world.edit('Deals', withAmount(circle, 2, 60));
    expect([world.reads.length, world.state.busy]).toEqual([1, null]);
    await world.pane.setHidden(false);
    expect(world.amount).toBe(60);
    await world.pane.setHidden(true);
    await world.pane.setHidden(false);
    expect(world.reads).toEqual([null, ['Deals']]);
  });
});

describe('cancel', () => {
  it('keeps what is on screen, says that it is of an older workbook, and a refresh brings it up to date', async () => {
    const world = await opened();
    world.analysing.close();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.analysing.waiting;
    world.pane.cancel();
    expect(world.state).toMatchObject({ busy: null, trouble: null, isStale: true });
    expect(world.amount).toBe(80);
    world.analysing.release();
    await world.pane.refresh();
    expect([world.amount, world.state.isStale]).toEqual([60, false]);
  });

  it('of a reading leaves it to be read', async () => {
    const world = await opened();
    world.reading.close();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.reading.waiting;
    world.pane.cancel();
    world.reading.release();
    await world.pane.setBasis('expected');
    expect(world.amount).toBe(60);
  });
});

describe('a correction', () => {
  it('is kept in the workbook and applied', async () => {
    const world = await opened();
    await world.pane.chooseRole('Deals!C1', 'Amount (USD bn)', null);
    expect(world.state.trouble?.code).toBeDefined();
    expect(world.state.analysis).toBeNull();
    expect(readCorrections(world.kept ?? '')?.roles).toEqual([
      { cell: 'Deals!C1', heading: 'Amount (USD bn)', role: null },
    ]);
    await world.pane.forgetCorrections();
    expect(world.amount).toBe(80);
    expect(readCorrections(world.kept ?? '')).toEqual(noCorrections);
  });

  it('that was kept is applied when the workbook is opened', async () => {
    const world = new World();
    world.kept = correctionsText({ ...noCorrections, deals: { range: 'Deals!A1:E3' } });
    await opened(world);
    expect(world.state.deals).toHaveLength(2);
    expect(world.saved).toEqual([]);
  });

  it('of a newer Looplens is left alone', async () => {
    const world = new World();
    const newer = JSON.stringify({ looplens: 2, deals: { range: 'Deals!A1:E3' } });
    world.kept = newer;
    await opened(world);
    expect([world.state.corrections, world.kept]).toEqual([noCorrections, newer]);
  });

  it('of the place takes what is selected, and nothing where nothing is', async () => {
    const world = await opened();
    await world.pane.chooseSelection();
    expect(world.saved).toEqual([]);
    world.selection = { range: 'Deals!A1:E3' };
    await world.pane.chooseSelection();
    expect(world.state.corrections.deals).toEqual({ range: 'Deals!A1:E3' });
    expect(world.state.deals).toHaveLength(2);
  });

  it('that cannot be kept is applied, and said', async () => {
    const world = await opened();
    world.fails.save = new Refusal('locked', 'Excel did not keep this in the workbook.');
    await world.pane.chooseDeals({ range: 'Deals!A1:E3' });
    expect(world.state.deals).toHaveLength(2);
    expect(world.state.trouble?.message).toBe('Excel did not keep this in the workbook.');
  });
});

describe('a refusal of the engine', () => {
  it('shows why, and nothing of the deals before', async () => {
    const world = await opened();
    world.pane.selectLoop(1);
    await world.pane.setScenario({ fundingCut: 0.5 });
    world.tell({ kind: 'changed-elsewhere' });
    world.edit('Deals', [['Nothing']]);
    await world.quiet();
    expect(world.state.trouble?.code).toBe('no-deal-table');
    expect(world.state).toMatchObject({
      analysis: null,
      before: null,
      deals: [],
      whatIf: null,
      loop: null,
      places: [],
      isStale: false,
    });
    world.edit('Deals', circle);
    await world.quiet();
    expect([world.amount, world.state.trouble]).toEqual([80, null]);
  });
});

describe('the scenario', () => {
  it('changes what is shown and never what is', async () => {
    const world = await opened();
    await world.pane.setScenario({ without: new Set([3]) });
    expect(world.supposed).toBe(0);
    expect(world.amount).toBe(80);
    expect(world.reads).toHaveLength(1);
    await world.pane.resetScenario();
    expect(world.state.whatIf).toBeNull();
    expect(world.analyses).toHaveLength(2);
  });

  it('is computed anew after an edit', async () => {
    const world = await opened();
    await world.pane.setScenario({ fundingCut: 0.5 });
    expect(world.supposed).toBe(50);
    world.edit('Deals', withAmount(circle, 1, 20));
    await world.quiet();
    expect([world.amount, world.supposed]).toEqual([20, 10]);
  });

  it('does not end the analysis of an edit', async () => {
    const world = await opened();
    world.analysing.close();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.analysing.waiting;
    const done = world.pane.setScenario({ without: new Set([3]) });
    world.analysing.release();
    await done;
    expect([world.amount, world.supposed]).toEqual([60, 0]);
  });

  it('forgets its rows when the deals are those of another sheet, and keeps the cut', async () => {
    const world = await opened();
    await world.pane.setScenario({ without: new Set([3]), fundingCut: 0.5 });
    world.sheets.set('Other', [...circle, ['OpenAI', 'Nvidia', 20, 'chips', 'signed']]);
    await world.pane.refresh();
    await world.pane.chooseDeals({ range: 'Other!A1:E5' });
    expect(world.state.scenario).toMatchObject({ without: new Set(), fundingCut: 0.5 });
    expect(world.supposed).toBe(50);
  });
});

describe('the sample', () => {
  it('is filled in, said and analysed', async () => {
    const world = new World([['Nothing']]);
    world.firstRunIsOver = false;
    await opened(world);
    expect(world.state.analysis).toBeNull();
    await world.pane.fillSample();
    expect(world.state).toMatchObject({ notice: 'The sample is there.', welcome: false, trouble: null });
    expect(world.state.analysis?.input.sheet).toBe('Sample');
    world.pane.clearNotice();
    expect(world.state.notice).toBeNull();
  });

  it('that is refused is said, and the card stays', async () => {
    const world = new World();
    world.firstRunIsOver = false;
    await opened(world);
    world.fails.select = new Refusal('locked', 'The structure of the workbook is protected.');
    await world.pane.fillSample();
    expect(world.state.trouble?.message).toBe('The structure of the workbook is protected.');
    expect([world.state.welcome, world.state.notice, world.amount]).toEqual([true, null, 80]);
  });
});

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
      expect([world.amount, world.state.trouble?.message]).toEqual([80, 'Excel did not let it.']);
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
    expect(world.state.trouble?.message).toBe('A cell is being edited.');
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
