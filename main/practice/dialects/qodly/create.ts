import { randomBytes, randomUUID } from 'node:crypto';
import { Problem } from '../../problem';
import { fingerprint, type IdempotentRequest, type KeptAnswer } from '../../replays';
import { etagOf, keyAnswer } from './answers';
import type { EnvironmentRecord } from './environment-store';
import { environmentOf, readBody } from './input';
import { settle } from './key-rules';
import type { KeyRecord } from './key-store';
import type { QodlyAnswer, QodlyCall, QodlyDesk, QodlyRoute } from './route';
import { IssuedKeyAnswer, KeyDraft } from './schema';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

function idempotentRequest(call: QodlyCall): IdempotentRequest {
  const idempotencyKey = call.header('idempotency-key') ?? '';
  if (!IDEMPOTENCY_KEY.test(idempotencyKey))
    throw new Problem(
      'idempotency-key-required',
      'Creating a key needs an Idempotency-Key header of 1 to 255 visible characters without blanks.',
    );
  return {
    operatorId: call.operator.id,
    idempotencyKey,
    fingerprint: fingerprint(call.target, call.body),
  };
}

function newKey(call: QodlyCall, desk: QodlyDesk, environment: EnvironmentRecord): KeyRecord {
  const draft = readBody(KeyDraft, call.body);
  const now = desk.context.clock();
  const roleNames = desk.environments.roles(environment.id).map(({ name }) => name);
  const { assumptions } = desk.context;
  const settled = settle(draft, { environment, roleNames, now, assumptions });
  const typed = environment.generation === 3;
  return {
    id: `key-${randomBytes(9).toString('hex')}`,
    environmentId: environment.id,
    name: settled.name ?? '',
    type: typed ? (settled.type ?? 'standard') : null,
    role: draft.role,
    createdAt: now,
    createdBy: typed ? call.operator.email : null,
    expiresAt: settled.expiresAt ?? null,
    allowedHosts: settled.allowedHosts ?? [],
    lastUsedAt: null,
    lastUsedIp: null,
    secret: randomUUID(),
    clientRef: draft.clientRef ?? null,
    revision: 1,
    revokedAt: null,
  };
}

function issue(call: QodlyCall, desk: QodlyDesk, request: IdempotentRequest): KeptAnswer {
  const key = newKey(call, desk, environmentOf(call, desk));
  const answer = {
    status: 201,
    headers: { ETag: etagOf(key) },
    body: { ...keyAnswer(key), secret: key.secret },
  };
  desk.context.store.atomically(() => {
    desk.keys.add([key]);
    desk.context.replays.keep(request, answer, key.createdAt);
  });
  return answer;
}

function createKey(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  environmentOf(call, desk);
  const { replays, clock } = desk.context;
  const request = idempotentRequest(call);
  const kept = replays.claim(request, clock());
  if (kept) return { ...kept, headers: { ...kept.headers, 'Idempotency-Replayed': 'true' } };
  call.onClosed(() => replays.release(request));
  return issue(call, desk, request);
}

/** Creating a key, at most once for each Idempotency-Key. */
export const CREATE_ROUTES: readonly QodlyRoute[] = [
  {
    method: 'POST',
    path: '/environments/{environment}/keys',
    right: 'keys:write',
    doc: {
      operationId: 'createKey',
      summary:
        'Creates a key and shows its secret. The same request with the same Idempotency-Key gets the same ' +
        'answer for at least 24 hours, marked Idempotency-Replayed; a refused request may be corrected and ' +
        'sent again with the same Idempotency-Key.',
      headers: { 'Idempotency-Key': true },
      body: KeyDraft,
      status: 201,
      answer: IssuedKeyAnswer,
      answerHeaders: ['ETag', 'Idempotency-Replayed'],
      problems: ['idempotency-key-required', 'idempotency-key-reused', 'still-in-flight', 'not-found'],
    },
    handle: createKey,
  },
];
