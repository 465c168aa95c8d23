import type { Log, LogFacts } from '@main/ports';

/** From the least to the most urgent. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Takes finished lines, without their line end. Never throws: a log must not break what it reports on. */
export interface LogSink {
  write(line: string): void;
}

/** The log with everything that only the composition and the process itself need. */
export interface NamedLog extends Log {
  debug(event: string, facts?: LogFacts): void;
  /** A log whose lines carry this name. */
  child(name: string): NamedLog;
}
