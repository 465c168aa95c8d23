/** Runs jobs one after the other, in the order given; a failed job does not stop the next. */
export class SerialQueue {
  private last: Promise<void> = Promise.resolve();

  /** Resolves or rejects as the job does. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.last.then(job);
    // SECURITY: what a job gave may be a credential; the queue must not keep it alive until the next one.
    this.last = result.then(forget, forget);
    return result;
  }

  /** Resolves when everything queued so far has ended. */
  async idle(): Promise<void> {
    await this.last;
  }
}

const forget = (): void => undefined;
