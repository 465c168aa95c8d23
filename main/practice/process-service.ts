import { AppError } from '@core/domain/app-error';
import { Report, Request } from './process-messages';
import { startPractice, type PracticeConsole } from './server';

/** The end of the line to the parent process. */
export interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: Report): void;
}

const sentence = (error: unknown): string =>
  error instanceof AppError ? error.message : 'The practice console could not be started.';

/**
 * Starts and stops a practice console as the parent process asks, one request after the other. `ended` is called
 * once it has been stopped. A request that makes no sense is answered with `failed`.
 */
export function servePractice(port: ParentPort, ended: () => void): void {
  let running: PracticeConsole | null = null;
  let turn = Promise.resolve();

  const handle = async (request: Request): Promise<Report> => {
    if (request.type === 'stop') {
      await running?.stop();
      running = null;
      return { type: 'stopped' };
    }
    if (running) return { type: 'failed', message: 'The practice console is already running.' };
    running = await startPractice(request.options);
    const { consoles, dataFolder } = running;
    return Report.parse({ type: 'ready', consoles, dataFolder });
  };

  port.on('message', ({ data }) => {
    turn = turn.then(async () => {
      const report = await Promise.resolve(data)
        .then((message) => handle(Request.parse(message)))
        .catch((error: unknown): Report => ({ type: 'failed', message: sentence(error) }));
      port.postMessage(report);
      if (report.type === 'stopped') ended();
    });
  });
}
