import * as z from 'zod';
import { AppErrorShape } from '@core/domain/app-error';
import { CsvMapping } from '@core/domain/inventory-mapping';
import { INVENTORY_LIMITS, InventoryPlace, InventorySource } from '@core/domain/inventory';
import { Instant } from '@core/domain/instant';
import { KeyFingerprint, PublicKey } from '@core/domain/signature';

/** How many keys go in one piece: so many are taken over within a frame. */
export const PAGE_ROWS = 2_000;

/** Which file to read, and as what. */
export const ReadOrder = z.object({
  path: z.string().min(1).max(INVENTORY_LIMITS.field),
  form: z.enum(['json', 'csv']),
  /** Which columns are which facts, for somebody else's CSV. */
  mapping: CsvMapping.optional(),
});
export type ReadOrder = z.infer<typeof ReadOrder>;

/** What is known of a file once its head was read and its bytes were hashed. */
export const ReadHead = z.object({
  source: InventorySource,
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.discriminatedUnion('state', [
    z.object({ state: z.literal('unsigned') }),
    z.object({ state: z.literal('altered') }),
    z.object({ state: z.literal('intact'), publicKey: PublicKey, fingerprint: KeyFingerprint }),
  ]),
  /** The version of Keydesk that wrote it. */
  keydesk: z.string().nullable(),
  exportedAt: Instant.nullable(),
  exportedBy: z.string().nullable(),
  fingerprints: z.boolean(),
  fingerprintKey: z.string().optional(),
  places: z.array(InventoryPlace).max(INVENTORY_LIMITS.places),
  rows: z.number().int().nonnegative().max(INVENTORY_LIMITS.rows),
});
export type ReadHead = z.infer<typeof ReadHead>;

/** What the reading process says, in this order: a head, its pages, done; or a question; or why it gave up. */
export const ReadReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), of: z.number() }),
  z.object({ type: z.literal('head'), head: ReadHead }),
  /** The JSON text of at most `PAGE_ROWS` keys, each of them checked. */
  z.object({ type: z.literal('page'), json: z.string() }),
  z.object({ type: z.literal('done') }),
  z.object({
    type: z.literal('mapping'),
    headings: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    guess: CsvMapping,
  }),
  z.object({ type: z.literal('failed'), error: AppErrorShape }),
]);
export type ReadReport = z.infer<typeof ReadReport>;
