import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';

type Calls = AppContract['calls'];

/** What the mode makes of a call: it works, it is refused, or its input tells which. */
export type RevokeOnlyRule<I> = 'works' | 'refused' | ((input: I) => 'works' | 'refused');

/** SECURITY: every call takes a side; one that is added to the contract does not compile without. */
export type RevokeOnlyRules = {
  readonly [G in keyof Calls]: {
    readonly [N in keyof Calls[G]]: Calls[G][N] extends { readonly input: infer I extends z.ZodType }
      ? RevokeOnlyRule<z.output<I>>
      : never;
  };
};

const works = 'works';
const refused = 'refused';
const worksUnless = (refuse: boolean): 'works' | 'refused' => (refuse ? refused : works);

/**
 * Which calls work in revoke-only mode: those that find, read, verify, stop, and record what was done. Those that show,
 * copy or save a secret, and those that create, widen or change anything, are refused.
 */
export const REVOKE_ONLY: RevokeOnlyRules = {
  app: {
    status: works,
    painted: works,
    active: works,
    lock: works,
    unlock: works,
    retryKeychain: works,
    openLink: works,
  },
  // The setting is its own way back; the switch needs none, because no setting reaches it.
  settings: { read: works, change: works },
  consoles: {
    list: works,
    test: refused,
    add: refused,
    change: refused,
    remove: refused,
    openPractice: works,
    profile: works,
    setRoutes: refused,
    tryRoutes: works,
    chooseCertificate: refused,
  },
  environments: {
    list: works,
    // Where keys are used is where leaked ones are tried.
    adjust: ({ endpoint }) => worksUnless(endpoint !== undefined),
    copyEndpoint: works,
    roles: works,
  },
  keys: {
    load: works,
    cancelLoad: works,
    page: works,
    issue: refused,
    // Disabling is a stop that can be taken back.
    edit: ({ changes }) => worksUnless(Object.keys(changes).join() !== 'active' || changes.active !== false),
    stop: works,
    show: refused,
    copy: refused,
    verify: works,
    copyUsage: ({ withSecret }) => worksUnless(withSecret),
  },
  lastKnown: { environments: works, keys: works, page: works, status: works, forget: works },
  secrets: {
    waiting: works,
    show: refused,
    copy: refused,
    download: refused,
    verify: works,
    copyUsage: ({ withSecret }) => worksUnless(withSecret),
    release: works,
  },
  // Where a stop has to be deployed, it is part of stopping.
  deployments: { read: works, start: works },
  protections: { list: works, change: refused },
  leak: { readClipboard: works, submit: works, search: works, cancel: works, discard: works },
  incidents: {
    list: works,
    read: works,
    open: works,
    resume: works,
    attach: works,
    note: works,
    stop: works,
    replace: refused,
    prove: works,
    unwatch: works,
    close: works,
    save: works,
    openFile: works,
    startDrill: refused,
  },
  replacements: {
    list: works,
    issue: refused,
    wait: works,
    look: works,
    callOff: works,
    forget: works,
  },
  bulk: {
    // What an act does decides; `BulkService` asks for that, also for a run that is resumed.
    confirm: works,
    start: works,
    pause: works,
    resume: works,
    cancel: works,
    report: works,
    list: works,
    save: works,
    exportKeys: works,
  },
  // Files, whose keys are nobody's to use.
  inventories: {
    choose: works,
    drop: works,
    offered: works,
    open: works,
    cancel: works,
    list: works,
    page: works,
    close: works,
    saveAs: works,
  },
  reviews: { open: works, put: works, finish: works },
  // What Keydesk executes of a plan are stops; a hand of its own does the rest.
  plans: {
    preview: works,
    make: works,
    open: works,
    read: works,
    page: works,
    check: works,
    approve: works,
    tick: works,
    question: works,
    execute: works,
    save: works,
    close: works,
  },
  operations: { list: works, recheck: works, dismiss: works },
  comparisons: { compare: works, cancel: works, page: works, save: works },
  reports: { save: works },
  activity: { load: works, page: works, verify: works, export: works },
  policy: { read: works, change: works, saveFile: works, openFile: works },
  expiry: { saveIcs: works },
  exports: { inventory: works, cancel: works },
  // Whom a file is believed changes nothing on a console.
  signing: { own: works, trusted: works, trust: works, distrust: works },
};
