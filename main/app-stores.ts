import { join } from 'node:path';
import * as z from 'zod';
import { DEFAULT_POLICY_VIEW, PolicyView } from '@core/contract/policy';
import { ActivityEntry } from '@core/domain/activity';
import { BulkFile } from '@core/domain/bulk';
import { ConsoleRecord } from '@core/domain/console';
import { Operation } from '@core/domain/operation';
import { DEFAULT_SETTINGS, Settings } from '@core/domain/settings';
import { ClipboardMark } from '@main/services/clipboard-service';
import { DeploymentFile } from '@main/services/deployment-records';
import { ToldFile } from '@main/services/expiry/expiry-reminder';
import { Fingerprint } from '@main/services/fingerprint-service';
import { StoredLine } from '@main/services/incidents/incident-book';
import { PlanBookFile } from '@main/services/plans/plan-book';
import { RecordedFile } from '@main/services/recorded-keys';
import { ReplacementFile } from '@main/services/replacements/replacement-book';
import { TrustFile } from '@main/services/signing/trust-book';
import type { AppendLog, ChainedLog, DocumentStore, Log } from '@main/ports';
import { Journal } from '@main/storage/journal';
import { JsonStore } from '@main/storage/json-store';

/** Everything Keydesk keeps in its profile; none of it holds a secret. */
export interface AppStores {
  readonly consoles: DocumentStore<ConsoleRecord[]>;
  readonly settings: DocumentStore<Settings>;
  readonly clipboard: DocumentStore<ClipboardMark>;
  readonly deployments: DocumentStore<DeploymentFile>;
  readonly recorded: DocumentStore<RecordedFile>;
  readonly replacements: DocumentStore<ReplacementFile>;
  readonly bulk: DocumentStore<BulkFile>;
  readonly trusted: DocumentStore<TrustFile>;
  readonly policy: DocumentStore<PolicyView>;
  readonly expiryTold: DocumentStore<ToldFile>;
  readonly plans: DocumentStore<PlanBookFile>;
  readonly operations: AppendLog<Operation>;
  readonly fingerprints: AppendLog<Fingerprint>;
  readonly incidents: AppendLog<StoredLine>;
  readonly activity: ChainedLog<ActivityEntry>;
  /** Finishes what was asked for and lets go of the journals, as far as they were opened. */
  close(): Promise<void>;
}

/** The stores of a profile folder; nothing is opened before it is used. */
export function createStores(folder: string, log: Log): AppStores {
  const document = <T>(name: string, schema: z.ZodType<T>, initial: T): DocumentStore<T> =>
    new JsonStore({
      path: join(folder, name),
      schema,
      initial: () => initial,
      onProblem: ({ reason, recovered }) => log.warn('file.set-aside', { file: name, reason, recovered }),
    });
  const operations = lazyLog(() =>
    Journal.open({ path: join(folder, 'journal', 'operations.jsonl'), schema: Operation }),
  );
  const fingerprints = lazyLog(() =>
    Journal.open({ path: join(folder, 'journal', 'fingerprints.jsonl'), schema: Fingerprint }),
  );
  const activity = lazyLog(() =>
    Journal.open({ path: join(folder, 'journal', 'activity.jsonl'), schema: ActivityEntry }),
  );
  const incidents = lazyLog(() =>
    Journal.open({ path: join(folder, 'journal', 'incidents.jsonl'), schema: StoredLine }),
  );
  const logs = [operations, fingerprints, incidents, activity];
  return {
    consoles: document('consoles.json', z.array(ConsoleRecord), []),
    settings: document('settings.json', Settings, DEFAULT_SETTINGS),
    clipboard: document('clipboard.json', ClipboardMark, null),
    deployments: document('deployments.json', DeploymentFile, {}),
    recorded: document('recorded-keys.json', RecordedFile, {}),
    replacements: document('replacements.json', ReplacementFile, []),
    bulk: document('bulk-runs.json', BulkFile, []),
    plans: document('plans.json', PlanBookFile, {}),
    trusted: document('trusted-keys.json', TrustFile, []),
    policy: document('policy.json', PolicyView, DEFAULT_POLICY_VIEW),
    expiryTold: document('expiry-told.json', ToldFile, {}),
    operations,
    fingerprints,
    incidents,
    activity,
    close: async () => void (await Promise.allSettled(logs.map((log) => log.close()))),
  };
}

interface Closable<T> extends AppendLog<T>, ChainedLog<T> {
  close(): Promise<void>;
}

function lazyLog<T>(open: () => Promise<Journal<T>>): Closable<T> {
  let opening: Promise<Journal<T>> | null = null;
  const log = async (): Promise<Journal<T>> => {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      // A full disk may have been emptied by the next time.
      opening = null;
      throw error;
    }
  };
  return {
    read: async () => (await log()).read(),
    append: async (entry) => (await log()).append(entry),
    lines: async () => (await log()).lines(),
    last: async () => (await log()).last(),
    compact: async (keep) => (await log()).compact(keep),
    close: async () => (await opening)?.close(),
  };
}
