import { redactMarked, type KnownSecrets } from '@core/text/redact';
import type { LogFacts } from '@main/ports';
import { LOG_LEVELS, type LogLevel, type LogSink, type NamedLog } from './log';
import { safeFacts } from './log-facts';

const EVENT = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+){0,5}$/;

/** What a log writes to and from which level on. */
export interface LoggerParts {
  readonly sinks: readonly LogSink[];
  readonly secrets: KnownSecrets;
  readonly level: LogLevel;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Writes events as JSON lines: time, level, name, event and the facts that are allowed.
 * An event is a short name like `keychain.locked`; a sentence in its place is left out, since it could hold anything.
 */
export class Logger implements NamedLog {
  /** A property, so that it can be passed on by itself. */
  readonly redact = (secret: string): void => this.parts.secrets.add(secret);

  constructor(
    private readonly parts: LoggerParts,
    private readonly name = 'main',
  ) {}

  debug(event: string, facts?: LogFacts): void {
    this.write('debug', event, facts);
  }

  info(event: string, facts?: LogFacts): void {
    this.write('info', event, facts);
  }

  warn(event: string, facts?: LogFacts): void {
    this.write('warn', event, facts);
  }

  error(event: string, facts?: LogFacts): void {
    this.write('error', event, facts);
  }

  child(name: string): Logger {
    return new Logger(this.parts, name);
  }

  private write(level: LogLevel, event: string, facts: LogFacts = {}): void {
    const { level: lowest, sinks, secrets, now } = this.parts;
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(lowest)) return;
    const named = EVENT.test(event) ? event : 'log.bad-event';
    const head = { time: new Date(now()).toISOString(), level, name: this.name, event: named };
    // SECURITY: the whole line once more, whatever became of its parts.
    const line = redactMarked(secrets.redact(JSON.stringify({ ...head, ...safeFacts(facts) })));
    for (const sink of sinks) sink.write(line);
  }
}
