import * as z from 'zod';

/** The closed list of expected failures. Anything else is a bug and becomes `unexpected` with an incident number. */
export const APP_ERROR_CODES = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid-input',
  'rate-limited',
  'offline',
  'timeout',
  'tls',
  'redirected',
  'bad-answer',
  'server',
  'keychain-locked',
  'keychain-missing',
  'keychain-unresponsive',
  'storage',
  'locked',
  'cancelled',
  'unexpected',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Small facts that are safe to show and to log: never a body, a header or a secret. */
export const AppErrorFacts = z.object({
  /** HTTP status the console answered with. */
  status: z.number().int().optional(),
  /** The console's own name for the exchange, for its support. */
  requestId: z.string().max(128).optional(),
  /** How long the console asked us to wait, in milliseconds. */
  retryAfterMs: z.number().int().nonnegative().optional(),
  /** The form field the failure belongs to. */
  field: z.string().max(64).optional(),
  /** The origin a redirect pointed at, or the file or system name involved. */
  place: z.string().max(300).optional(),
  /** The system's code (ENOSPC, ECONNREFUSED, CERT_HAS_EXPIRED…). */
  system: z.string().max(64).optional(),
  /** Short number that also stands in the log. */
  incident: z.string().max(16).optional(),
});
export type AppErrorFacts = z.infer<typeof AppErrorFacts>;

/** What of an `AppError` crosses to the renderer. */
export const AppErrorShape = z.object({
  code: z.enum(APP_ERROR_CODES),
  message: z.string().max(500),
  facts: AppErrorFacts,
});
export type AppErrorShape = z.infer<typeof AppErrorShape>;

/**
 * An expected failure: a code, a sentence we wrote, and small safe facts.
 * SECURITY: it has no `cause` and never a vendor's body: both have been seen to carry credentials.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly facts: AppErrorFacts = {},
  ) {
    super(message);
  }

  /** The plain form for the envelope and the log. */
  toShape(): AppErrorShape {
    return { code: this.code, message: this.message, facts: this.facts };
  }

  /** Rebuilds the error on the other side of the bridge. */
  static fromShape(shape: AppErrorShape): AppError {
    return new AppError(shape.code, shape.message, shape.facts);
  }
}
