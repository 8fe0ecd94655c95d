import { circle, goingRound, opened, withAmount, World } from './world';

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

  it('is still scored when the report is asked for while it is analysed', async () => {
    const world = await opened();
    world.analysing.close();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.analysing.waiting;
    const looking = world.pane.lookAtReport();
    world.analysing.release();
    await looking;
    await world.quiet();
    expect(world.amount).toBe(60);
    expect(world.state).toMatchObject({ busy: null, isStale: false, failure: null });
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

  it('by somebody else is read with whatever the user asks for next', async () => {
    const world = await opened();
    world.sheets.set('Deals', withAmount(circle, 2, 60));
    world.tell({ kind: 'changed-elsewhere' });
    await world.pane.setBasis('expected');
    await world.pane.setBasis('headline');
    expect([world.amount, world.state.isStale]).toEqual([60, false]);
  });

  it('is what has changed until the next one, whatever is calculated meanwhile', async () => {
    const world = await opened();
    world.edit('Deals', withAmount(circle, 2, 60));
    await world.quiet();
    const { before } = world.state;
    expect(goingRound(before)).toBe(80);
    world.tell({ kind: 'calculated', sheets: ['Deals'] });
    await world.quiet();
    expect(world.state.before).toBe(before);
  });

  it('of results is read where the analysis rests on them', async () => {
    const world = await opened();
    world.tell({ kind: 'calculated', sheets: ['Notes'] });
    expect(world.reads).toHaveLength(1);
    world.sheets.set('Deals', withAmount(circle, 2, 60));
    world.tell({ kind: 'calculated', sheets: ['Notes', 'Deals'] });
    await world.quiet();
    expect(world.amount).toBe(60);
    // What was not needed then is read with it.
    expect(world.reads).toEqual([null, ['Notes', 'Deals']]);
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
