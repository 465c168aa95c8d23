import { AppError } from '@core/domain/app-error';
import { ReadReport, type ReadOrder } from '@core/domain/inventory-reading';
import type { Clock, FileReader } from '@main/ports';
import type { ProcessHost } from '@main/storage/process-host';

/** No file that is within the limits takes longer. */
const DEADLINE_MS = 10_000;

const LATE = 'This file took too long to read. It is not an ordinary inventory; nothing was opened.';
const ENDED =
  'This file could not be read: it asks for more memory than an inventory needs. Nothing was opened.';

const failed = (message: string): ReadReport => ({
  type: 'failed',
  error: new AppError('invalid-input', message).toShape(),
});

/** SECURITY: reads each file in a process of its own, which is killed when it has said all, is late, or is not wanted. */
export class ReaderProcesses implements FileReader {
  constructor(
    private readonly host: ProcessHost,
    private readonly clock: Pick<Clock, 'after'>,
  ) {}

  read(order: ReadOrder, report: (report: ReadReport) => void): () => void {
    const process = this.host.fork('reader');
    let over = false;
    const end = (): void => {
      over = true;
      stopClock();
      process.kill();
    };
    const say = (said: ReadReport): void => {
      if (over) return;
      if (said.type === 'done' || said.type === 'mapping' || said.type === 'failed') end();
      report(said);
    };
    const stopClock = this.clock.after(DEADLINE_MS, () => say(failed(LATE)));
    process.onExit(() => say(failed(ENDED)));
    process.onMessage((message) => say(ReadReport.safeParse(message).data ?? failed(ENDED)));
    process.post(order);
    return end;
  }
}
