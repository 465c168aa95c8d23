/** The outside world as interfaces: `index.ts` builds the real ones, tests their own. */

/** Wall clock and monotonic clock in milliseconds, and timers that tests can drive. */
export interface Clock {
  now(): number;
  /** Never jumps; for delays and deadlines. */
  monotonic(): number;
  after(ms: number, run: () => void): () => void;
}

/** The system clipboard, text only, the CLIPBOARD selection only. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** Dialogs that main shows itself. */
export interface Dialogs {
  /** Where to save; null when the operator cancels. `exists` tells that overwriting was confirmed there. */
  saveFile(suggestedName: string): Promise<{ path: string; overwrite: boolean } | null>;
  openFile(kind: 'certificate'): Promise<string | null>;
  confirm(question: { title: string; message: string; detail: string; action: string }): Promise<boolean>;
}

/** Opens one of our fixed https addresses in the system's browser. */
export interface Opener {
  open(url: string): Promise<void>;
}

/** The built-in practice console, in a process of its own. */
export interface PracticeHost {
  /** Starts it if needed; the origin and the credential are new at every start. */
  start(): Promise<PracticeAccess>;
  readonly folder: string;
}

/** How to reach the running practice console. */
export interface PracticeAccess {
  readonly baseUrl: string;
  readonly gatewayOrigin: string;
  readonly token: string;
}
