/** Waiting for the state of a workbook instead of for time. */
import type { ModelEvent, WorkbookModel } from '../../src/workbench/model';

/** Resolves when `holds` does: now, or after an event of the workbook. The test's own time limit is the only one. */
export function until(model: WorkbookModel, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = model.subscribe(() => {
      try {
        if (!holds()) return;
        stop();
        resolve();
      } catch (error) {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

/** The events of what happens in `act` and in the turn after it. */
export async function eventsOf(model: WorkbookModel, act: () => void): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  const stop = model.subscribe((event) => events.push(event));
  act();
  await new Promise((resolve) => setImmediate(resolve));
  stop();
  return events;
}
