import * as z from 'zod';
import { KeyId, KeyRef } from '@core/domain/api-key';
import { Instant } from '@core/domain/instant';
import { INVENTORY_LIMITS, InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { Decision } from '@core/domain/review';
import { FileSignature, SignatureState } from '@core/domain/signature';

/** What the first member of a plan says it is. */
export const PLAN_FORMAT = 'keydesk-plan';
/** Files of a later version are refused with a sentence that says so. */
export const PLAN_VERSION = 1;

/** What an opened plan may have at most; the same as an inventory. */
export const PLAN_LIMITS = INVENTORY_LIMITS;

const Text = z.string().max(PLAN_LIMITS.field);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Position = z.number().int().nonnegative().max(PLAN_LIMITS.rows);
/** The states of a signature without whose it is. */
const Signed = z.enum(['own', 'trusted', 'unknown', 'altered', 'unsigned']);

/** What is in a plan: what was decided to stay as it is needs nobody. */
export const PlanDecision = Decision.exclude(['keep']);
export type PlanDecision = z.infer<typeof PlanDecision>;

/** The facts of a key that decide what it can do, as the reviewer saw them; absent is not recorded. */
export const PlanSeen = InventoryKey.pick({
  type: true,
  role: true,
  expiresAt: true,
  allowedHosts: true,
  active: true,
  createdAt: true,
  hint: true,
}).partial();
export type PlanSeen = z.infer<typeof PlanSeen>;

/** One key with what is to become of it. */
export const PlanRow = z.strictObject({
  /** Its place, by position. */
  place: z.number().int().nonnegative().max(PLAN_LIMITS.places),
  keyId: KeyId,
  name: Text,
  decision: PlanDecision,
  seen: PlanSeen,
  note: Text.optional(),
  owner: Text.optional(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/**
 * What became of one key. done: stopped and read back, or done by hand · removed: stopped, but it may still work ·
 * gone: it was gone before · changed: left alone because it is not what was approved any more · refused: it cannot be
 * done from here · failed: surely not done · unconfirmed: sent, treat it as live · skipped: not approved, or left alone.
 */
export const PLAN_ENDS = [
  'done',
  'removed',
  'gone',
  'changed',
  'refused',
  'failed',
  'unconfirmed',
  'skipped',
  'by-hand',
] as const;
export const PlanEnd = z.strictObject({
  state: z.enum(PLAN_ENDS),
  message: Text.optional(),
  /** When the console was read again and had it so. */
  readBackAt: Instant.optional(),
});
export type PlanEnd = z.infer<typeof PlanEnd>;

/** What an administrator gives back to the reviewer. */
export const PlanOutcome = z.strictObject({
  executedAt: Instant,
  executedBy: Text,
  /** Of the plan that was executed: its file, and what its signature was worth there. */
  plan: z.strictObject({ sha256: Sha256, signature: Signed }),
  rows: z.array(PlanEnd.extend({ row: Position })).max(PLAN_LIMITS.rows),
});
export type PlanOutcome = z.infer<typeof PlanOutcome>;

/** What a plan says before its rows. */
export const PlanHead = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  version: z.literal(PLAN_VERSION),
  /** The version of Keydesk that wrote it. */
  keydesk: Text,
  madeAt: Instant,
  /** The name the maker gave. */
  madeBy: Text,
  /** What was reviewed. */
  inventory: z.strictObject({
    fileName: Text,
    sha256: Sha256,
    exportedAt: Instant.nullable(),
    signature: Signed,
  }),
  /** How many keys of the inventory are not in it: those to keep, and those nobody decided on. */
  left: z.strictObject({ kept: Position, undecided: Position }),
  count: Position,
  places: z.array(InventoryPlace).max(PLAN_LIMITS.places),
});
export type PlanHead = z.infer<typeof PlanHead>;

/** A whole plan as the file has it, without its signature. */
export interface Plan extends PlanHead {
  readonly rows: readonly PlanRow[];
  readonly outcome?: PlanOutcome;
}

/** Everything a file may have besides its rows. */
export const PlanFrame = PlanHead.extend({
  outcome: PlanOutcome.omit({ rows: true }).optional(),
  signature: FileSignature.optional(),
});

/** One fact that is not what the reviewer saw, in words. */
export const PlanChange = z.object({ fact: z.string(), was: z.string(), now: z.string() });
export type PlanChange = z.infer<typeof PlanChange>;

/**
 * What a row would come to, before anything is sent. ready: it would be stopped · changed: it is not what the reviewer
 * saw · gone: nothing left to do · refused: not from here · elsewhere: its console is not here · unreachable: its
 * console could not be read · by-hand: for a person.
 */
export const PLAN_VERDICTS = [
  'ready',
  'changed',
  'gone',
  'refused',
  'elsewhere',
  'unreachable',
  'by-hand',
] as const;
export const PlanVerdict = z.object({
  state: z.enum(PLAN_VERDICTS),
  /** What would happen, or why it would not. */
  says: z.string(),
  /** What it does to whoever uses the key and what undoes it, for what would be stopped. */
  effect: z.string().optional(),
  changes: z.array(PlanChange).optional(),
});
export type PlanVerdict = z.infer<typeof PlanVerdict>;

/** A row with everything that is known of it here. */
export interface PlanRowView extends PlanRow {
  readonly row: number;
  /** The same key on a console that is here; null where it is not, or before the first check. */
  readonly key: KeyRef | null;
  readonly verdict: PlanVerdict | null;
  readonly approved: boolean;
  /** How far it is, or what became of it. */
  readonly end: PlanEnd | { readonly state: 'running'; readonly message?: string } | null;
}

/** A plan that is open; its rows are fetched page by page. */
export const PlanView = z.object({
  /** The SHA-256 of its file. */
  planId: Sha256,
  fileName: z.string(),
  keydesk: z.string(),
  madeAt: Instant,
  madeBy: z.string(),
  inventory: PlanHead.shape.inventory,
  left: PlanHead.shape.left,
  places: z.array(InventoryPlace),
  signature: SignatureState,
  rows: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  /** When it was last compared with the consoles here; null before. */
  checkedAt: Instant.nullable(),
  /** Runs of it over many keys that are not over. */
  runs: z.array(z.string()),
  /** Present where the file says what became of a plan; such a file cannot be executed. */
  outcome: PlanOutcome.omit({ rows: true }).nullable(),
});
export type PlanView = z.infer<typeof PlanView>;

/** What is asked before the approved rows are executed. */
export const PlanQuestion = z.object({
  /** The most powerful keys come first. */
  rows: z.array(Position),
  /** How stopping is called. */
  verb: z.string(),
  /** What has to be typed; null where one confirmation is enough. */
  word: z.string().nullable(),
  environments: z.number().int(),
  production: z.number().int(),
  administration: z.number().int(),
  /** Keydesk may sign in with one of them. */
  own: z.boolean(),
  /** What will happen, once for each way it happens. */
  consequences: z.array(z.string()),
  /** Rows that were approved and no longer are, because the key changed or is gone. */
  dropped: z.number().int(),
});
export type PlanQuestion = z.infer<typeof PlanQuestion>;

/** What a plan of an inventory would hold. */
export const PlanPreview = z.object({
  decisions: z.record(Decision, z.number().int()),
  undecided: z.number().int(),
  /** The system's name of whoever would make it. */
  madeBy: z.string(),
});
export type PlanPreview = z.infer<typeof PlanPreview>;

/** Whether rows may be approved together: only where it is known who made the plan. */
export const approvesTogether = ({ state }: Pick<SignatureState, 'state'>): boolean =>
  state === 'own' || state === 'trusted';
