import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { Crypto, PracticeAccess, PracticeHost } from '@main/ports';
import type { HostedProcess, ProcessHost } from '@main/storage/process-host';

const Texts = z.record(z.string(), z.string());

/** What the practice process says once it listens, or why it cannot. */
const Answer = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    consoles: z.record(
      z.string(),
      z.object({
        baseUrl: z.string(),
        origins: Texts,
        endpoints: Texts,
        own: z.object({ method: z.string(), fields: Texts }),
      }),
    ),
  }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** Runs the built-in practice console as a process of its own; it ends with Keydesk. */
export class PracticeProcess implements PracticeHost {
  private running: Promise<PracticeAccess> | null = null;

  constructor(
    readonly folder: string,
    private readonly host: ProcessHost,
    private readonly crypto: Crypto,
  ) {}

  start(): Promise<PracticeAccess> {
    this.running ??= this.launch().catch((error: unknown) => {
      this.running = null;
      throw error;
    });
    return this.running;
  }

  private launch(): Promise<PracticeAccess> {
    // SECURITY: known to main and the practice process alone, and new at every start.
    const token = this.crypto.token();
    const process = this.host.fork('practice');
    return new Promise((resolve, reject) => {
      const fail = (): void =>
        reject(new AppError('unexpected', 'The practice console did not start. Try again.'));
      process.onExit(() => {
        this.running = null;
        fail();
      });
      process.onMessage((message) => {
        const access = accessFrom(message, token);
        if (access !== null) return resolve(access);
        process.kill();
        fail();
      });
      this.ask(process, token);
    });
  }

  private ask(process: HostedProcess, token: string): void {
    process.post({ type: 'start', options: { dataFolder: this.folder, operatorToken: token } });
  }
}

function accessFrom(message: unknown, token: string): PracticeAccess | null {
  const answer = Answer.safeParse(message);
  if (!answer.success || answer.data.type === 'failed') return null;
  return { token, consoles: answer.data.consoles };
}
