import { AppError } from '@core/domain/app-error';
import type { ProbeReport } from '@core/domain/probe';
import { CACHED, FRESH, isCached } from '@main/adapters/fresh';
import type { Http, HttpAnswer } from '@main/http/http';
import { RawRefusal } from './schema';

type Finding = Pick<ProbeReport, 'verdict' | 'reason'>;

const STRANGE: Finding = { verdict: 'inconclusive', reason: 'strange-answer' };
const WEAK: Finding = { verdict: 'accepted', reason: 'role-too-weak' };
const UNREACHABLE: Finding = { verdict: 'inconclusive', reason: 'unreachable' };
const REFUSED_HERE: Finding = { verdict: 'inconclusive', reason: 'host-refused' };

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

/** A refusal of the caller's address is not documented, and may say just what a missing permission says. */
function forbidden(text: string): Finding {
  if (text.startsWith('no permission')) return WEAK;
  return /\b(host|address|ip|forbidden)\b/.test(text) ? REFUSED_HERE : STRANGE;
}

/**
 * Uses a secret on the data plane. Where that is forbidden it looks a second time, at what every session may see:
 * a key that gets there is only too weak; one that does not may be refused for where the call comes from.
 * Throws only `invalid-input`: the endpoint or the secret cannot be used at all, and was not.
 */
export async function probeKey(data: Http, secret: string): Promise<Omit<ProbeReport, 'at'>> {
  try {
    const first = await use(data, '$catalog', secret);
    const { status } = first;
    const finding = findingOf(first);
    if (finding.reason !== 'host-refused') return { ...finding, status };
    const seen = findingOf(await use(data, '$info', secret)).reason === 'ok';
    return { ...(seen ? WEAK : finding), status };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'invalid-input') throw error;
    return { ...(error.code === 'bad-answer' ? STRANGE : UNREACHABLE), status: null };
  }
}

const findingOf = (answer: HttpAnswer): Finding =>
  isCached(answer) ? CACHED : probeFinding(answer.status, answer.body);

/**
 * Asks without a key, once, and expects the documented refusal. Throws `bad-answer` with what it finds instead, and
 * what keeps it from asking as it is.
 */
export async function mustBeQodly(data: Http, signal?: AbortSignal): Promise<void> {
  const request = { ...CATALOG, once: true, anyStatus: true, ...(signal && { signal }) } as const;
  const { status, body } = await data.send(request);
  const text = RawRefusal.safeParse(body).data?.error.toLowerCase() ?? '';
  if (status === 400 && text.startsWith('some headers are missing') && text.includes('api-key')) return;
  const { reason } = probeFinding(status, body);
  throw new AppError('bad-answer', STRANGERS[reason] ?? NO_ENDPOINT, { status });
}

const NO_ENDPOINT =
  'This does not answer like a Qodly API endpoint. Copy the endpoint from the API keys tab of the environment.';

const STRANGERS: Partial<Record<ProbeReport['reason'], string>> = {
  'environment-stopped':
    'Nothing answers behind this address: the environment may be stopped. Start it and test again.',
  'environment-unknown':
    'Qodly knows no environment at this address. Copy the endpoint from the API keys tab of the environment.',
};

const CATALOG = { method: 'GET', path: ['rest', '$catalog'] } as const;

/** Sent once, so that a probe is one use of the key and no more. */
const use = (data: Http, resource: string, secret: string): Promise<HttpAnswer> =>
  data.send({
    method: 'GET',
    path: ['rest', resource],
    headers: { ...FRESH, 'api-key': secret },
    once: true,
    anyStatus: true,
  });
