import { randomBytes } from 'node:crypto';
import type { WebContents, WebFrameMain } from 'electron';
import { failure, success, type Result } from '@core/contract/result';
import { callChannel, type CallShape, type ContractShape, type Handlers } from '@core/contract/shape';
import { AppError } from '@core/domain/app-error';
import type { Log, LogFacts } from '@main/ports';

/** Who sent a message, as far as it is looked at. */
export interface Message {
  readonly sender: Pick<WebContents, 'id'>;
  readonly senderFrame: Pick<WebFrameMain, 'origin' | 'parent'> | null;
}

/** Where calls arrive: the channels of one page. */
export interface CallSource {
  readonly id: number;
  readonly ipc: { handle(channel: string, answer: (message: Message, input: unknown) => unknown): void };
}

/** What answering calls needs. */
export interface ServeParts<C extends ContractShape> {
  readonly contract: C;
  readonly page: CallSource;
  /** The only origin whose messages are answered. */
  readonly origin: string;
  readonly handlers: Handlers<C>;
  readonly isLocked: () => boolean;
  readonly log: Log;
  /** The safe facts of a failure. */
  readonly describe: (error: unknown) => LogFacts;
}

type Handler = (input: unknown) => unknown;

interface Call extends CallShape {
  readonly name: string;
  readonly handler: Handler;
}

/** Answers every call of the contract with an envelope; nothing is ever thrown across. */
export function serve<C extends ContractShape>(parts: ServeParts<C>): void {
  // Each handler is only ever given what its own schema let through.
  const handlers = parts.handlers as Record<string, Record<string, Handler>>;
  for (const [group, calls] of Object.entries(parts.contract.calls)) {
    for (const [name, shape] of Object.entries(calls)) {
      const handler = handlers[group]?.[name];
      if (handler === undefined) throw new Error(`Nothing handles ${group}.${name}.`);
      const call: Call = { ...shape, name: `${group}.${name}`, handler };
      parts.page.ipc.handle(callChannel(group, name), (message, input) =>
        answer(call, parts, message, input),
      );
    }
  }
}

async function answer(
  call: Call,
  parts: Omit<ServeParts<ContractShape>, 'handlers' | 'contract'>,
  message: Message,
  input: unknown,
): Promise<Result<unknown>> {
  try {
    if (!isFromPage(message, parts)) throw strangerError();
    if (parts.isLocked() && !worksLocked(call.name)) throw lockedError();
    const given = call.input.safeParse(input);
    if (!given.success) throw inputError(given.error.issues[0]?.path ?? []);
    return success(call.output.parse(await call.handler(given.data)));
  } catch (error) {
    return failure(reported(error, call.name, parts));
  }
}

/** SECURITY: only the top frame of our own page; a frame that is gone, embedded or elsewhere is a stranger. */
function isFromPage(message: Message, { page, origin }: { page: { id: number }; origin: string }): boolean {
  try {
    const { sender, senderFrame } = message;
    return sender.id === page.id && senderFrame?.parent === null && senderFrame.origin === origin;
  } catch {
    // Electron throws when a frame that was destroyed meanwhile is looked at.
    return false;
  }
}

const worksLocked = (name: string): boolean => name.startsWith('app.') || name === 'settings.read';

function reported(
  error: unknown,
  call: string,
  { log, describe }: Pick<ServeParts<ContractShape>, 'log' | 'describe'>,
): AppError {
  if (error instanceof AppError) {
    log.info('call.refused', { ...describe(error), call });
    return error;
  }
  const incident = randomBytes(2).toString('hex').toUpperCase();
  log.error('call.failed', { ...describe(error), call, incident });
  const message = `Something went wrong inside Keydesk. The log has it under incident ${incident}.`;
  return new AppError('unexpected', message, { incident });
}

const strangerError = (): AppError => new AppError('forbidden', 'Keydesk answers only its own window.');

const lockedError = (): AppError => new AppError('locked', 'Keydesk is locked. Unlock it and try again.');

function inputError(path: readonly PropertyKey[]): AppError {
  const message = 'The window sent something that Keydesk does not accept. Check what you entered.';
  const field = path.map(String).join('.').slice(0, 64);
  return new AppError('invalid-input', message, field === '' ? {} : { field });
}
