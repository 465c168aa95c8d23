import type { AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import type { ActivityAction, ActivityNote, ActivityResult } from '@core/domain/activity';
import type { KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { isDefiniteRefusal } from '@core/domain/definite-refusal';
import type { ProbeReport } from '@core/domain/probe';
import { plural } from '@core/text/format';
import type { AppServices } from '@main/services/app-services';
import { runBegun } from '@main/ipc/activity-bulk';
import { inventoryRules } from '@main/ipc/activity-inventories';
import { reportRules } from '@main/ipc/activity-reports';
import { planRules } from '@main/ipc/activity-plans';
import { policyRules } from '@main/ipc/activity-policy';
import { adjustText, changedConsole, settingsText } from '@main/ipc/activity-words';

type About = Omit<ActivityNote, 'result'>;

/** How a call is told of in the activity log. */
export interface ActivityRule<I, O> {
  /** What it is about, asked before it is made; null where it is nothing for the log. */
  about(input: I, services: AppServices): About | null | Promise<About | null>;
  /** What came of it; null where nothing was done after all. */
  outcome?(output: O, input: I, services: AppServices): Partial<ActivityNote> | null;
  /** What a failure means; `failed` unless it says otherwise. */
  failed?(error: unknown): ActivityResult;
  /** Told as begun before it is made, and of its end only where it failed. */
  readonly early?: true;
  /** True where its failure is in the log already. */
  told?(input: I, services: AppServices): boolean;
}

type All = Handlers<AppContract>;
type RuleFor<H> = H extends (input: infer I) => infer O ? ActivityRule<I, Awaited<O>> : never;
type Rules = { readonly [G in keyof All]?: { readonly [N in keyof All[G]]?: RuleFor<All[G][N]> } };

/** A change of keys, told of by the journal of operations; here only where it failed before it came to that. */
const change = (action: ActivityAction) => ({
  about: ({ key, environment }: { key?: KeyRef; environment?: Omit<KeyRef, 'keyId'> }) => ({
    action,
    ...environment,
    ...key,
  }),
  outcome: () => null,
  told: ({ operationId }: { operationId: string }, { journal }: AppServices) =>
    journal.find(operationId) !== undefined,
});

const listed = (action: ActivityAction) => ({ about: ({ key }: { key: KeyRef }) => ({ action, ...key }) });

const held = (action: ActivityAction) => ({
  about: ({ handle }: { handle: string }, services: AppServices) => ({
    action,
    ...heldKey(handle, services),
  }),
});

function heldKey(handle: string, { vault }: AppServices): Partial<About> {
  const found = vault.waiting().find((secret) => secret.handle === handle);
  return found === undefined ? {} : { ...found.key, keyName: found.label };
}

const VERDICTS: Readonly<Record<ProbeReport['verdict'], string>> = {
  accepted: 'The key works.',
  refused: 'The key was refused.',
  inconclusive: 'Nothing was proved.',
};
const verdict = ({ verdict }: ProbeReport) => ({ detail: VERDICTS[verdict] });

/** A snippet without its secret is nothing to tell of. */
const snippet = ({ withSecret }: { withSecret: boolean }, about: About): About | null =>
  withSecret ? { ...about, detail: 'In a snippet.' } : null;

const unlessCancelled = (saved: object | null) => (saved === null ? null : {});

/** Which calls are told of, and how. */
export const ACTIVITY_RULES: Rules = {
  app: { unlock: { about: () => ({ action: 'unlock' }) } },
  policy: policyRules,
  settings: {
    change: {
      about: (input) => {
        const detail = settingsText(input);
        return detail === '' ? null : { action: 'change-settings', detail };
      },
    },
  },
  consoles: {
    add: {
      about: ({ draft: { label } }) => ({ action: 'add-console', consoleName: label }),
      outcome: ({ id }) => ({ consoleId: id }),
    },
    change: {
      about: async ({ consoleId, draft }, { consoles }) => ({
        action: 'change-console',
        consoleId,
        detail: changedConsole(draft, await consoles.find(consoleId)),
      }),
    },
    remove: {
      about: async ({ consoleId }, { consoles }) => ({
        action: 'remove-console',
        consoleId,
        consoleName: (await consoles.find(consoleId)).label,
      }),
    },
    openPractice: { about: () => ({ action: 'add-console', detail: 'The practice console was opened.' }) },
    setRoutes: {
      about: ({ consoleId }) => ({ action: 'change-console', consoleId, detail: 'Its routes were set.' }),
    },
  },
  environments: {
    adjust: {
      about: ({ environment, ...change }) => {
        const detail = adjustText(change);
        return detail === '' ? null : { action: 'change-environment', ...environment, detail };
      },
    },
  },
  keys: {
    issue: change('issue'),
    edit: change('edit'),
    stop: change('stop'),
    show: listed('show'),
    copy: listed('copy'),
    verify: { ...listed('verify'), outcome: verdict },
    copyUsage: { about: ({ key, ...choice }) => snippet(choice, { action: 'copy', ...key }) },
  },
  secrets: {
    show: held('show'),
    copy: held('copy'),
    download: {
      ...held('download'),
      outcome: (saved, { format }) => (saved === null ? null : { detail: `Saved as ${format}.` }),
    },
    verify: { ...held('verify'), outcome: verdict },
    copyUsage: {
      about: ({ handle, ...choice }, services) =>
        snippet(choice, { action: 'copy', ...heldKey(handle, services) }),
    },
  },
  deployments: {
    start: {
      about: ({ environment, target }) => ({
        action: 'deploy',
        ...environment,
        detail: `Deployment to ${target}.`,
      }),
      outcome: () => ({ result: 'begun' }),
      failed: (error) =>
        error instanceof AppError && isDefiniteRefusal(error, 'deploy') ? 'failed' : 'unclear',
    },
  },
  protections: { change: change('protect') },
  lastKnown: { forget: { about: () => ({ action: 'change-settings', detail: 'Forgot last known keys.' }) } },
  replacements: {
    issue: {
      about: ({ operationId, old }) => ({ action: 'replace', of: operationId, ...old }),
      outcome: () => ({ result: 'begun' }),
    },
    callOff: { about: ({ id }) => ({ action: 'replace', of: id, detail: 'Called off: both keys stay.' }) },
  },
  bulk: {
    start: {
      about: () => ({ action: 'bulk' }),
      outcome: (report, _token, services) => runBegun(report, services),
    },
    resume: {
      about: () => ({ action: 'bulk' }),
      outcome: (report, _run, services) => runBegun(report, services),
    },
    cancel: {
      about: ({ bulkId }) => ({ action: 'bulk', of: bulkId, detail: 'What was not begun is left alone.' }),
    },
    save: {
      about: ({ bulkId, format }) => ({
        action: 'export',
        of: bulkId,
        detail: `The outcome of a run, as ${format}.`,
      }),
      outcome: unlessCancelled,
    },
    exportKeys: {
      about: ({ keys }) => ({ action: 'export', detail: `${plural(keys.length, 'key')}, as csv.` }),
      outcome: unlessCancelled,
    },
  },
  plans: planRules,
  leak: { search: { about: () => ({ action: 'search-leak' }), early: true } },
  incidents: {
    open: {
      about: ({ title }) => ({ action: 'open-incident', detail: `“${title}”` }),
      outcome: ({ incidentId }) => ({ of: incidentId }),
    },
    startDrill: {
      about: () => ({ action: 'open-incident', detail: 'A drill.' }),
      outcome: ({ incident }) => ({ of: incident.incidentId }),
    },
    resume: {
      about: ({ incidentId }) => ({ action: 'open-incident', of: incidentId, detail: 'Continued.' }),
    },
    openFile: {
      about: () => ({ action: 'open-incident', detail: 'From a file.' }),
      outcome: (view) => (view === null ? null : { of: view.incidentId }),
    },
    prove: { about: ({ incidentId, key }) => ({ action: 'prove', of: incidentId, ...key }) },
    close: { about: ({ incidentId }) => ({ action: 'close-incident', of: incidentId }) },
    save: {
      about: ({ incidentId, format }) => ({
        action: 'export',
        of: incidentId,
        detail: `An incident record, as ${format}.`,
      }),
      outcome: unlessCancelled,
    },
  },
  ...inventoryRules,
  ...reportRules,
};
