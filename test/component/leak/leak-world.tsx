import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { IncidentKey, IncidentView } from '@core/domain/incident';
import { toInstant } from '@core/domain/instant';
import type { Proof } from '@core/domain/leak/proof';
import type { SearchReport, SearchRow } from '@core/domain/leak/search';
import { LeakScreen } from '@renderer/leak/LeakScreen';
import { LEAK_START, type LeakPlace } from '@renderer/leak/leak-place';
import { aConsole, aKey, anEnvironment, NOW } from '@test/support/builders';
import { fakeClient, type Stubs } from '@test/support/fake-client';
import { reads, type World } from '@test/support/reads';
import { renderWithApp, type Rendered } from '@test/support/render-app';

export const INCIDENT = '3d1c3f0e-51a5-4c0d-9d53-0a1c5f3d9e01';

/** A moment some seconds after everything began. */
export const after = (seconds: number): string => toInstant(NOW + seconds * 1_000);

/** Sets the clock to the day around which everything is dated; timers stay real. */
export function onTheDay(): void {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());
}

/** An environment in which nothing was found. */
export const aRow = (over: Partial<SearchRow> = {}): SearchRow => ({
  environment: { consoleId: 'acme', environmentId: 'env-staging' },
  environmentName: 'staging',
  consoleName: 'Acme Qodly',
  vendor: 'qodly',
  production: false,
  verdict: 'none',
  keys: [],
  compared: 12,
  total: 12,
  ...over,
});

/** A search that is over, for one header line. */
export const aSearch = (over: Partial<SearchReport> = {}): SearchReport => ({
  searchId: 'search-1',
  candidates: [{ kind: 'header', name: 'api-key' }],
  truncated: false,
  state: 'finished',
  startedAt: after(0),
  rows: [],
  ...over,
});

/** A search with a key that is surely the one, and one that may be. */
export const FOUND = aSearch({
  rows: [
    aRow({
      verdict: 'exact',
      keys: [
        {
          key: aKey({ id: '1', name: 'Accounting' }),
          verdict: 'exact',
          why: 'The secret itself is the same.',
          listed: true,
          provable: true,
        },
        {
          key: aKey({ id: '2', name: 'Backup', type: 'administration' }),
          verdict: 'probable',
          why: 'It ends in the same four characters.',
          listed: true,
          provable: false,
        },
      ],
    }),
    aRow({
      environment: { consoleId: 'acme', environmentId: 'env-2' },
      environmentName: 'live',
      production: true,
    }),
    aRow({
      environment: { consoleId: 'acme', environmentId: 'env-3' },
      environmentName: 'media',
      verdict: 'not-searchable',
      why: 'It returns no secret, and Keydesk issued none of its keys.',
      compared: 0,
    }),
    aRow({
      environment: { consoleId: 'acme', environmentId: 'env-4' },
      environmentName: 'far away',
      verdict: 'failed',
      why: 'The console could not be reached.',
      compared: 0,
    }),
  ],
});

/** A leaked key that was not stopped yet. */
export const aLeaked = (over: Partial<IncidentKey> = {}): IncidentKey => ({
  key: { consoleId: 'acme', environmentId: 'env-staging', keyId: '1' },
  name: 'Accounting',
  environmentName: 'staging',
  consoleName: 'Acme Qodly',
  vendor: 'qodly',
  production: false,
  type: 'standard',
  role: 'Reader',
  verdict: 'exact',
  why: 'The secret itself is the same.',
  state: 'live',
  proof: null,
  provable: true,
  ...over,
});

/** Trials that were all refused so far. */
export const aProof = (over: Partial<Proof> = {}): Proof => ({
  state: 'refused',
  watching: true,
  trials: 2,
  refusals: 2,
  latest: { verdict: 'refused', reason: 'not-valid', status: 401, at: after(52) },
  lastAcceptedAt: null,
  refusedSince: after(48),
  deadAt: null,
  deadAfterMs: null,
  ...over,
});

/** Trials that proved a key dead. */
export const aDeath = (over: Partial<Proof> = {}): Proof =>
  aProof({
    state: 'dead',
    trials: 6,
    refusals: 5,
    deadAt: after(58),
    deadAfterMs: 3_200,
    latest: { verdict: 'refused', reason: 'not-valid', status: 401, at: after(58.4) },
    ...over,
  });

/** An open incident with one key that was identified. */
export function anIncident(over: Partial<IncidentView> = {}): IncidentView {
  const leaked = over.leaked ?? [aLeaked()];
  return {
    incidentId: INCIDENT,
    title: 'Leaked key: Accounting',
    drill: false,
    state: 'open',
    openedAt: after(20),
    by: 'Ada',
    keys: leaked.length,
    proved: leaked.filter(({ proof }) => proof?.state === 'dead').length,
    foundAt: 'A public repository',
    times: { reportedAt: after(0), identifiedAt: after(21) },
    leaked,
    chain: { state: 'intact' },
    entries: [
      {
        incidentId: INCIDENT,
        seq: 0,
        at: after(20),
        by: 'Ada',
        event: {
          kind: 'opened',
          title: 'Leaked key: Accounting',
          drill: false,
          reportedAt: after(0),
          foundAt: 'A public repository',
        },
        previous: '0'.repeat(64),
        hash: 'a'.repeat(64),
      },
    ],
    ...over,
  };
}

/** What the screen of a test looks at. */
export interface LeakWorld extends World {
  readonly place?: LeakPlace;
  readonly incidents?: readonly IncidentView[];
  readonly mayIssue?: boolean;
  readonly stubs?: Stubs;
}

/** Renders the screen over a world, which it may move about in. */
export function renderLeak({ place = LEAK_START, stubs = {}, ...world }: LeakWorld = {}): Rendered {
  const incidents = world.incidents ?? [];
  const client = fakeClient(
    reads({ consoles: [aConsole()], environments: [anEnvironment()], ...world }),
    {
      leak: { discard: async () => ({ done: true }), cancel: async () => ({ done: true }) },
      incidents: {
        list: async () => [...incidents],
        read: async () => incidents[0] ?? anIncident(),
      },
    },
    stubs,
  );
  return renderWithApp(<Moving place={place} mayIssue={world.mayIssue ?? true} />, client);
}

function Moving({ place: first, mayIssue }: { place: LeakPlace; mayIssue: boolean }): ReactNode {
  const [place, setPlace] = useState(first);
  return <LeakScreen place={place} goTo={setPlace} mayIssue={mayIssue} />;
}

/** The screen at an incident. */
export const renderIncident = (incident: IncidentView, world: LeakWorld = {}): Rendered =>
  renderLeak({ place: { at: 'incident', incidentId: INCIDENT }, incidents: [incident], ...world });
