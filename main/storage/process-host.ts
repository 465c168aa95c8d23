/** The programs that Keydesk runs beside itself. */
export type ProcessName = 'keychain' | 'practice' | 'reader';

/** One running program of ours. Messages are plain data. */
export interface HostedProcess {
  /** Kept until the program is ready to listen; lost when it has ended. */
  post(message: unknown): void;
  onMessage(listen: (message: unknown) => void): void;
  /** Called once, also when it could not be started. */
  onExit(listen: () => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** Starts our programs. */
export interface ProcessHost {
  fork(name: ProcessName, args?: readonly string[]): HostedProcess;
}
