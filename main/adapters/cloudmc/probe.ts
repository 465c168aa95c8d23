import { AppError } from '@core/domain/app-error';
import type { ProbeReport } from '@core/domain/probe';
import { CACHED, FRESH, isCached } from '@main/adapters/fresh';
import type { Http } from '@main/http/http';
import { KEY_HEADER } from './client';
import { RawErrors, RawOrganizations } from './schema';

type Finding = Pick<ProbeReport, 'verdict' | 'reason'>;

const STRANGE: Finding = { verdict: 'inconclusive', reason: 'strange-answer' };

/**
 * What an answer says of the key. Only an answer in the console's own form counts: a page of a proxy must not look
 * like a working or a dead key, whatever its status.
 */
export function probeFinding(status: number, body: unknown): Finding {
  const errors = RawErrors.safeParse(body).success;
  if (status === 200 && !errors && RawOrganizations.safeParse(body).success)
    return { verdict: 'accepted', reason: 'ok' };
  if (status === 401 && errors) return { verdict: 'refused', reason: 'not-valid' };
  if (status === 403 && errors) return { verdict: 'accepted', reason: 'role-too-weak' };
  return STRANGE;
}

/**
 * Uses a secret once, to look at organizations. Throws only `invalid-input`: the endpoint or the secret cannot be
 * used at all, and was not.
 */
export async function probeKey(data: Http, secret: string): Promise<Omit<ProbeReport, 'at'>> {
  try {
    const answer = await data.send({
      method: 'GET',
      path: ['organizations'],
      headers: { ...FRESH, [KEY_HEADER]: secret },
      once: true,
      anyStatus: true,
      list: true,
    });
    const { status, body } = answer;
    return { ...(isCached(answer) ? CACHED : probeFinding(status, body)), status };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'invalid-input') throw error;
    const finding: Finding =
      error.code === 'bad-answer' ? STRANGE : { verdict: 'inconclusive', reason: 'unreachable' };
    return { ...finding, status: null };
  }
}
