import * as z from 'zod';
import { ConsoleId, EnvironmentId } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';

/** What can be done here, as the activity log names it. The last two are what the log says of itself. */
export const ActivityAction = z.enum([
  'issue',
  'edit',
  'disable',
  'enable',
  'stop',
  'replace',
  'protect',
  'deploy',
  'bulk',
  'show',
  'copy',
  'download',
  'verify',
  'search-leak',
  'open-incident',
  'prove',
  'close-incident',
  'add-console',
  'change-console',
  'remove-console',
  'change-environment',
  'change-settings',
  'lock',
  'unlock',
  'export',
  'log-broken',
  'log-gap',
]);
export type ActivityAction = z.infer<typeof ActivityAction>;

/**
 * done: it happened in Keydesk · begun: its end is a line of its own · confirmed: the console has it, read back ·
 * failed: refused, or it never left · unclear: sent, not confirmed yet · found: it had arrived, as a later look showed ·
 * absent: a later look did not find it · partial: some of many did not end well.
 */
export const ActivityResult = z.enum([
  'done',
  'begun',
  'confirmed',
  'failed',
  'unclear',
  'found',
  'absent',
  'partial',
]);
export type ActivityResult = z.infer<typeof ActivityResult>;

/** The longest name a line keeps, in UTF-16 units. */
const MOST_NAME = 400;
const MOST_DETAIL = 1_000;
const Name = z.string().max(MOST_NAME);

/** What was done, and what came of it; never a secret and nothing that was pasted. */
export const ActivityFacts = z.strictObject({
  action: ActivityAction,
  result: ActivityResult,
  consoleId: ConsoleId.optional(),
  consoleName: Name.optional(),
  environmentId: EnvironmentId.optional(),
  environmentName: Name.optional(),
  keyId: z.string().max(500).optional(),
  keyName: Name.optional(),
  /** What else there is to say, in plain words. */
  detail: z.string().max(MOST_DETAIL).optional(),
  /** The code of the `AppError` it failed with. */
  why: z.string().max(40).optional(),
  /** The operation, run or incident it is part of. */
  of: z.string().max(64).optional(),
});
export type ActivityFacts = z.infer<typeof ActivityFacts>;

/** What a service tells of what was done. Names that are left out are looked up; texts that are too long are cut. */
export type ActivityNote = {
  readonly [F in keyof ActivityFacts]?: ActivityFacts[F] | undefined;
} & Pick<ActivityFacts, 'action' | 'result'>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The hash before the first line. */
export const NO_HASH = '0'.repeat(64);

/** One line of the log: `hash` is the SHA-256 of `activityText`, which holds the hash of the line before. */
export const ActivityEntry = ActivityFacts.extend({
  /** From 1, without gaps. */
  seq: z.number().int().positive(),
  at: Instant,
  /** The name of the system's user. */
  person: Name,
  /** Whom the console knows them as, where Keydesk knows that. */
  operator: Name.optional(),
  previous: Hash,
  hash: Hash,
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** The text of a line that is hashed: its JSON without the hash and without blanks, members in the order of their names. */
export function activityText(entry: Omit<ActivityEntry, 'hash'>): string {
  const members = Object.entries(entry).filter(([name, value]) => name !== 'hash' && value !== undefined);
  return JSON.stringify(Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** A note that fits into a line; null for one that names something that cannot be. */
export function tidyNote(note: ActivityNote): ActivityFacts | null {
  const cut = Object.entries(note).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value.slice(0, LONGEST[name] ?? MOST_NAME)]],
  );
  return ActivityFacts.safeParse(Object.fromEntries(cut)).data ?? null;
}

const LONGEST: Readonly<Record<string, number>> = {
  environmentId: 200,
  keyId: 500,
  detail: MOST_DETAIL,
  why: 40,
  of: 64,
};

/** Where the log ended: how many lines, and the hash of the last. */
export const ActivityHead = z.object({ count: z.number().int().positive(), hash: Hash });
export type ActivityHead = z.infer<typeof ActivityHead>;
