import * as z from 'zod';
import { KeyRef, KeyType } from '@core/domain/api-key';
import { EnvironmentRef } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';
import { CandidateView } from '@core/domain/leak/candidate';
import { Proof } from '@core/domain/leak/proof';
import { PlaceVerdict } from '@core/domain/leak/search';
import { OperationId } from '@core/domain/operation';
import { VendorId } from '@core/domain/vendor';

export const IncidentId = z.uuid();

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Person = z.string().min(1).max(200);
const Sentence = z.string().max(2_000);

/** A key of an incident with what is needed to recognise it later; never its secret. */
export const LeakedKey = z.object({
  key: KeyRef,
  name: z.string(),
  environmentName: z.string(),
  consoleName: z.string(),
  vendor: VendorId,
  production: z.boolean(),
  type: KeyType.nullable(),
  role: z.string().nullable(),
  verdict: z.enum(['exact', 'probable']),
  why: z.string(),
  revision: z.string().optional(),
});
export type LeakedKey = z.infer<typeof LeakedKey>;

/** kill: stop for good now · replace: issue a copy first · disable: stop reversibly. */
export const KillMode = z.enum(['kill', 'replace', 'disable']);
export type KillMode = z.infer<typeof KillMode>;

/** What became of one key. checking: sent, not confirmed. saved: stopped where it is kept, and live until deployed. */
export const KillState = z.enum(['stopped', 'disabled', 'saved', 'checking', 'failed']);
export type KillState = z.infer<typeof KillState>;

/** One thing that happened. None holds a secret or any part of what was pasted. */
export const IncidentEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    title: z.string().min(1).max(200),
    drill: z.boolean(),
    /** When the leak was reported, and where the key was found, as the responder says. */
    reportedAt: Instant,
    foundAt: Sentence,
  }),
  z.object({
    kind: z.literal('searched'),
    candidates: z.array(CandidateView).max(200),
    places: z
      .array(
        z.object({
          environment: EnvironmentRef,
          name: z.string(),
          verdict: PlaceVerdict,
          why: z.string().optional(),
        }),
      )
      .max(5_000),
  }),
  z.object({ kind: z.literal('identified'), keys: z.array(LeakedKey).max(1_000) }),
  z.object({
    kind: z.literal('decided'),
    mode: KillMode,
    why: Sentence.min(1),
    keys: z.array(KeyRef).max(1_000),
  }),
  z.object({
    kind: z.literal('replaced'),
    key: KeyRef,
    operationId: OperationId,
    newKey: z.object({ keyId: z.string(), name: z.string() }).nullable(),
    /** What the console answered, in a sentence. */
    answer: Sentence,
  }),
  z.object({
    kind: z.literal('ordered'),
    key: KeyRef,
    operationId: OperationId,
    mode: KillMode,
  }),
  z.object({
    kind: z.literal('stopped'),
    key: KeyRef,
    operationId: OperationId,
    state: KillState,
    answer: Sentence,
  }),
  z.object({
    kind: z.literal('deployed'),
    environment: EnvironmentRef,
    target: z.string(),
    answer: Sentence,
  }),
  z.object({ kind: z.literal('proof'), key: KeyRef, proof: Proof }),
  z.object({ kind: z.literal('note'), text: Sentence.min(1) }),
  /** A responder takes it on, perhaps another one. */
  z.object({ kind: z.literal('continued') }),
  z.object({ kind: z.literal('closed'), summary: Sentence }),
]);
export type IncidentEvent = z.infer<typeof IncidentEvent>;

/** One line of a record: hash = SHA-256 over the line without it, which holds the hash of the line before. */
export const IncidentEntry = z.object({
  incidentId: IncidentId,
  seq: z.number().int().nonnegative(),
  at: Instant,
  by: Person,
  event: IncidentEvent,
  previous: Hash,
  hash: Hash,
});
export type IncidentEntry = z.infer<typeof IncidentEntry>;

/** How one key of an incident stands. */
export const IncidentKey = LeakedKey.extend({
  orderedAt: Instant.optional(),
  state: z.enum(['live', ...KillState.options]),
  answer: z.string().optional(),
  operationId: OperationId.optional(),
  stoppedAt: Instant.optional(),
  replacedBy: z.string().optional(),
  proof: Proof.nullable(),
  /** Whether main holds its secret now, so that it can be tried. */
  provable: z.boolean(),
});
export type IncidentKey = z.infer<typeof IncidentKey>;

/** An incident in a list. */
export const IncidentSummary = z.object({
  incidentId: IncidentId,
  title: z.string(),
  drill: z.boolean(),
  state: z.enum(['open', 'closed']),
  openedAt: Instant,
  by: z.string(),
  keys: z.number().int().nonnegative(),
  /** How many of them are proved dead. */
  proved: z.number().int().nonnegative(),
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

/** A whole incident: what follows from its lines, and the lines. */
export const IncidentView = IncidentSummary.extend({
  foundAt: z.string(),
  times: z.object({
    reportedAt: Instant,
    identifiedAt: Instant.optional(),
    decidedAt: Instant.optional(),
    stoppedAt: Instant.optional(),
    provedAt: Instant.optional(),
    closedAt: Instant.optional(),
  }),
  leaked: z.array(IncidentKey),
  /** intact: every line follows from the one before · damaged: `line` is the first that does not. */
  chain: z.object({ state: z.enum(['intact', 'damaged']), line: z.number().int().optional() }),
  entries: z.array(IncidentEntry),
});
export type IncidentView = z.infer<typeof IncidentView>;
