import * as z from 'zod';
import { call } from '@core/contract/shape';
import { EnvironmentRef } from '@core/domain/environment';
import { CsvMapping } from '@core/domain/inventory-mapping';
import { INVENTORY_LIMITS, OpenInventory } from '@core/domain/inventory';
import { KeyFingerprint, OwnKey, PublicKey, TrustedKey } from '@core/domain/signature';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const ByInventory = z.strictObject({ inventoryId: z.string().max(64) });
const ByFile = z.strictObject({ fileId: z.string().max(64) });
const Format = z.enum(['json', 'csv']);

/** A file the operator chose, dropped, double-clicked or named on the command line, by a handle: the window has no paths. */
export const FileOffer = z.object({
  fileId: z.string().max(64),
  fileName: z.string(),
  kind: z.enum(['inventory', 'plan', 'csv']),
});
export type FileOffer = z.infer<typeof FileOffer>;

/** What *Export inventory* wrote; environments that could not be read are left out and named. */
export const ExportOutcome = z.object({
  path: z.string(),
  keys: z.number().int(),
  places: z.number().int(),
  signed: z.boolean(),
  left: z.array(z.object({ name: z.string(), why: z.string() })),
});
export type ExportOutcome = z.infer<typeof ExportOutcome>;

export const OpenOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), inventory: OpenInventory }),
  /** A CSV that is not ours: the operator says which column is what, and it is opened again with that. */
  z.object({
    state: z.literal('mapping'),
    headings: z.array(z.string()),
    /** The first few rows. */
    sample: z.array(z.array(z.string())),
    guess: CsvMapping,
  }),
]);
export type OpenOutcome = z.infer<typeof OpenOutcome>;

/** Inventories written from live consoles. */
export const exportCalls = {
  /** Reads these environments and asks where to save. Null when the operator cancels. Goes on as `exportProgress`. */
  inventory: call(
    z.strictObject({
      environments: z.array(EnvironmentRef).min(1).max(INVENTORY_LIMITS.places),
      format: Format,
      fingerprints: z.boolean(),
    }),
    ExportOutcome.nullable(),
  ),
  /** Ends a running export; nothing is written. */
  cancel: call(Nothing, Done),
} as const;

/** Inventories opened from files, with no console, keychain or network. Opening a file never sends anything. */
export const inventoryCalls = {
  /** Lets the operator choose a file. */
  choose: call(Nothing, FileOffer.nullable()),
  /** A file that was dropped on the window; only names ending .keydesk, .keydesk-plan or .csv. */
  drop: call(z.strictObject({ path: z.string().min(1).max(4_096) }), FileOffer),
  /** Takes what was handed over from outside (command line, double click) and not opened yet; see `fileOffered`. */
  offered: call(Nothing, z.array(FileOffer)),
  /** Reads a file as an inventory, in a process of its own; answers once its head is read. Goes on as `openProgress`. */
  open: call(ByFile.extend({ mapping: CsvMapping.optional() }), OpenOutcome),
  /** Ends the reading of a file; nothing of it stays open. */
  cancel: call(ByFile, Done),
  /** What is open and was read to its end, also for a window that was loaded anew after a lock. */
  list: call(Nothing, z.array(OpenInventory)),
  /** One page as the JSON text of `InventoryKey[]`, in the order of the file; waits for it, or fails, while it is read. */
  page: call(ByInventory.extend({ page: z.number().int().nonnegative() }), z.object({ json: z.string() })),
  close: call(ByInventory, Done),
  /** Writes an open inventory again, signed by this Keydesk. Null when the operator cancels. */
  saveAs: call(ByInventory.extend({ format: Format }), ExportOutcome.nullable()),
} as const;

/** Whose signatures count here. */
export const signingCalls = {
  /** The key this Keydesk signs with; made at the first time. */
  own: call(Nothing, OwnKey),
  trusted: call(Nothing, z.array(TrustedKey)),
  /** The operator compared the fingerprint. Open inventories and plans change their state at once. */
  trust: call(z.strictObject({ publicKey: PublicKey, name: TrustedKey.shape.name }), z.array(TrustedKey)),
  distrust: call(z.strictObject({ fingerprint: KeyFingerprint }), z.array(TrustedKey)),
} as const;

export const exportEvents = {
  /** How many environments of a running export were read. */
  exportProgress: z.object({ done: z.number(), of: z.number() }),
} as const;

export const inventoryEvents = {
  /** How far a file is read: `done` of `of` bytes. */
  openProgress: z.object({ fileId: z.string(), done: z.number(), of: z.number() }),
  /** A file was handed over from outside; ask `inventories.offered`. */
  fileOffered: Nothing,
  /** Something of `list` is not as it was, such as what a signature is worth. */
  inventoriesChanged: Nothing,
} as const;
