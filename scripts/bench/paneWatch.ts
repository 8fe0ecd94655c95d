/**
 * What every frame of the page notes of itself from its start: the sentence of the pane whenever it is another one, and
 * tasks that held the thread for more than 50 ms. A frame that is loaded anew begins anew.
 */
import type { Frame, Page } from 'playwright-core';

interface Noted {
  /** The sentences that the pane has shown, with the time (since 1970, in milliseconds) at which each was on screen. */
  readonly answers: { readonly text: string; readonly at: number }[];
  /** `name` says whose script ran, as the frame sees it: 'self' is its own. */
  readonly tasks: { readonly name: string; readonly begin: number; readonly duration: number }[];
  /** When Enter was pressed last. */
  entered: number;
}

type Noting = typeof globalThis & { noted: Noted };

/** For `page.addInitScript`. */
export function noteEverything(): void {
  const noted: Noted = { answers: [], tasks: [], entered: 0 };
  (window as unknown as Noting).noted = noted;
  const now = (): number => performance.timeOrigin + performance.now();
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      noted.tasks.push({ name, begin: performance.timeOrigin + startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Enter') noted.entered = now();
    },
    true,
  );
  let last = '';
  new MutationObserver(() => {
    const text = document.querySelector('#app section p')?.textContent ?? '';
    // A pane without an analysis shows other sections.
    if (text === last || document.querySelector('#app [role="tablist"]') === null) return;
    last = text;
    requestAnimationFrame(() => noted.answers.push({ text, at: now() }));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

const notedBy = (frame: Frame): Promise<Noted> => frame.evaluate(() => (window as unknown as Noting).noted);

/** When the pane showed the first sentence after those that were known. */
export async function nextAnswer(frame: Frame, known: number, what: string): Promise<number> {
  const most = 30_000;
  try {
    const shown = await frame.waitForFunction(
      (count) => (window as unknown as Noting).noted.answers[count]?.at,
      known,
      { timeout: most },
    );
    return (await shown.jsonValue()) ?? 0;
  } catch (error) {
    const text = await frame.locator('#app').innerText();
    throw new Error(
      `${what}: the pane showed no other sentence within ${most} ms. It shows: ${text.slice(0, 600)}`,
      {
        cause: error,
      },
    );
  }
}

export async function answersSoFar(frame: Frame): Promise<number> {
  return (await notedBy(frame)).answers.length;
}

/** When Enter was pressed last in the frame. */
export async function enteredAt(frame: Frame): Promise<number> {
  return (await notedBy(frame)).entered;
}

export interface Blocks {
  /** Longest task of the add-in's own frame, in milliseconds; 0 when none was above 50 ms. */
  readonly own: number;
  /** Longest task of all: of the spreadsheet and the office host too, which share the thread here and not in Excel. */
  readonly any: number;
}

/** Forgets the tasks that were noted. */
export async function forgetTasks(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(() => (window as unknown as Noting).noted.tasks.splice(0));
}

/** The longest tasks since they were forgotten, or since the frames began. */
export async function longestTasks(page: Page, addIn: Frame): Promise<Blocks> {
  const longest = (tasks: Noted['tasks']): number => Math.max(0, ...tasks.map(({ duration }) => duration));
  const own = (await notedBy(addIn)).tasks;
  const every = (await Promise.all(page.frames().map(notedBy))).flatMap(({ tasks }) => tasks);
  return { own: longest(own.filter(({ name }) => name === 'self')), any: longest(every) };
}
