import * as z from 'zod';
import { AppError, type AppErrorFacts } from '@core/domain/app-error';
import { retryAfterMs, waitText } from '@main/http/retry-after';

/** A refusal as it came back, with what is needed to name it; nothing of it is copied but the facts below. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when it was not JSON. */
  readonly body: unknown;
  readonly url: URL;
  /** The fields of the request's own body: the only ones that may be named. */
  readonly fields: readonly string[];
  /** The problem without which a 404 does not prove that something is gone. */
  readonly goneProblem: string | undefined;
  /** Console's time in epoch milliseconds. */
  readonly now: number;
}

const ProblemType = z.object({ type: z.string() });
const Problem = z.object({ errors: z.array(z.object({ field: z.string() })).min(1) });

/**
 * What an answer outside 200–299 means.
 * SECURITY: the sentences are ours and the facts are checked: a console may echo a token anywhere in its answer.
 */
export function statusError(refusal: Refusal): AppError {
  const { status } = refusal;
  const facts: AppErrorFacts = { status };
  if (status >= 300 && status < 400) return redirected(refusal);
  if (status === 408)
    return new AppError('timeout', 'The console did not wait for the whole request.', facts);
  if (status === 429) return busy(refusal);
  if (status >= 500) return failing(refusal);
  if (status === 404 || status === 410) return missing(refusal);
  return clientError(refusal, facts);
}

function clientError(refusal: Refusal, facts: AppErrorFacts): AppError {
  switch (refusal.status) {
    case 401:
      return new AppError(
        'unauthorized',
        'The console does not accept the credentials. Sign in again.',
        facts,
      );
    case 403:
      return new AppError('forbidden', 'The console does not allow this operator to do that.', facts);
    case 405:
      return new AppError('forbidden', 'The console does not offer that here.', facts);
    case 409:
      return new AppError('conflict', 'The console is still busy with an earlier request for this.', facts);
    case 412:
    case 428:
      return new AppError('conflict', 'Somebody else changed this meanwhile. Nothing was written.', facts);
    case 400:
    case 422:
      return invalid(refusal);
    default:
      return new AppError(
        'invalid-input',
        `The console refused the request (HTTP ${refusal.status}).`,
        facts,
      );
  }
}

function redirected({ status, headers, url }: Refusal): AppError {
  const target = headers['location'] ?? '';
  const origin = target !== '' && URL.canParse(target, url.href) ? new URL(target, url.href).origin : 'null';
  if (origin === 'null')
    return new AppError('bad-answer', 'The console points somewhere else without saying where.', { status });
  const sentence =
    origin === url.origin
      ? 'The console sends Keydesk to another page, perhaps a sign-in page. Check the path of the console URL.'
      : `The console moved to ${origin.slice(0, 200)}. Nothing was sent there; change the console URL if that is right.`;
  return new AppError('redirected', sentence, { status, place: origin.slice(0, 300) });
}

function busy({ status, headers, now }: Refusal): AppError {
  const wait = retryAfterMs(headers['retry-after'], now);
  if (wait === undefined)
    return new AppError('rate-limited', 'The console asks for a pause. Try again later.', { status });
  const sentence = `The console asks for a pause. Try again in ${waitText(wait)}.`;
  return new AppError('rate-limited', sentence, { status, retryAfterMs: wait });
}

function failing({ status, headers, now }: Refusal): AppError {
  const wait = retryAfterMs(headers['retry-after'], now);
  const sentence = `The console has a problem of its own (HTTP ${status}). Try again later or tell its administrator.`;
  return new AppError('server', sentence, { status, ...(wait === undefined ? {} : { retryAfterMs: wait }) });
}

function missing({ status, body, goneProblem }: Refusal): AppError {
  const { data } = ProblemType.safeParse(body);
  // SECURITY: neither a page of a proxy nor a wrong address may ever count as proof that a key is gone.
  if (body === undefined || (goneProblem !== undefined && data?.type.split('/').at(-1) !== goneProblem))
    return new AppError(
      'bad-answer',
      `The answer says nothing about this: the address leads nowhere (HTTP ${status}). Check the console URL.`,
      { status },
    );
  return new AppError('not-found', 'The console does not have this (any more).', { status });
}

function invalid({ status, body, fields }: Refusal): AppError {
  const named = Problem.safeParse(body).data?.errors[0]?.field;
  // `allowedHosts.0` is about the field `allowedHosts`.
  const field = fields.find((name) => name === named?.split('.')[0]);
  if (field === undefined)
    return new AppError('invalid-input', `The console refused what was entered (HTTP ${status}).`, {
      status,
    });
  return new AppError('invalid-input', 'The console refused what was entered here.', { status, field });
}
