/**
 * The tab of the sheet in front stays in sight. The engine sees to it when another sheet comes to the front, but not
 * when there is less room for the tabs: a narrower window, or the pane beside the sheet.
 */
const BAR = '[data-u-comp="slide-tab-bar"]';
const FRONT = '[data-u-comp="slide-tab-item"][aria-selected="true"]';

export function keepTabInSight(container: HTMLElement): void {
  let bar: Element | null = null;
  const show = (): void => bar?.querySelector(FRONT)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  // The engine scrolls too, within a frame or two, from where it believes the bar to be: the last word is had after it.
  const showAfterIt = (): void => void requestAnimationFrame(() => requestAnimationFrame(show));
  const resized = new ResizeObserver(showAfterIt);
  // The bar is drawn when there is a workbook.
  const drawn = (): void => {
    const now = container.querySelector(BAR);
    if (now !== bar) {
      resized.disconnect();
      if (now !== null) resized.observe(now);
      bar = now;
    }
    showAfterIt();
  };
  new MutationObserver(drawn).observe(container, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-selected'],
  });
}
