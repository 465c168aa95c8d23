import { randomUUID } from 'node:crypto';
import { send, type Answered, type PracticeForTest } from '@test/support/practice';

/** A key on the wire, as far as the suites look at it. */
export interface WireKey {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly role: string;
  readonly createdAt: string;
  readonly createdBy?: string;
  readonly expiresAt: string | null;
  readonly allowedHosts: string[];
  readonly lastUsedAt?: string | null;
  readonly lastUsedIp?: string | null;
  readonly hint: string;
  readonly clientRef: string | null;
  readonly revision: string;
}
export type IssuedWireKey = WireKey & { readonly secret: string };
export interface WireProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly requestId: string;
}

/** An instant so many days from now, or from another time in milliseconds. */
export function inDays(days: number, from = Date.now()): string {
  return new Date(from + days * 86_400_000).toISOString();
}

/** A draft that is possible in every environment of the present generation. */
export function draft(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { name: 'Contract test', role: 'Admin', expiresAt: inDays(30), allowedHosts: [], ...changes };
}

/** Sends a draft; the administrator's token and a fresh Idempotency-Key unless others are given. */
export function create(
  practice: PracticeForTest,
  body: unknown,
  { environment = 'production', idempotencyKey = String(randomUUID()), token = practice.adminToken } = {},
): Promise<Answered<IssuedWireKey & WireProblem>> {
  return send('POST', `${practice.api}/environments/${environment}/keys`, {
    token,
    body,
    headers: { 'Idempotency-Key': idempotencyKey },
  });
}

/** Creates a key that must come into being. */
export async function issued(
  practice: PracticeForTest,
  changes: Record<string, unknown> = {},
  environment = 'production',
): Promise<IssuedWireKey> {
  const { status, body } = await create(practice, draft(changes), { environment });
  if (status !== 201) throw new Error(`The key was not created: ${status} ${body.detail}`);
  return body;
}

/** Address of a key. */
export function keyUrl(
  practice: PracticeForTest,
  { id }: { id: string },
  environment = 'production',
): string {
  return `${practice.api}/environments/${environment}/keys/${id}`;
}

/** Asks the data plane, with a key or without. */
export function use(
  practice: PracticeForTest,
  path: string,
  secret?: string,
): Promise<Answered<{ error?: string } & Record<string, unknown>>> {
  const headers = secret === undefined ? {} : { 'api-key': secret };
  return send('GET', `${practice.gatewayOrigin}/${path}`, { headers });
}

/** The name at the end of a problem's type. */
export function kindOf({ body }: Answered<WireProblem>): string {
  return body.type.split('/').at(-1) ?? '';
}
