import { AppError } from '@core/domain/app-error';
import type { LogFacts } from '@main/ports';

const FRAME = /([\w.-]+\.(?:[cm]?js|tsx?)):(\d+):\d+\)?$/;

/**
 * What of a failure may be logged. SECURITY: of an unexpected one only its kind and the place in our code: its message
 * and properties have been seen to carry requests with their credentials.
 */
export function errorFacts(error: unknown): LogFacts {
  if (error instanceof AppError) {
    const { status, system, requestId, incident } = error.facts;
    return { code: error.code, ...defined({ status, system, requestId, incident }) };
  }
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return { code: 'unexpected', error: name, ...defined({ where: topFrame(error) }) };
}

function topFrame(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // SECURITY: the stack begins with the message, which may itself look like a frame.
  const stack = error.stack ?? '';
  const message = stack.indexOf(error.message);
  if (message < 0 || stack.slice(0, message).includes('\n')) return undefined;
  for (const frame of stack.slice(message + error.message.length).split('\n')) {
    const [, file, line] = FRAME.exec(frame) ?? [];
    if (file !== undefined && line !== undefined) return `${file}:${line}`;
  }
  return undefined;
}

const defined = (facts: Record<string, string | number | undefined>): LogFacts =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact]])),
  );
