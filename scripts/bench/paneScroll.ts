/** A long list of the pane, scrolled from its top to its end. */
import type { Frame, Page } from 'playwright-core';
import { forgetTasks, longestTasks, type Blocks } from './paneWatch';

export interface Scrolled {
  /** Of the list, and most of them that were in the page at once. */
  readonly rows: number;
  readonly drawn: number;
  /** Longest time between two frames, in milliseconds. */
  readonly longestFrame: number;
  readonly blocks: Blocks;
}

/** Frames that a list is scrolled in: some seconds. */
const frames = 200;

export async function scrollList(page: Page, frame: Frame, tab: string, named: RegExp): Promise<Scrolled> {
  await frame.getByRole('tab', { name: tab }).click();
  const list = frame.getByRole('list', { name: named });
  await list.waitFor();
  await forgetTasks(page);
  const scrolled = await list.evaluate(
    (element, steps) =>
      new Promise<Omit<Scrolled, 'blocks'>>((resolve) => {
        let longestFrame = 0;
        let drawn = 0;
        let step = 0;
        let last: number | null = null;
        const way = element.scrollHeight - element.clientHeight;
        const next = (now: number): void => {
          const items = element.querySelectorAll('[role="listitem"]');
          drawn = Math.max(drawn, items.length);
          if (last !== null) longestFrame = Math.max(longestFrame, now - last);
          last = now;
          if (step === steps) {
            resolve({ rows: Number(items[0].getAttribute('aria-setsize')), drawn, longestFrame });
            return;
          }
          step++;
          element.scrollTop = (way * step) / steps;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    frames,
  );
  return { ...scrolled, blocks: await longestTasks(page, frame) };
}
