import type { AppError } from '@core/domain/app-error';
import type * as ports from '@main/ports';

/** A clipboard in memory; other programs write `content`. */
export class FakeClipboard implements ports.Clipboard {
  content = '';
  /** What reading and writing end in. */
  unreadable: AppError | null = null;
  unwritable: AppError | null = null;
  /** Holds a read up until it resolves. */
  gate: Promise<void> | null = null;

  async read(): Promise<string> {
    const { content } = this;
    await this.gate;
    if (this.unreadable !== null) throw this.unreadable;
    return content;
  }

  async write(text: string): Promise<void> {
    if (this.unwritable !== null) throw this.unwritable;
    this.content = text;
  }
}

type Question = Parameters<ports.Dialogs['confirm']>[0];

/** An operator at the native dialogs, with answers ready. */
export class FakeDialogs implements ports.Dialogs {
  confirms = true;
  saveAs: { path: string; overwrite: boolean } | null = { path: '/home/ada/key.txt', overwrite: false };
  opens: string | null = null;
  readonly questions: Question[] = [];
  readonly suggested: string[] = [];

  async confirm(question: Question): Promise<boolean> {
    this.questions.push(question);
    return this.confirms;
  }

  async saveFile(suggestedName: string): Promise<{ path: string; overwrite: boolean } | null> {
    this.suggested.push(suggestedName);
    return this.saveAs;
  }

  async openFile(): Promise<string | null> {
    return this.opens;
  }
}

/** A place for secret files that can be full. */
export class FakeFiles implements ports.SecretFiles {
  failure: AppError | null = null;
  readonly saved = new Map<string, { text: string; overwrite: boolean }>();

  async save(path: string, text: string, overwrite: boolean): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.saved.set(path, { text, overwrite });
  }
}

/** A log that keeps its lines and what it was told to take out of them. */
export class FakeLog implements ports.Log {
  readonly lines: { event: string; facts: ports.LogFacts }[] = [];
  readonly secrets: string[] = [];
  readonly redact = (secret: string): void => void this.secrets.push(secret);
  readonly info = this.write.bind(this);
  readonly warn = this.write.bind(this);
  readonly error = this.write.bind(this);

  private write(event: string, facts: ports.LogFacts = {}): void {
    this.lines.push({ event, facts });
  }
}

/** A practice console that starts on another port whenever it crashed. */
export class FakePractice implements ports.PracticeHost {
  readonly folder = '/home/ada/Keydesk training';
  starts = 0;
  /** The vendors it speaks for. */
  vendors: readonly string[] = ['qodly'];
  private port = 4_000;

  async start(): Promise<ports.PracticeAccess> {
    this.starts += 1;
    const origin = `http://127.0.0.1:${this.port}`;
    const token = `practice-token-${this.port}`;
    const own = { method: 'token', fields: { token } };
    const console = (vendor: string): [string, ports.PracticeConsoleAccess] => [
      vendor,
      { baseUrl: `${origin}/${vendor}`, origins: {}, endpoints: {}, own },
    ];
    return { token, consoles: Object.fromEntries(this.vendors.map(console)) };
  }

  crash(): void {
    this.port += 1;
  }
}
