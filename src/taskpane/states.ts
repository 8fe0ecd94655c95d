/// <reference lib="dom" />
/**
 * What the page shows. All its sentences are in taskpane.html and taskpane.ko.html, so that they are there before
 * any script; this only chooses one section and fills in what a page cannot know.
 */
export type PaneState = 'loading' | 'ready' | 'no-office' | 'no-excel' | 'failed';

/** Shows the section of `state` and hides the others. */
export function showState(page: Document, state: PaneState): void {
  page.body.dataset['shows'] = state;
  for (const section of page.querySelectorAll<HTMLElement>('[data-state]')) {
    section.hidden = section.dataset['state'] !== state;
  }
}

/** Puts `text` where the page asks for `name`: data-fill="name". As text, never as markup. */
export function fill(page: Document, name: string, text: string): void {
  for (const place of page.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = text;
}
