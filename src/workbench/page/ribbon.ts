/** The add-in's part of the bar: its buttons as manifest.xml has them, and its keys beside those of the page. */
import type { AddIn } from '../addin/addIn';
import type { Button } from '../addin/manifest';
import { keysOf } from '../addin/shortcuts';

/** Draws the buttons once; `addIn` is asked at each press, because another workbook has another one. */
export function drawRibbon(holder: HTMLElement, buttons: readonly Button[], addIn: () => AddIn): void {
  holder.replaceChildren(...buttons.map((button) => drawn(button, () => void addIn().press(button))));
  holder.hidden = false;
}

/** Shows on the buttons that open the pane whether it is open: they close it then. */
export function tellPane(holder: HTMLElement, isOpen: boolean): void {
  for (const button of holder.querySelectorAll('[aria-pressed]'))
    button.setAttribute('aria-pressed', String(isOpen));
}

/** Takes the add-in's keys and Ctrl+S before the spreadsheet and the browser see them. */
export function listenForKeys(page: Window, addIn: () => AddIn, save: () => void): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (isSave(event)) save();
      else if (!addIn().pressKeys(keysOf(event))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

function isSave({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 's' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

function drawn({ id, label, tip, icon, action }: Button, press: () => void): HTMLButtonElement {
  const image = document.createElement('img');
  Object.assign(image, { src: icon, alt: '', width: 20, height: 20 });
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', id, title: tip });
  if (action.kind === 'pane') button.setAttribute('aria-pressed', 'false');
  button.append(image, label);
  button.addEventListener('click', press);
  return button;
}
