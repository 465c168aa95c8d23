import type { Log, LogFacts } from '@main/ports';

/** One line that was logged. */
export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: LogFacts;
}

/** A log that keeps its lines. */
export function fakeLog(): Log & { readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const line =
    (level: LoggedLine['level']) =>
    (event: string, facts: LogFacts = {}): void =>
      void lines.push({ level, event, facts });
  return { lines, info: line('info'), warn: line('warn'), error: line('error'), redact: () => undefined };
}
