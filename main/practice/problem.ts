/** One wrong field of a request. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Every refusal of the management side: its status and title (RFC 9457). The name ends the problem's `type`. */
export const PROBLEMS = {
  'malformed-request': { status: 400, title: 'The request cannot be understood' },
  'idempotency-key-required': { status: 400, title: 'An Idempotency-Key is required' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'session-expired': { status: 401, title: 'The session has expired' },
  'wrong-credentials': { status: 401, title: 'Wrong user name or password' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  /** The environment is there and has no such key: the only answer that proves a deletion. */
  'no-such-key': { status: 404, title: 'No such key' },
  'not-editable': { status: 405, title: 'Keys cannot be edited here' },
  'still-in-flight': { status: 409, title: 'The first request is still in flight' },
  'changed-meanwhile': { status: 412, title: 'Changed by someone else' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-json': { status: 415, title: 'Only application/json is understood' },
  'wrong-host': { status: 421, title: 'Not a loopback host name' },
  'invalid-fields': { status: 422, title: 'Some fields are not valid' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  'if-match-required': { status: 428, title: 'An If-Match header is required' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  unexpected: { status: 500, title: 'The practice console failed' },
} as const;

/** One of `PROBLEMS`. */
export type ProblemName = keyof typeof PROBLEMS;

/** What a problem's `type` starts with: an address that never resolves. */
export const PROBLEM_BASE = 'https://practice.keydesk.example/problems';

/** What a problem may carry besides its sentence. */
export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal to be answered as `application/problem+json`. The message is for the operator and holds no secret. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemName,
    message: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(message);
  }

  get status(): number {
    return PROBLEMS[this.kind].status;
  }

  /** The body on the wire. */
  toBody(requestId: string): Record<string, unknown> {
    const { errors } = this.extras;
    return {
      type: `${PROBLEM_BASE}/${this.kind}`,
      title: PROBLEMS[this.kind].title,
      status: this.status,
      detail: this.message,
      ...(errors && { errors }),
      requestId,
    };
  }
}
