import { correctionsText, noCorrections, readCorrections } from '../../src/app/corrections';
import { Refusal } from '../../src/workbook/port';
import { circle, opened, withAmount, World } from './world';

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
    expect(world.state.failure).toBe('Excel did not keep this in the workbook.');
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

it('a correction whose heading is gone is said to be left out', async () => {
  const world = await opened();
  await world.pane.chooseRole('Deals!E1', 'Status', null);
  expect(world.state.dropped).toEqual([]);
  world.edit(
    'Deals',
    circle.map((row) => row.slice(0, 4)),
  );
  await world.quiet();
  expect([world.amount, world.state.dropped]).toEqual([80, ['Status']]);
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

  it('computes only the newest of many that come while one is computed', async () => {
    const world = await opened();
    world.analysing.close();
    const cuts = [0.1, 0.2, 0.3, 0.4].map((fundingCut) => world.pane.setScenario({ fundingCut }));
    await world.analysing.waiting;
    world.analysing.release();
    await Promise.all(cuts);
    expect(world.analyses.slice(1).map(({ whatIf }) => whatIf?.fundingCut)).toEqual([0.1, 0.4]);
    expect(world.supposed).toBe(60);
  });

  it('that is stopped goes back to the one whose figures are shown', async () => {
    const world = await opened();
    await world.pane.setScenario({ fundingCut: 0.5 });
    world.analysing.close();
    const done = world.pane.setScenario({ fundingCut: 0.9 });
    await world.analysing.waiting;
    world.pane.cancel();
    await done;
    expect([world.state.scenario.fundingCut, world.supposed]).toEqual([0.5, 50]);
  });

  it('follows its deals when rows are inserted, and forgets those that are gone', async () => {
    const world = await opened();
    await world.pane.setScenario({ without: new Set([3]), probability: new Map([[4, 0.5]]) });
    const [head, first, second, third] = circle;
    world.edit('Deals', [head, ['Amazon', 'Oracle', 7, 'cloud', 'signed'], first, second, third]);
    await world.quiet();
    expect(world.state.scenario).toMatchObject({ without: new Set([4]), probability: new Map([[5, 0.5]]) });
    expect(world.supposed).toBe(0);
    world.edit('Deals', [head, first, third, second]);
    await world.quiet();
    expect(world.state.scenario).toMatchObject({ without: new Set([4]), probability: new Map([[3, 0.5]]) });
    world.edit('Deals', [head, first, ['OpenAI', 'Oracle', 80, 'chips', 'signed'], third]);
    await world.quiet();
    expect(world.state.scenario.without.size).toBe(0);
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
    expect(world.state.failure).toBe('The structure of the workbook is protected.');
    expect([world.state.welcome, world.state.notice, world.amount]).toEqual([true, null, 80]);
  });
});
