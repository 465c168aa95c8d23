import { AppError } from '@core/domain/app-error';
import type { ProbeReport } from '@core/domain/probe';
import { CACHED, FRESH, isCached } from '@main/adapters/fresh';
import type { Http } from '@main/http/http';

type Finding = Pick<ProbeReport, 'verdict' | 'reason'>;

const STRANGE: Finding = { verdict: 'inconclusive', reason: 'strange-answer' };
const UNREACHABLE: Finding = { verdict: 'inconclusive', reason: 'unreachable' };

/** What an answer of the data plane says of the key. Anything that is not its list of sites or a refusal says nothing. */
export function probeFinding(status: number, body: unknown): Finding {
  if (status === 200) return Array.isArray(body) ? { verdict: 'accepted', reason: 'ok' } : STRANGE;
  if (status === 401) return { verdict: 'refused', reason: 'not-valid' };
  return status === 403 ? { verdict: 'accepted', reason: 'role-too-weak' } : STRANGE;
}

/**
 * Uses a secret on the data plane, once, so that a probe is one use of the key and no more.
 * Throws only `invalid-input`: the secret cannot be used at all, and was not.
 */
export async function probeKey(data: Http, secret: string): Promise<Omit<ProbeReport, 'at'>> {
  try {
    const answer = await data.send({
      method: 'GET',
      path: ['api', 'v2', 'sites'],
      headers: { ...FRESH, 'X-API-KEY': secret },
      list: true,
      once: true,
      anyStatus: true,
    });
    const { status, body } = answer;
    return { ...(isCached(answer) ? CACHED : probeFinding(status, body)), status };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'invalid-input') throw error;
    return { ...(error.code === 'bad-answer' ? STRANGE : UNREACHABLE), status: null };
  }
}
