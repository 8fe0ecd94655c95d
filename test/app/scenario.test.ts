import { asItStands, countChanges, statuses, whatIfOf, withRow, withValue } from '../../src/app/scenario';

describe('a scenario', () => {
  it('is none for the engine when nothing is changed', () => {
    expect([countChanges(asItStands), whatIfOf(asItStands)]).toEqual([0, null]);
  });

  it('names its rows for the engine from 0', () => {
    const whatIf = whatIfOf({
      without: new Set([4]),
      status: new Map([[5, 'terminated']]),
      probability: new Map([[6, 0.5]]),
      fundingCut: 0.78,
    });
    expect(whatIf).toEqual({
      without: new Set([3]),
      status: new Map([[4, 'terminated']]),
      probability: new Map([[5, 0.5]]),
      fundingCut: 0.78,
    });
  });

  it('has no cut of nothing, and counts every other change', () => {
    const scenario = { ...asItStands, without: new Set([4, 5]), probability: new Map([[6, 0.5]]) };
    expect(whatIfOf(scenario)).not.toHaveProperty('fundingCut');
    expect(countChanges(scenario)).toBe(3);
    expect(countChanges({ ...scenario, fundingCut: 0.1 })).toBe(4);
  });

  it('takes rows and values in and out without touching what was', () => {
    const none: ReadonlySet<number> = new Set();
    const one = withRow(none, 4, true);
    expect([none.size, [...one], [...withRow(one, 4, false)]]).toEqual([0, [4], []]);
    const empty: ReadonlyMap<number, string> = new Map();
    const some = withValue(empty, 4, 'signed');
    expect([empty.size, [...some], [...withValue(some, 4, null)]]).toEqual([0, [[4, 'signed']], []]);
  });

  it('offers five ways for a deal to stand', () => {
    expect(statuses).toHaveLength(5);
  });
});
