/// <reference lib="dom" />
/** A dialog of the add-in over the workbench: its page in a frame of its own. */
import type { DialogView } from '../officehost/core/dialogs';
import { dialogInfo } from '../officehost/transports/win32Dialog';

export interface DialogFrame {
  readonly frame: HTMLIFrameElement;
  /** Takes it off the screen. */
  readonly hide: () => void;
}

/** Shows it in front of everything, with a button that closes it; Esc does too while the keyboard is not in its page. `title` is the name of the add-in. */
export function showDialogFrame(
  page: Document,
  title: string,
  locale: string,
  view: DialogView,
): DialogFrame {
  const dialog = page.createElement('dialog');
  dialog.ariaLabel = title;
  const frame = page.createElement('iframe');
  frame.title = title;
  const address = new URL(view.address);
  address.search += `${address.search === '' ? '?' : '&'}_host_Info=${dialogInfo(locale)}`;
  frame.src = address.href;
  frame.style.cssText = 'flex: 1; border: 0';
  const close = page.createElement('button');
  close.textContent = '×';
  close.ariaLabel = /^ko\b/i.test(locale) ? '닫기' : 'Close';
  close.style.alignSelf = 'flex-end';
  close.addEventListener('click', view.closedByUser);
  dialog.style.cssText = 'display: flex; flex-direction: column';
  dialog.style.width = `${String(view.width)}vw`;
  dialog.style.height = `${String(view.height)}vh`;
  dialog.addEventListener('cancel', view.closedByUser);
  dialog.append(close, frame);
  page.body.append(dialog);
  dialog.showModal();
  return {
    frame,
    hide: () => {
      dialog.remove();
    },
  };
}
