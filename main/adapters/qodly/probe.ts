import type { AppError } from '@core/domain/app-error';
import type { ProbeReport } from '@core/domain/probe';
import { RawRefusal } from './schema';

type Finding = Pick<ProbeReport, 'verdict' | 'reason'>;

const STRANGE: Finding = { verdict: 'inconclusive', reason: 'strange-answer' };
const WEAK: Finding = { verdict: 'accepted', reason: 'role-too-weak' };

/**
 * What an answer of the data plane says of the key, by the documented table of statuses and texts. Anything that
 * is not in that table says nothing: a page of a proxy must not count as a working or a dead key.
 */
export function probeFinding(status: number, body: unknown): Finding {
  if (status === 200)
    return typeof body === 'object' && body !== null ? { verdict: 'accepted', reason: 'ok' } : STRANGE;
  if (status === 502) return { verdict: 'inconclusive', reason: 'environment-stopped' };
  if (status === 402) return { verdict: 'inconclusive', reason: 'session-limit' };
  const text = RawRefusal.safeParse(body).data?.error.toLowerCase() ?? '';
  if (status === 401) return unauthorized(text);
  if (status === 403) return forbidden(text);
  const unknownPlace = status === 404 && text.startsWith('appid or env not found');
  return unknownPlace ? { verdict: 'inconclusive', reason: 'environment-unknown' } : STRANGE;
}

function unauthorized(text: string): Finding {
  if (text === 'api-key not valid') return { verdict: 'refused', reason: 'not-valid' };
  if (text === 'api-key expired') return { verdict: 'refused', reason: 'expired' };
  return text.startsWith('no permission') ? WEAK : STRANGE;
}

/** The answer to an address that is not allowed is not documented: it is taken for one when it speaks of it. */
function forbidden(text: string): Finding {
  if (/\b(host|address|ip)\b/.test(text)) return { verdict: 'inconclusive', reason: 'host-refused' };
  return /forbidden|permission/.test(text) ? WEAK : STRANGE;
}

/** What a failed exchange says of the key: nothing. */
export const failedProbe = ({ code }: AppError): Finding =>
  code === 'bad-answer' ? STRANGE : { verdict: 'inconclusive', reason: 'unreachable' };
