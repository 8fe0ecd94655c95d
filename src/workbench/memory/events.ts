/** Events of the workbook in memory: listeners hear of what happened after the call that did it has returned. */
import type { ModelEvent } from '../model';

export class EventQueue {
  private readonly listeners = new Set<(event: ModelEvent) => void>();
  private readonly queue: ModelEvent[] = [];

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event: ModelEvent): void {
    this.queue.push(event);
    if (this.queue.length > 1) return;
    queueMicrotask(() => {
      for (const told of this.queue.splice(0)) for (const listener of this.listeners) listener(told);
    });
  }
}
