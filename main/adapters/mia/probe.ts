import { randomBytes } from 'node:crypto';
import { AppError } from '@core/domain/app-error';
import type { ProbeReport } from '@core/domain/probe';
import { CACHED, FRESH, isCached } from '@main/adapters/fresh';
import type { Http, HttpAnswer } from '@main/http/http';
import { RawRefusal } from './schema';

type Finding = Pick<ProbeReport, 'verdict' | 'reason'>;

const WORKS: Finding = { verdict: 'accepted', reason: 'ok' };
const WEAK: Finding = { verdict: 'accepted', reason: 'role-too-weak' };
const REFUSED: Finding = { verdict: 'refused', reason: 'not-valid' };
const STRANGE: Finding = { verdict: 'inconclusive', reason: 'strange-answer' };
const STOPPED: Finding = { verdict: 'inconclusive', reason: 'environment-stopped' };
const UNREACHABLE: Finding = { verdict: 'inconclusive', reason: 'unreachable' };

/** What one and the same call is answered with different keys. */
export interface Answers {
  readonly withKey: HttpAnswer;
  /** With a key that nobody has. */
  readonly withWrongKey: HttpAnswer;
  readonly withoutKey: HttpAnswer;
}

const isRefusal = ({ status }: HttpAnswer): boolean => status === 401 || status === 403;
const isGatewayDown = ({ status }: HttpAnswer): boolean => status >= 502 && status <= 504;
/** The call got through, to something or to nothing. */
const isThrough = ({ status, body }: HttpAnswer): boolean =>
  (status >= 200 && status < 300) || (status === 404 && body !== undefined);

/** Whether two answers say the same, as far as they say why. */
function isSame(one: HttpAnswer, other: HttpAnswer): boolean {
  const reason = ({ status, body }: HttpAnswer): string => {
    const { error, message } = RawRefusal.safeParse(body).data ?? {};
    return JSON.stringify([status, error, message]);
  };
  return reason(one) === reason(other);
}

/**
 * What the answers say of the key. The gateway documents that it refuses an unknown key everywhere, and not how: so
 * a key works where it is treated otherwise than one that nobody has, and does not where it is treated like that one
 * although a call without any key gets through. A rule of the endpoint that refuses the key is told apart by its words.
 */
export function probeFinding({ withKey, withWrongKey, withoutKey }: Answers): Finding {
  if (isGatewayDown(withKey)) return STOPPED;
  const checksKeys = isRefusal(withWrongKey);
  if (isThrough(withKey)) return checksKeys ? WORKS : STRANGE;
  if (withKey.status === 401 && withWrongKey.status === 403) return WEAK;
  const likeWrong = isRefusal(withKey) && isSame(withKey, withWrongKey);
  return likeWrong && isThrough(withoutKey) ? REFUSED : STRANGE;
}

/**
 * Uses a secret once where keys are used, and makes the same call with a wrong key and with none, to be able to
 * read the answer. Throws only `invalid-input`: the endpoint or the secret cannot be used at all, and was not.
 */
export async function probeKey(gateway: Http, secret: string): Promise<Omit<ProbeReport, 'at'>> {
  try {
    const withKey = await call(gateway, secret);
    const withWrongKey = await call(gateway, randomBytes(24).toString('base64url'));
    const withoutKey = await call(gateway, null);
    const { status } = withKey;
    // The other two only say how to read the first; one of them from a cache may say it wrongly.
    if ([withKey, withWrongKey, withoutKey].some(isCached)) return { ...CACHED, status };
    return { ...probeFinding({ withKey, withWrongKey, withoutKey }), status };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'invalid-input') throw error;
    return { ...(error.code === 'bad-answer' ? STRANGE : UNREACHABLE), status: null };
  }
}

/** Sent once, so that a probe is one use of the key and no more. */
const call = (gateway: Http, key: string | null): Promise<HttpAnswer> =>
  gateway.send({
    method: 'GET',
    path: [],
    headers: key === null ? FRESH : { ...FRESH, 'client-key': key },
    once: true,
    anyStatus: true,
  });
