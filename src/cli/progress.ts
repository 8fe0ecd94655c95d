/** The progress line on standard error: after 300 ms of work, ten times a second at most, gone when the work is done. */
import { fit } from '../report/text/columns';
import type { Output, Progress } from './io';

const patience = 300;
const between = 100;
const eraseLine = '\r\u001b[K';

export const noProgress: Progress = { show() {}, clear() {} };

/** `clock` gives milliseconds. Only for a terminal: anywhere else use `noProgress`. */
export function progressOn(terminal: Output, clock: () => number): Progress {
  const start = clock();
  let last = start + patience - between;
  let isShown = false;
  return {
    show(what, done) {
      const now = clock();
      if (now - last < between) return;
      last = now;
      isShown = true;
      const line = fit(
        `${what}  ${Math.round(100 * Math.max(0, Math.min(1, done)))} %`,
        (terminal.columns ?? 80) - 1,
      );
      terminal.write(eraseLine + line);
    },
    clear() {
      if (isShown) terminal.write(eraseLine);
      isShown = false;
    },
  };
}
