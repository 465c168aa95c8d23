import * as z from 'zod';
import { call } from '@core/contract/shape';
import * as m from '@core/contract/messages';
import { KeyRef } from '@core/domain/api-key';
import { ConnectionReport, ConsoleDraft, ConsoleView } from '@core/domain/console';
import { DownloadFormat } from '@core/domain/download';
import { ConsoleId, Environment, EnvironmentRef } from '@core/domain/environment';
import { KeyDraft } from '@core/domain/key-draft';
import { OperationId } from '@core/domain/operation';
import { ProbeReport } from '@core/domain/probe';
import { Settings, SettingsChange } from '@core/domain/settings';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const Secret = z.object({ secret: z.string(), hideAfterSeconds: z.number().int() });
const Handle = z.strictObject({ handle: z.string().max(64) });
const ByConsole = z.strictObject({ consoleId: ConsoleId });

/** Every call and event the window and main may exchange; all types on both sides derive from it. */
export const contract = {
  calls: {
    app: {
      status: call(Nothing, m.AppStatus),
      /** The window painted its first designed state. */
      painted: call(z.strictObject({ state: z.enum(['loading', 'ready']) }), Done),
      /** Input happened; postpones the idle lock. */
      active: call(Nothing, Done),
      lock: call(Nothing, Done),
      unlock: call(Nothing, Done),
      /** Asks the keychain again after the operator unlocked or started it. */
      retryKeychain: call(Nothing, m.AppStatus),
      openLink: call(z.strictObject({ link: z.enum(['qodly-api-keys', 'qodly-rest']) }), Done),
    },
    settings: {
      read: call(Nothing, Settings),
      change: call(SettingsChange, Settings),
    },
    consoles: {
      list: call(Nothing, z.array(ConsoleView)),
      /** With `consoleId`, credentials that the draft leaves out are the kept ones. */
      test: call(z.strictObject({ draft: ConsoleDraft, consoleId: ConsoleId.optional() }), ConnectionReport),
      /** Tests first and saves only what works, unless the operator insists. */
      add: call(z.strictObject({ draft: ConsoleDraft, insist: z.boolean() }), ConsoleView),
      change: call(
        z.strictObject({ consoleId: ConsoleId, draft: ConsoleDraft, insist: z.boolean() }),
        ConsoleView,
      ),
      remove: call(ByConsole, Done),
      openPractice: call(Nothing, ConsoleView),
      /** Lets the operator choose a PEM file; null when they cancel. */
      chooseCertificate: call(Nothing, z.object({ fileName: z.string(), pem: z.string() }).nullable()),
    },
    environments: {
      list: call(ByConsole, z.array(Environment)),
      /** Null gives the decision back to the vendor or the guess. */
      adjust: call(
        z.strictObject({
          environment: EnvironmentRef,
          production: z.boolean().nullable().optional(),
          tab: z.boolean().optional(),
        }),
        Done,
      ),
      copyEndpoint: call(z.strictObject({ environment: EnvironmentRef }), m.CopyReport),
      roles: call(
        z.strictObject({ environment: EnvironmentRef }),
        z.array(z.object({ name: z.string(), description: z.string().optional() })),
      ),
    },
    keys: {
      /** Reads all keys of an environment; progress comes as `keysProgress`. */
      load: call(z.strictObject({ environment: EnvironmentRef }), m.Listing),
      cancelLoad: call(z.strictObject({ environment: EnvironmentRef }), Done),
      /** One page of a listing as the JSON text of `ApiKey[]`. */
      page: call(
        z.strictObject({ listing: z.string().max(64), page: z.number().int().nonnegative() }),
        z.object({ json: z.string() }),
      ),
      issue: call(
        z.strictObject({ operationId: OperationId, environment: EnvironmentRef, draft: KeyDraft }),
        m.IssueOutcome,
      ),
      edit: call(m.EditRequest, m.EditOutcome),
      stop: call(m.StopRequest, m.StopOutcome),
      /** The one way a secret of a listed key reaches the window. Rate limited. */
      show: call(z.strictObject({ key: KeyRef }), Secret),
      copy: call(z.strictObject({ key: KeyRef }), m.CopyReport),
      verify: call(z.strictObject({ key: KeyRef }), ProbeReport),
    },
    /** Secrets of newly issued keys, which wait in main under a handle. */
    secrets: {
      show: call(Handle, Secret),
      copy: call(Handle, m.CopyReport),
      /** Asks where to save; null when the operator cancels. */
      download: call(Handle.extend({ format: DownloadFormat }), z.object({ path: z.string() }).nullable()),
      verify: call(Handle, ProbeReport),
      release: call(Handle, Done),
    },
    bulk: {
      /** Freezes the selection; above a bound main asks in a dialog of its own. Null when declined there. */
      confirm: call(
        z.strictObject({
          targets: z
            .array(m.StopRequest.omit({ typed: true }))
            .min(1)
            .max(5_000),
        }),
        z.object({ token: z.string() }).nullable(),
      ),
      start: call(z.strictObject({ token: z.string().max(64), typed: z.string().max(60) }), m.BulkReport),
      cancel: call(z.strictObject({ bulkId: z.string().max(64) }), Done),
      report: call(z.strictObject({ bulkId: z.string().max(64) }), m.BulkReport),
    },
    operations: {
      /** Open operations, and those settled since the window opened. */
      list: call(Nothing, z.array(m.OperationView)),
      recheck: call(z.strictObject({ operationId: OperationId }), m.OperationView),
      /** Takes a settled operation off the list; an open one stays. */
      dismiss: call(z.strictObject({ operationId: OperationId }), Done),
    },
  },
  events: {
    keysProgress: z.object({
      environment: EnvironmentRef,
      loaded: z.number().int(),
      total: z.number().int().nullable(),
    }),
    bulkProgress: z.object({ bulkId: z.string(), rows: z.array(m.BulkRow) }),
    operationsChanged: Nothing,
    /** Something beyond this window's own calls changed the status (lock, keychain). */
    statusChanged: m.AppStatus,
    consolesChanged: Nothing,
  },
} as const;

export type AppContract = typeof contract;
