import * as z from 'zod';
import { call } from '@core/contract/shape';
import { activityCalls } from '@core/contract/activity';
import { bulkCalls, bulkEvents } from '@core/contract/bulk';
import {
  exportCalls,
  exportEvents,
  inventoryCalls,
  inventoryEvents,
  signingCalls,
} from '@core/contract/inventories';
import { lastKnownCalls } from '@core/contract/last-known';
import { expiryCalls } from '@core/contract/expiry';
import { incidentCalls, leakCalls, leakEvents } from '@core/contract/leak';
import { comparisonCalls } from '@core/contract/comparisons';
import { reportCalls } from '@core/contract/reports';
import * as m from '@core/contract/messages';
import { planCalls, planEvents } from '@core/contract/plans';
import { policyCalls } from '@core/contract/policy';
import { replacementCalls, replacementEvents } from '@core/contract/replacements';
import { reviewCalls, reviewEvents } from '@core/contract/reviews';
import { KeyRef } from '@core/domain/api-key';
import { ConnectionReport, ConsoleDraft, ConsoleView } from '@core/domain/console';
import { DownloadFormat } from '@core/domain/download';
import { DeploymentView } from '@core/domain/deployment';
import { ConsoleId, Environment, EnvironmentRef } from '@core/domain/environment';
import { KeyDraft } from '@core/domain/key-draft';
import { OperationId } from '@core/domain/operation';
import { ProbeReport } from '@core/domain/probe';
import { ProtectionView } from '@core/domain/protection';
import { ProfileReport, RouteProfile, RouteTrial } from '@core/domain/route-profile';
import { Settings, SettingsChange } from '@core/domain/settings';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const Secret = z.object({ secret: z.string(), hideAfterSeconds: z.number().int() });
const Handle = z.strictObject({ handle: z.string().max(64) });
const ByConsole = z.strictObject({ consoleId: ConsoleId });
const ByEnvironment = z.strictObject({ environment: EnvironmentRef });

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
      /** Adds the practice consoles of all vendors. */
      openPractice: call(Nothing, z.array(ConsoleView)),
      /** How the routes of a console stand that its vendor does not document. */
      profile: call(ByConsole, ProfileReport),
      /** Replaces all routes the operator set; those left out are the console's own or the likely ones again. */
      setRoutes: call(ByConsole.extend({ routes: RouteProfile }), ConsoleView),
      /** Sends the reading routes among these, and nothing else. */
      tryRoutes: call(ByConsole.extend({ routes: RouteProfile }), z.array(RouteTrial)),
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
          /** Where its keys are used; null forgets it. */
          endpoint: z.string().trim().min(1).max(500).nullable().optional(),
        }),
        Done,
      ),
      copyEndpoint: call(ByEnvironment, m.CopyReport),
      roles: call(ByEnvironment, z.array(z.object({ name: z.string(), description: z.string().optional() }))),
    },
    keys: {
      /** Reads all keys of an environment; progress comes as `keysProgress`. */
      load: call(ByEnvironment, m.Listing),
      cancelLoad: call(ByEnvironment, Done),
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
      /** With the secret as the operator pasted it, where neither the console nor Keydesk has it. */
      verify: call(
        z.strictObject({ key: KeyRef, secret: z.string().min(1).max(4_000).optional() }),
        ProbeReport,
      ),
      /** Copies a snippet that uses the key; with its secret only where asked. */
      copyUsage: call(m.UsageChoice.extend({ key: KeyRef }), m.CopyReport),
    },
    lastKnown: lastKnownCalls,
    /** Secrets of newly issued keys, which wait in main under a handle. */
    secrets: {
      /** What waits, also for a window that was loaded anew after a lock. */
      waiting: call(Nothing, z.array(m.WaitingSecret)),
      show: call(Handle, Secret),
      copy: call(Handle, m.CopyReport),
      /** Asks where to save; null when the operator cancels. */
      download: call(Handle.extend({ format: DownloadFormat }), z.object({ path: z.string() }).nullable()),
      verify: call(Handle, ProbeReport),
      copyUsage: call(m.UsageChoice.extend({ handle: Handle.shape.handle }), m.CopyReport),
      release: call(Handle, Done),
    },
    deployments: {
      read: call(ByEnvironment, DeploymentView),
      /** Makes live what is saved; goes on as `deploymentChanged`. */
      start: call(
        ByEnvironment.extend({ target: z.string().max(100), typed: z.string().max(60).optional() }),
        DeploymentView,
      ),
    },
    protections: {
      list: call(ByEnvironment, z.array(ProtectionView)),
      change: call(m.ProtectionRequest, m.ProtectionOutcome),
    },
    leak: leakCalls,
    incidents: incidentCalls,
    replacements: replacementCalls,
    comparisons: comparisonCalls,
    reports: reportCalls,
    activity: activityCalls,
    policy: policyCalls,
    expiry: expiryCalls,
    bulk: bulkCalls,
    signing: signingCalls,
    exports: exportCalls,
    inventories: inventoryCalls,
    reviews: reviewCalls,
    plans: planCalls,
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
    ...bulkEvents,
    ...exportEvents,
    ...inventoryEvents,
    ...reviewEvents,
    ...planEvents,
    operationsChanged: Nothing,
    deploymentChanged: z.object({ environment: EnvironmentRef, view: DeploymentView }),
    /** Something beyond this window's own calls changed the status (lock, keychain). */
    statusChanged: m.AppStatus,
    consolesChanged: Nothing,
    ...leakEvents,
    ...replacementEvents,
  },
} as const;

export type AppContract = typeof contract;
