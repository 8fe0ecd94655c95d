/** Whether the card of the first run has been seen on this machine, for this user of Office. */
import type { PaneSurroundings } from '../app/pane';

export function firstRun(page: Window, partition: string | undefined): PaneSurroundings['firstRun'] {
  const key = `${partition ?? ''}looplens.welcomed`;
  return {
    isOver: () => storageOf(page)?.getItem(key) === 'yes',
    end: () => keep(storageOf(page), key),
  };
}

/** null where the browser keeps storage from a page in a frame: the card is then shown once a start. */
function storageOf(page: Window): Storage | null {
  try {
    return page.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** A storage that is full keeps nothing: the card is then shown again. */
function keep(storage: Storage | null, key: string): void {
  try {
    storage?.setItem(key, 'yes');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
