/** Every refusal: status and code, in both spellings that clients are known to read. Only 2012 is published. */
export const REFUSALS = {
  'invalid-parameters': { status: 400, code: 2012, errorCode: 'INVALID_PARAMETERS' },
  'invalid-credentials': { status: 401, code: 1001, errorCode: 'INVALID_CREDENTIALS' },
  'not-authorized': { status: 403, code: 1003, errorCode: 'NOT_AUTHORIZED' },
  'user-disabled': { status: 403, code: 1004, errorCode: 'USER_DISABLED' },
  'not-found': { status: 404, code: 1404, errorCode: 'NOT_FOUND' },
  'method-not-allowed': { status: 405, code: 1405, errorCode: 'METHOD_NOT_ALLOWED' },
  unexpected: { status: 500, code: 1500, errorCode: 'UNEXPECTED' },
} as const;

/** One of `REFUSALS`. */
export type RefusalName = keyof typeof REFUSALS;

/** A refusal of the API, answered as `{"errors": […]}`. */
export class CloudmcFailure extends Error {
  override readonly name = 'CloudmcFailure';

  constructor(
    readonly kind: RefusalName,
    message: string,
    readonly context: Readonly<Record<string, string>> = {},
    /** Where an assumption decides it. */
    readonly status: number = REFUSALS[kind].status,
  ) {
    super(message);
  }
}
