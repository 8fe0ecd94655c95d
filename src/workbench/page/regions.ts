/**
 * F6 goes from the sheet to the pane, from the pane to the bar, and back to the sheet, as it goes round the parts of
 * Excel's window: a grid keeps Tab for itself, so without it no key leads out of the sheet.
 */
export interface Regions {
  /** The frame of the pane; null while it is closed. */
  readonly pane: () => HTMLIFrameElement | null;
  /** The first of the bar that takes the keyboard. */
  readonly bar: () => HTMLElement | null;
  readonly sheet: () => void;
}

/** Listens in the page and, each time that it is loaded, in the frame of the pane. */
export function listenForF6(page: Window, room: HTMLElement, regions: Regions): void {
  const { document } = page;
  const toPane = (frame: HTMLIFrameElement): void => {
    frame.focus();
    frame.contentWindow?.focus();
  };
  listen(page, () => {
    const isInBar = Boolean(document.activeElement?.closest('#bar'));
    const frame = regions.pane();
    if (isInBar) regions.sheet();
    else if (frame !== null) toPane(frame);
    else regions.bar()?.focus();
  });
  const follow = (frame: HTMLIFrameElement): void =>
    frame.addEventListener('load', () => {
      if (frame.contentWindow === null) return;
      listen(frame.contentWindow, () => {
        page.focus();
        regions.bar()?.focus();
      });
    });
  room.querySelectorAll('iframe').forEach(follow);
  // Another workbook has another frame.
  new MutationObserver(() => room.querySelectorAll('iframe').forEach(follow)).observe(room, {
    childList: true,
  });
}

function listen(page: Window, next: () => void): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      next();
    },
    { capture: true },
  );
}
