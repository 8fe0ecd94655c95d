/** What can be undone, in steps. What is recorded while `asOneStep` runs is one of them. */

export interface Change {
  back(): void;
  again(): void;
}

export class History {
  private undone: Change[][] = [];
  private done: Change[][] = [];
  private open: Change[] | null = null;
  private isReplaying = false;

  asOneStep(work: () => void): void {
    if (this.open !== null) {
      work();
      return;
    }
    const step: Change[] = [];
    this.open = step;
    try {
      work();
    } finally {
      this.open = null;
      this.push(step);
    }
  }

  /** A change that has been made. Undoing and redoing record nothing themselves. */
  record(change: Change): void {
    if (this.isReplaying) return;
    if (this.open === null) this.push([change]);
    else this.open.push(change);
  }

  /** False when there is nothing to undo. */
  undo(): boolean {
    const step = this.done.pop();
    if (step === undefined) return false;
    this.replay(() => {
      for (const change of [...step].reverse()) change.back();
    });
    this.undone.push(step);
    return true;
  }

  redo(): boolean {
    const step = this.undone.pop();
    if (step === undefined) return false;
    this.replay(() => {
      for (const change of step) change.again();
    });
    this.done.push(step);
    return true;
  }

  private replay(work: () => void): void {
    this.isReplaying = true;
    try {
      work();
    } finally {
      this.isReplaying = false;
    }
  }

  private push(step: Change[]): void {
    if (step.length === 0) return;
    this.done.push(step);
    this.undone = [];
  }
}
