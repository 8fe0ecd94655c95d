/** The pane for its components: state by selector, commands, words and how numbers are written. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Pane } from '../../app/pane';
import type { PaneState } from '../../app/state';
import type { PaneWords } from '../../locales/words';

export interface PaneContext {
  readonly pane: Pane;
  readonly words: PaneWords;
}

const Context = createContext<PaneContext | null>(null);
export const PaneProvider = Context.Provider;

export function usePane(): PaneContext {
  const value = useContext(Context);
  if (value === null) throw new Error('A component of the pane is drawn outside of it.');
  return value;
}

/** Draws anew only when what `select` takes out of the state is another value. */
export function useSelect<T>(select: (state: PaneState) => T): T {
  const { store } = usePane().pane;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
