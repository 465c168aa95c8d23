import { AppError } from '@core/domain/app-error';
import type { ReadHead, ReadOrder, ReadReport } from '@core/domain/inventory-reading';
import type { FileReader } from '@main/ports';

type Question = Extract<ReadReport, { type: 'mapping' }>;

/** What the beginning of a file says: its head, or that the operator has to say what its columns are. */
export type Beginning = { readonly head: ReadHead } | { readonly question: Question };

/** One file on its way from the reading process; what is there can be used while the rest is still read. */
export class FileReading {
  /** Fails like the whole reading. */
  readonly begun: Promise<Beginning>;
  private readonly pages: string[] = [];
  private state: 'reading' | 'complete' | AppError = 'reading';
  private waiting = new Set<() => void>();
  private readonly stop: () => void;
  private begin!: (beginning: Beginning) => void;
  private fail!: (error: AppError) => void;

  constructor(
    reader: FileReader,
    order: ReadOrder,
    private readonly progress: (done: number, of: number) => void,
  ) {
    this.begun = new Promise((resolve, reject) => {
      this.begin = resolve;
      this.fail = reject;
    });
    // Whoever waits for a page hears of it there.
    this.begun.catch(() => undefined);
    this.stop = reader.read(order, (report) => this.take(report));
  }

  /** Whether all of it was read and found right. */
  get complete(): boolean {
    return this.state === 'complete';
  }

  /** The pages, once all are there; fails with what was wrong with the file. */
  async whole(): Promise<readonly string[]> {
    await this.until(() => this.state !== 'reading');
    return this.pages;
  }

  /** One page, as soon as it is there. */
  async page(index: number): Promise<string> {
    await this.until(() => this.pages[index] !== undefined || this.state !== 'reading');
    const page = this.pages[index];
    if (page === undefined) throw new AppError('not-found', 'This inventory has no such page.');
    return page;
  }

  /** Reads no further. */
  end(): void {
    this.stop();
    if (this.state === 'reading')
      this.over(new AppError('cancelled', 'The file was not opened: its reading was ended.'));
  }

  private take(report: ReadReport): void {
    switch (report.type) {
      case 'progress':
        return this.progress(report.done, report.of);
      case 'head':
        return this.begin({ head: report.head });
      case 'mapping':
        return this.begin({ question: report });
      case 'page':
        this.pages.push(report.json);
        return this.wake();
      case 'done':
        return this.over('complete');
      case 'failed':
        return this.over(AppError.fromShape(report.error));
    }
  }

  private over(state: 'complete' | AppError): void {
    this.state = state;
    if (state !== 'complete') this.fail(state);
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = new Set();
    for (const go of waiting) go();
  }

  private async until(ready: () => boolean): Promise<void> {
    while (!ready()) await new Promise<void>((resolve) => this.waiting.add(resolve));
    if (this.state instanceof AppError) throw this.state;
  }
}
