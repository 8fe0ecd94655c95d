import { createStore } from '../../src/app/store';

describe('a store', () => {
  const counted = () => {
    const store = createStore<{ sheet: string; row: number }>({ sheet: 'Deals', row: 1 });
    const seen: number[] = [];
    const end = store.subscribe(() => seen.push(store.get().row));
    return { store, seen, end };
  };

  it('tells its listeners of a change, and of the others nothing is lost', () => {
    const { store, seen } = counted();
    store.set({ row: 2 });
    expect(seen).toEqual([2]);
    expect(store.get()).toEqual({ sheet: 'Deals', row: 2 });
  });

  it('tells nothing, and stays the same object, when nothing changes', () => {
    const { store, seen } = counted();
    const before = store.get();
    store.set({ row: 1, sheet: 'Deals' });
    store.set({});
    expect(seen).toEqual([]);
    expect(store.get()).toBe(before);
  });

  it('takes what is no number for the same as itself', () => {
    const { store, seen } = counted();
    store.set({ row: NaN });
    store.set({ row: NaN });
    expect(seen).toEqual([NaN]);
  });

  it('leaves those alone that have ended their subscription', () => {
    const { store, seen, end } = counted();
    end();
    store.set({ row: 2 });
    expect(seen).toEqual([]);
  });

  it('still tells the others when a listener ends its own while it is told', () => {
    const { store, seen } = counted();
    const end = store.subscribe(() => end());
    store.subscribe(() => seen.push(-1));
    store.set({ row: 2 });
    store.set({ row: 3 });
    expect(seen).toEqual([2, -1, 3, -1]);
  });
});
