import type { Assumptions } from '../../assumptions';
import { hostAllowed } from './hosts';
import type { EnvironmentRecord, RoleRecord } from './environment-store';
import type { KeyRecord } from './key-store';

/** One request at the data plane, with everything the decision depends on. */
export interface Attempt {
  readonly environment: EnvironmentRecord | null;
  /** Value of the `api-key` header. */
  readonly apiKey: string | undefined;
  /** The key that this secret belongs to, in whatever environment, deleted or not. */
  readonly key: KeyRecord | null;
  /** The key's role, where the environment still has it. */
  readonly role: RoleRecord | null;
  /** The caller's address. */
  readonly address: string;
  readonly now: number;
  readonly wanted: Wanted;
}

/** What a request wants to do. */
export type Wanted =
  | { readonly kind: 'look' }
  | { readonly kind: 'read' | 'write'; readonly dataclass: string; readonly exposed: boolean };

/** A refusal of the data plane. */
export interface Refusal {
  readonly status: number;
  readonly error: string;
}

type Rule = (attempt: Attempt, assumptions: Assumptions) => Refusal | null;

const refusal = (refused: boolean, status: number, error: string): Refusal | null =>
  refused ? { status, error } : null;

const includes = (classes: readonly string[] | undefined, dataclass: string): boolean =>
  classes !== undefined && (classes.includes('*') || classes.includes(dataclass));

/** Administration keys are not bound by their role. */
const unbound = ({ key }: Attempt): boolean => key?.type === 'administration';

function mayRead(attempt: Attempt, dataclass: string): boolean {
  return unbound(attempt) || includes(attempt.role?.reads, dataclass);
}

function mayWrite(attempt: Attempt, dataclass: string, { firstGenerationReadOnly }: Assumptions): boolean {
  if (attempt.environment?.generation === 1 && firstGenerationReadOnly) return false;
  return unbound(attempt) || includes(attempt.role?.writes, dataclass);
}

function works({ key, environment, now }: Attempt, { revocationDelayMs }: Assumptions): boolean {
  if (key === null || key.environmentId !== environment?.id) return false;
  return key.revokedAt === null || now < key.revokedAt + revocationDelayMs;
}

/** In the order in which they are asked; the first that refuses decides. Texts as Qodly documents them. */
const RULES: readonly Rule[] = [
  ({ environment }) => refusal(environment === null, 404, 'Appid or env not found in Table.'),
  // Before the key, so that a stopped environment says nothing about it, as a probe has to expect.
  ({ environment }) => refusal(environment?.status === 'stopped', 502, '502 Bad Gateway'),
  ({ apiKey = '' }) => refusal(apiKey === '', 400, 'Some headers are missing, required headers [api-key]'),
  (attempt, assumptions) => refusal(!works(attempt, assumptions), 401, 'Api-key Not Valid'),
  ({ key, now }) => refusal((key?.expiresAt ?? Infinity) <= now, 401, 'Api-key expired'),
  ({ key, address }, { hostRefusedStatus, hostRefusedText }) =>
    refusal(!hostAllowed(key?.allowedHosts ?? [], address), hostRefusedStatus, hostRefusedText),
  ({ wanted }) =>
    wanted.kind === 'look'
      ? null
      : refusal(!wanted.exposed, 404, `The "${wanted.dataclass}" dataclass cannot be found`),
  (attempt) =>
    attempt.wanted.kind === 'look'
      ? null
      : refusal(
          !mayRead(attempt, attempt.wanted.dataclass),
          401,
          `No permission to read for the ${attempt.wanted.dataclass} dataclass`,
        ),
  (attempt, assumptions) =>
    attempt.wanted.kind === 'write'
      ? refusal(!mayWrite(attempt, attempt.wanted.dataclass, assumptions), 403, '403 - Forbidden')
      : null,
];

/** Whether the data plane serves a request: `null`, or why not. */
export function refusalOf(attempt: Attempt, assumptions: Assumptions): Refusal | null {
  for (const rule of RULES) {
    const refused = rule(attempt, assumptions);
    if (refused) return refused;
  }
  return null;
}
