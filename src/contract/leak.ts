import * as z from 'zod';
import { IssueOutcome } from '@core/contract/messages';
import { call } from '@core/contract/shape';
import { KeyRef } from '@core/domain/api-key';
import { IncidentId, IncidentSummary, IncidentView, KillMode } from '@core/domain/incident';
import { Instant } from '@core/domain/instant';
import { MOST_TEXT } from '@core/domain/leak/candidate';
import { SearchReport, SearchRow } from '@core/domain/leak/search';
import { OperationId } from '@core/domain/operation';

const Nothing = z.strictObject({});
const Done = z.object({ done: z.literal(true) });
const BySearch = z.strictObject({ searchId: z.string().max(64) });
const ByIncident = z.strictObject({ incidentId: IncidentId });
const Person = z.string().trim().min(1).max(200);

/** One key of an order: each is one operation, so that a second click joins the first. */
const Order = z.strictObject({ operationId: OperationId, key: KeyRef });

/** Finding a leaked key. What was pasted stays in main, under the id of its search, until `discard` or a lock. */
export const leakCalls = {
  /** Takes in the system's clipboard without showing it to the window. */
  readClipboard: call(Nothing, SearchReport),
  submit: call(z.strictObject({ text: z.string().min(1).max(MOST_TEXT) }), SearchReport),
  /** Resolves when every environment has its verdict; rows come as `leakProgress`. */
  search: call(BySearch, SearchReport),
  cancel: call(BySearch, Done),
  /** Forgets what was pasted. Records and trials that were begun with it keep what they need. */
  discard: call(BySearch, Done),
} as const;

/** Stopping leaked keys, proving it, and the record of both. */
export const incidentCalls = {
  /** Newest first. */
  list: call(Nothing, z.array(IncidentSummary)),
  read: call(ByIncident, IncidentView),
  /** Begins a record with what a search found. */
  open: call(
    BySearch.extend({
      title: z.string().trim().min(1).max(200),
      by: Person,
      reportedAt: Instant,
      foundAt: z.string().trim().max(2_000),
      keys: z.array(KeyRef).max(1_000),
    }),
    IncidentView,
  ),
  /** Another responder, or another day: from now on entries are by them. */
  resume: call(ByIncident.extend({ by: Person }), IncidentView),
  /** Adds keys a further search found, and takes over secrets for trials of those that are there already. */
  attach: call(
    ByIncident.extend({ searchId: z.string().max(64), keys: z.array(KeyRef).max(1_000) }),
    IncidentView,
  ),
  note: call(ByIncident.extend({ text: z.string().trim().min(1).max(2_000) }), IncidentView),
  /**
   * Stops keys, the most privileged first, each as one journaled operation, and goes on to try those that can be
   * tried. `typed` is what `killWord` asks for, where it does. Resolves when every key has an outcome.
   */
  stop: call(
    ByIncident.extend({
      mode: KillMode,
      why: z.string().trim().min(1).max(2_000),
      keys: z.array(Order).min(1).max(1_000),
      typed: z.string().max(60).optional(),
      evenOwn: z.boolean().optional(),
    }),
    IncidentView,
  ),
  /** Issues a copy of a leaked key with the same settings; `keys.stop` of the old one is a call of its own. */
  replace: call(
    ByIncident.extend({ ...Order.shape, why: z.string().trim().min(1).max(2_000) }),
    IssueOutcome,
  ),
  /** Tries a leaked key until its refusals are stable, and goes on watching. */
  prove: call(ByIncident.extend({ key: KeyRef }), IncidentView),
  /** Ends the watching. */
  unwatch: call(ByIncident.extend({ key: KeyRef }), IncidentView),
  close: call(ByIncident.extend({ summary: z.string().trim().max(2_000) }), IncidentView),
  /** Asks where to save; null when the operator cancels. `file` is what `openFile` reads. */
  save: call(
    ByIncident.extend({ format: z.enum(['markdown', 'html', 'file']) }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Takes in a record that somebody else saved; null when the operator cancels. */
  openFile: call(Nothing, IncidentView.nullable()),
  /** On the practice console a key is issued and "leaks"; the record's stopwatch runs from now. */
  startDrill: call(
    z.strictObject({ by: Person }),
    z.object({
      incident: IncidentView,
      search: SearchReport,
      /** Where and how the key came to light, as a colleague would tell it. */
      story: z.string(),
    }),
  ),
} as const;

export const leakEvents = {
  leakProgress: z.object({ searchId: z.string(), rows: z.array(SearchRow) }),
  incidentChanged: IncidentView,
} as const;
