/** Runs at most `width` jobs at a time for each name; the rest wait in the order they came. */
export class Lanes {
  private readonly free = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly width: number) {}

  /** Runs a job when there is room for it. */
  async run<T>(name: string, job: () => Promise<T>): Promise<T> {
    await this.enter(name);
    try {
      return await job();
    } finally {
      this.leave(name);
    }
  }

  private enter(name: string): Promise<void> | void {
    const free = this.free.get(name) ?? this.width;
    if (free > 0) {
      this.free.set(name, free - 1);
      return;
    }
    return new Promise((resolve) => {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), resolve]);
    });
  }

  private leave(name: string): void {
    const next = this.waiting.get(name)?.shift();
    if (next === undefined) this.free.set(name, (this.free.get(name) ?? 0) + 1);
    else next();
  }
}
