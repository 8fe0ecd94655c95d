/** Collects what comes in quick succession and hands it over when it has been quiet for a moment. */
export class Burst<T> {
  private held: T[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    /** Milliseconds. */
    private readonly quiet: number,
    private readonly told: (items: readonly T[]) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  add(item: T): void {
    this.held.push(item);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const items = this.held;
      this.held = [];
      this.timer = null;
      this.told(items).catch(this.failed);
    }, this.quiet);
  }

  /** What is held is not handed over any more. */
  end(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.held = [];
  }
}
