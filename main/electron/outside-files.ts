import { handedOver } from '@main/handed-over';

/** Electron's application, as far as it is listened to here. */
export interface HandingApp {
  on(event: 'open-file', listen: (event: { preventDefault(): void }, path: string) => void): unknown;
  on(event: 'second-instance', listen: (event: unknown, argv: string[], folder: string) => void): unknown;
}

/** Files that the system hands over: on our command line, on that of a second start, or by a double click on macOS. */
export class OutsideFiles {
  private waiting: string[] = [];
  private take: ((path: string) => void) | null = null;

  constructor(app: HandingApp) {
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.hand(path);
    });
    app.on('second-instance', (_event, argv, folder) => void this.look(argv.slice(1), folder));
  }

  /** Looks for a file among the arguments of a command line. */
  async look(args: readonly string[], folder: string): Promise<void> {
    const path = await handedOver(args, folder);
    if (path !== null) this.hand(path);
  }

  /** From now on they go here; those that came before come at once. */
  to(take: (path: string) => void): void {
    this.take = take;
    for (const path of this.waiting.splice(0)) take(path);
  }

  private hand(path: string): void {
    if (this.take === null) this.waiting.push(path);
    else this.take(path);
  }
}
