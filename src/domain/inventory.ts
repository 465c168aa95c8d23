import * as z from 'zod';
import { ApiKey } from '@core/domain/api-key';
import { ConsoleId, EnvironmentId } from '@core/domain/environment';
import { Instant } from '@core/domain/instant';
import { SignatureState } from '@core/domain/signature';
import { VendorId } from '@core/domain/vendor';

/** What the first member of an inventory says it is. */
export const INVENTORY_FORMAT = 'keydesk-inventory';
/** Files of a later version are refused with a sentence that says so. */
export const INVENTORY_VERSION = 1;

/** What an opened file may have at most. */
export const INVENTORY_LIMITS = { bytes: 64 * 1024 * 1024, rows: 200_000, places: 5_000, field: 4_096 };

/** Stands for the address of a practice console, which is another one at every start. */
export const PRACTICE_ORIGIN = 'practice';

const Text = z.string().max(INVENTORY_LIMITS.field);

/** Which console an inventory saw. Its id and label are those of the installation that exported it. */
export const InventoryConsole = z.strictObject({
  id: ConsoleId,
  label: Text,
  vendor: VendorId,
  /** Scheme, host and port; `practice` for a practice console; empty for one without a management address. */
  origin: Text,
});
export type InventoryConsole = z.infer<typeof InventoryConsole>;

/** Where keys of an inventory live, and when it was read. */
export const InventoryPlace = z.strictObject({
  console: InventoryConsole,
  environment: z.strictObject({
    id: EnvironmentId,
    name: Text,
    parent: Text.optional(),
    variant: Text,
    production: z.boolean(),
    maxValidityDays: z.number().int().positive().nullable(),
    endpoint: Text.optional(),
  }),
  asOf: Instant,
  /** It could not be read for this export: its keys are those last known. */
  stale: z.literal(true).optional(),
  /** Facts of a key that are not recorded there. */
  notKept: z.array(Text).max(40),
});
export type InventoryPlace = z.infer<typeof InventoryPlace>;

const Facts = ApiKey.omit({
  consoleId: true,
  environmentId: true,
  readable: true,
  revision: true,
  clientRef: true,
});

/** One key of an inventory; never its secret. Long texts are cut where they are read from a console, never in a file. */
export const InventoryKey = z.strictObject({
  /** Its place, by position. */
  place: z.number().int().nonnegative(),
  ...Facts.shape,
  name: Text,
  description: Text.optional(),
  role: Text.nullable(),
  createdBy: Text.optional(),
  lastUsedIp: Text.optional(),
  hint: Text.optional(),
  allowedHosts: z.union([z.literal('any'), z.array(Text)]).optional(),
  usedBy: z.array(Text).optional(),
  /** HMAC-SHA-256(k, SHA-256(secret)) in hex; matches only where the same k is held. */
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type InventoryKey = z.infer<typeof InventoryKey>;

/** What a file says before its keys. */
export const InventoryHead = z.strictObject({
  format: z.literal(INVENTORY_FORMAT),
  version: z.literal(INVENTORY_VERSION),
  /** The version of Keydesk that wrote it. */
  keydesk: Text,
  exportedAt: Instant,
  /** The system's name of whoever exported it. */
  exportedBy: Text,
  /** Whether fingerprints were asked for. */
  fingerprints: z.boolean(),
  /** Tells by which k its fingerprints were made: the first 16 hex digits of HMAC-SHA-256(k, "keydesk-inventory"). */
  fingerprintKey: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  count: z.number().int().nonnegative().max(INVENTORY_LIMITS.rows),
  places: z.array(InventoryPlace).max(INVENTORY_LIMITS.places),
});
export type InventoryHead = z.infer<typeof InventoryHead>;

/** A whole inventory as the file has it, without its signature. */
export interface Inventory extends InventoryHead {
  readonly keys: readonly InventoryKey[];
}

/** keydesk: our JSON · csv: our CSV · mapped: somebody else's CSV, its columns mapped by the operator. */
export const InventorySource = z.enum(['keydesk', 'csv', 'mapped']);
export type InventorySource = z.infer<typeof InventorySource>;

/** An inventory that is open; its keys are fetched page by page. */
export const OpenInventory = z.object({
  inventoryId: z.string().max(64),
  fileName: z.string(),
  source: InventorySource,
  bytes: z.number().int().nonnegative(),
  /** Of the file, in hex; what a review and a plan are bound to. */
  sha256: z.string(),
  signature: SignatureState,
  /** Null where the file does not say. */
  exportedAt: Instant.nullable(),
  exportedBy: z.string().nullable(),
  fingerprints: z.boolean(),
  places: z.array(InventoryPlace),
  rows: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
});
export type OpenInventory = z.infer<typeof OpenInventory>;

/** A text that says on every installation which place is meant: another Keydesk knows the console by another id. */
export const placeIdentity = ({ console, environment }: InventoryPlace): string =>
  JSON.stringify([console.vendor, console.origin === '' ? console.id : console.origin, environment.id]);
