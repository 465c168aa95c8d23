import type { ApiKey } from '@core/domain/api-key';
import type { ProbeReport } from '@core/domain/probe';
import { formatClock } from '@core/text/format';
import type { Tone } from '@renderer/shared/Notice';

/** What a verification showed, as a heading and an explanation. */
export interface ProbeText {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

const TEXTS: Readonly<Record<ProbeReport['reason'], ProbeText>> = {
  ok: { tone: 'success', title: 'The key works', text: 'The endpoint accepted it.' },
  'role-too-weak': {
    tone: 'success',
    title: 'The key is valid',
    text: 'The endpoint knows it, but its role may not read what was asked for.',
  },
  'not-valid': {
    tone: 'error',
    title: 'The key was refused',
    text: 'The endpoint does not accept this key. A new key may need a moment.',
  },
  expired: { tone: 'error', title: 'The key was refused', text: 'It has expired.' },
  'not-active-yet': {
    tone: 'warning',
    title: 'The key is not active yet',
    text: 'A new key may be refused until it has arrived everywhere. Verify again when the time has run out.',
  },
  'host-refused': {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'This computer is not among the allowed hosts, so it was turned away whatever the key. From an allowed host it may work.',
  },
  'environment-stopped': {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'The environment is stopped and answers nobody. Start it, then verify again.',
  },
  'environment-unknown': {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'The endpoint knows no such environment. Check the address of the endpoint.',
  },
  'session-limit': {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'The environment has no session free at the moment. Try again in a minute.',
  },
  cached: {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'The answer came out of a cache on the way, so the endpoint itself said nothing. Try again in a minute.',
  },
  unreachable: {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'The endpoint could not be reached from this computer.',
  },
  'strange-answer': {
    tone: 'warning',
    title: 'Nothing is proved',
    text: 'The endpoint answered something that says nothing about the key.',
  },
};

/** What is known of the key, which decides what a refusal of it means. */
export type ProbedKey = Pick<ApiKey, 'activatesAt' | 'deployed'>;

const UNDEPLOYED =
  'What is saved is not live everywhere yet, as far as Keydesk knows: the key works once it was deployed.';

/** A verification in words: what was answered, when, and what that means; only an answer about the key is a proof. */
export function probeText(report: ProbeReport, key: ProbedKey = {}): ProbeText {
  const { tone, title, text } = textOf(report, key);
  const answer = report.status === null ? 'no answer' : `HTTP ${report.status}`;
  return { tone, title, text: `${text} (${answer}, ${formatClock(report.at)})` };
}

/** A key that is not everywhere yet is refused without that meaning anything. */
function textOf({ reason, at }: ProbeReport, { activatesAt, deployed }: ProbedKey): ProbeText {
  if (reason !== 'not-valid') return TEXTS[reason];
  if (activatesAt !== undefined && at < activatesAt) return TEXTS['not-active-yet'];
  const undeployed = deployed === 'saved' || deployed === 'unknown';
  return undeployed ? { ...TEXTS['not-valid'], tone: 'warning', text: UNDEPLOYED } : TEXTS['not-valid'];
}
