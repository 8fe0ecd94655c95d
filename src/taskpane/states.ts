/// <reference lib="dom" />
/**
 * What the page shows. All its sentences are in taskpane.html and taskpane.ko.html, so that they are there before
 * any script; this only chooses one section and fills in what a page cannot know.
 */
export type PaneState = 'loading' | 'ready' | 'no-office' | 'no-excel' | 'failed';

/** Shows the section of `state` and hides the others. */
export function showState(page: Document, state: PaneState): void {
  for (const section of page.querySelectorAll<HTMLElement>('[data-state]')) {
    section.hidden = section.dataset['state'] !== state;
  }
}

/** Puts `text` where the page asks for `name`: data-fill="name". As text, never as markup. */
export function fill(page: Document, name: string, text: string): void {
  for (const place of page.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = text;
}

/** Lists the functions, each with a link to its place in the help page. */
export function listFunctions(page: Document, names: readonly string[]): void {
  const help = page.documentElement.lang === 'ko' ? 'help.ko.html' : 'help.html';
  fill(page, 'count', String(names.length));
  for (const list of page.querySelectorAll('[data-fill="functions"]')) {
    list.replaceChildren(...names.map((name) => functionItem(page, help, name)));
  }
}

function functionItem(page: Document, help: string, name: string): HTMLElement {
  const link = page.createElement('a');
  link.href = `${help}#${name}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = `DEAL.${name}`;
  const item = page.createElement('li');
  item.append(link);
  return item;
}
