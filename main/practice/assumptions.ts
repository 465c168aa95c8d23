/**
 * Everything the practice console does that no vendor documents. Each is an inference with a switch, so that
 * a test can ask "and if the real console did the opposite?". Adapters must not rely on any of them.
 *
 * Without a switch, because Keydesk depends on none of it: how records look, the privileges that `$info` names,
 * how an update that makes no sense is refused, and that a stopped environment answers before the key is looked at.
 */
export interface Assumptions {
  /**
   * Qodly publishes no management API at all: the whole management surface is Keydesk's open contract.
   * Off, only the data plane answers, as a Qodly console without management URL would.
   */
  readonly qodlyManagement: boolean;
  /** Qodly documents no answer for a host that is not allowed: status of the refusal. */
  readonly hostRefusedStatus: number;
  /** Its `error` text; the documented text of a refused but valid key. */
  readonly hostRefusedText: string;
  /** Qodly speaks of "IP addresses" only: whether ranges such as 10.0.0.0/8 are taken too. */
  readonly cidrHosts: boolean;
  /** A published picture shows one address twice, so duplicates are kept. Off, they are refused. */
  readonly duplicateHosts: boolean;
  /** How many allowed hosts one key may have. */
  readonly maximumHosts: number;
  /** How long a deleted key still works, in milliseconds; nothing is documented. */
  readonly revocationDelayMs: number;
  /** Whether a key keeps its secret when it is edited. */
  readonly editKeepsSecret: boolean;
  /** The first generation speaks of a "read-only API key". On, its keys never write, whatever their profile. */
  readonly firstGenerationReadOnly: boolean;
  /** What an expiry may exceed the maximum validity by, so that two clocks need not agree, in milliseconds. */
  readonly validityGraceMs: number;
  /** How long an idempotent answer is kept, in milliseconds. Only successful answers are kept. */
  readonly replayRetentionMs: number;
  /** Wrong passwords in a row before sign-in pauses. */
  readonly signInAttempts: number;
  /** How long it pauses, in milliseconds. */
  readonly signInPauseMs: number;
}

/** What the practice console assumes unless told otherwise. */
export const ASSUMPTIONS: Assumptions = {
  qodlyManagement: true,
  hostRefusedStatus: 403,
  hostRefusedText: '403 - Forbidden',
  cidrHosts: false,
  duplicateHosts: true,
  maximumHosts: 50,
  revocationDelayMs: 0,
  editKeepsSecret: true,
  firstGenerationReadOnly: false,
  validityGraceMs: 5 * 60_000,
  replayRetentionMs: 48 * 3_600_000,
  signInAttempts: 5,
  signInPauseMs: 30_000,
};
