import { createHash } from 'node:crypto';
import { Problem } from './problem';
import type { Store } from './store';

/** Answers to requests with an Idempotency-Key, so that the same request gets the same answer. */
export const REPLAY_TABLE = `
create table if not exists replays (
  operatorId text not null, idempotencyKey text not null, fingerprint text not null,
  status integer not null, headers text not null, body text not null, createdAt integer not null,
  primary key (operatorId, idempotencyKey)
) without rowid;
create index if not exists replays_age on replays (createdAt);`;

/** An answer as it is kept. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A request that carries an Idempotency-Key. */
export interface IdempotentRequest {
  readonly operatorId: string;
  readonly idempotencyKey: string;
  readonly fingerprint: string;
}

/** JSON with sorted names: two payloads that mean the same are written the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

/** What makes a request the same one: its target and its payload. */
export function fingerprint(target: string, payload: unknown): string {
  return createHash('sha256')
    .update(`${target}\n${canonical(payload ?? null)}`)
    .digest('hex');
}

/** Keeps answers for `retentionMs`, and knows which requests are being answered right now. */
export class Replays {
  private readonly inFlight = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly retentionMs: number,
  ) {}

  /**
   * The kept answer of the same request, or `null` when it is new; then the request counts as in flight until
   * `release`. Throws `still-in-flight`, or `idempotency-key-reused` for another payload.
   */
  claim(request: IdempotentRequest, now: number): KeptAnswer | null {
    const flight = flightOf(request);
    if (this.inFlight.has(flight))
      throw new Problem(
        'still-in-flight',
        'The first request with this Idempotency-Key is not answered yet.',
      );
    this.forget(now);
    const kept = this.find(request);
    if (!kept) {
      this.inFlight.add(flight);
      return null;
    }
    if (kept.fingerprint !== request.fingerprint)
      throw new Problem(
        'idempotency-key-reused',
        'This Idempotency-Key was used for a request with another payload.',
      );
    return {
      status: kept.status,
      headers: JSON.parse(kept.headers) as Record<string, string>,
      body: JSON.parse(kept.body) as unknown,
    };
  }

  /** Keeps an answer; to be called in the transaction that makes it true. */
  keep(request: IdempotentRequest, answer: KeptAnswer, now: number): void {
    this.store.db
      .prepare('insert into replays values (?, ?, ?, ?, ?, ?, ?)')
      .run(
        request.operatorId,
        request.idempotencyKey,
        request.fingerprint,
        answer.status,
        JSON.stringify(answer.headers),
        JSON.stringify(answer.body),
        now,
      );
  }

  /** The request has been answered, or its caller has gone. */
  release(request: IdempotentRequest): void {
    this.inFlight.delete(flightOf(request));
  }

  private forget(now: number): void {
    this.store.db.prepare('delete from replays where createdAt < ?').run(now - this.retentionMs);
  }

  private find(request: IdempotentRequest): ReplayRow | undefined {
    return this.store.db
      .prepare('select * from replays where operatorId = ? and idempotencyKey = ?')
      .get(request.operatorId, request.idempotencyKey) as ReplayRow | undefined;
  }
}

interface ReplayRow {
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

function flightOf(request: IdempotentRequest): string {
  return JSON.stringify([request.operatorId, request.idempotencyKey]);
}
