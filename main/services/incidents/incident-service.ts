import type * as z from 'zod';
import type { incidentCalls } from '@core/contract/leak';
import type { IssueOutcome } from '@core/contract/messages';
import { keyText, type KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { DeploymentView } from '@core/domain/deployment';
import type { EnvironmentRef } from '@core/domain/environment';
import type { IncidentEvent, IncidentSummary, IncidentView, LeakedKey } from '@core/domain/incident';
import { summaryOf } from '@core/domain/leak/incident-view';
import type { FoundKey, SearchRow } from '@core/domain/leak/search';
import { IncidentDesk, type IncidentDeskParts } from '@main/services/incidents/incident-desk';
import { startDrill, type IncidentDrillParts } from '@main/services/incidents/incident-drill';
import { IncidentFiles, type IncidentFilesParts } from '@main/services/incidents/incident-files';
import { replaceLeaked } from '@main/services/incidents/incident-replacing';
import { IncidentSettling, type IncidentSettlingParts } from '@main/services/incidents/incident-settling';
import { IncidentStops } from '@main/services/incidents/incident-stops';

type Input<C extends keyof typeof incidentCalls> = z.output<(typeof incidentCalls)[C]['input']>;

/** So many environments of a search are written down. */
const MOST_PLACES = 5_000;

/** What the service stands on. */
export type IncidentServiceParts = IncidentDeskParts &
  Omit<IncidentDrillParts, 'desk'> &
  Omit<IncidentFilesParts, 'desk'> &
  Omit<IncidentSettlingParts, 'desk'>;

/** Stops leaked keys, proves it, and keeps the record of both. */
export class IncidentService {
  private readonly desk: IncidentDesk;
  private readonly stops: IncidentStops;
  private readonly files: IncidentFiles;
  private readonly settling: IncidentSettling;

  constructor(private readonly parts: IncidentServiceParts) {
    this.desk = new IncidentDesk(parts);
    const shared = { ...parts, desk: this.desk };
    this.stops = new IncidentStops(shared);
    this.files = new IncidentFiles(shared);
    this.settling = new IncidentSettling(shared);
  }

  async list(): Promise<IncidentSummary[]> {
    return (await this.desk.views()).map(summaryOf);
  }

  /** Looks again at every order without a clear outcome. */
  async read(incidentId: string): Promise<IncidentView> {
    return this.settling.look(await this.desk.view(incidentId));
  }

  async open({ searchId, title, by, reportedAt, foundAt, keys }: Input<'open'>): Promise<IncidentView> {
    this.desk.mustNotTell(title, by, foundAt);
    const incidentId = this.parts.crypto.uuid();
    const found = this.taken(searchId, keys);
    const opened: IncidentEvent = { kind: 'opened', title, drill: false, reportedAt, foundAt };
    await this.parts.book.add(incidentId, by, [opened, ...found]);
    this.hold(incidentId, searchId, keys);
    return this.desk.add(incidentId, []);
  }

  async resume({ incidentId, by }: Input<'resume'>): Promise<IncidentView> {
    this.desk.mustNotTell(by);
    return this.desk.add(incidentId, [{ kind: 'continued' }], by);
  }

  async attach({ incidentId, searchId, keys }: Input<'attach'>): Promise<IncidentView> {
    await this.desk.open(incidentId);
    const found = this.taken(searchId, keys);
    this.hold(incidentId, searchId, keys);
    return this.desk.add(incidentId, found);
  }

  async note({ incidentId, text }: Input<'note'>): Promise<IncidentView> {
    await this.desk.view(incidentId);
    this.desk.mustNotTell(text);
    return this.desk.add(incidentId, [{ kind: 'note', text }]);
  }

  stop(request: Input<'stop'>): Promise<IncidentView> {
    return this.stops.stop(request);
  }

  replace(request: Input<'replace'>): Promise<IssueOutcome> {
    return replaceLeaked(request, { ...this.parts, desk: this.desk });
  }

  async prove({ incidentId, key }: Input<'prove'>): Promise<IncidentView> {
    const view = await this.desk.open(incidentId);
    const held = this.desk.heldFor(incidentId, key);
    if (held === null)
      throw new AppError(
        'not-found',
        'Keydesk does not hold this key any more. Search for it again to try it.',
      );
    const leaked = view.leaked.find((each) => keyText(each.key) === keyText(key));
    await this.desk.watches.start({ incidentId, key, held, orderedAt: leaked?.orderedAt ?? null });
    return this.desk.view(incidentId);
  }

  async unwatch({ incidentId, key }: Input<'unwatch'>): Promise<IncidentView> {
    await this.desk.watches.end(incidentId, key);
    return this.desk.view(incidentId);
  }

  async close({ incidentId, summary }: Input<'close'>): Promise<IncidentView> {
    await this.desk.open(incidentId);
    this.desk.mustNotTell(summary);
    await this.desk.letGo(incidentId);
    return this.desk.add(incidentId, [{ kind: 'closed', summary }]);
  }

  save({ incidentId, format }: Input<'save'>): Promise<{ path: string } | null> {
    return this.files.save(incidentId, format);
  }

  openFile(): Promise<IncidentView | null> {
    return this.files.open();
  }

  startDrill({ by }: Input<'startDrill'>): ReturnType<typeof startDrill> {
    return startDrill(by, { ...this.parts, desk: this.desk });
  }

  /** A pipeline of an environment came to its end, or moved on. */
  deployed(environment: EnvironmentRef, view: DeploymentView): Promise<void> {
    return this.settling.deployed(environment, view);
  }

  /** Ends all trials, each with a line in its record, and forgets the secrets; at a lock and at the end. */
  letGo(): Promise<void> {
    return this.desk.letGo();
  }

  /** What a search found, as lines of a record: no secret, and nothing of what was pasted. */
  private taken(searchId: string, keys: readonly KeyRef[]): IncidentEvent[] {
    const { rows, candidates } = this.parts.leak.findings(searchId).report;
    const places = rows.slice(0, MOST_PLACES).map(({ environment, environmentName: name, verdict, why }) => ({
      environment,
      name,
      verdict,
      ...(why !== undefined && { why }),
    }));
    const searched: IncidentEvent = { kind: 'searched', candidates, places };
    const found = keys.map((key) => leakedKey(key, rows));
    return found.length === 0 ? [searched] : [searched, { kind: 'identified', keys: found }];
  }

  private hold(incidentId: string, searchId: string, keys: readonly KeyRef[]): void {
    const { report, secretOf } = this.parts.leak.findings(searchId);
    for (const key of keys) {
      const secret = secretOf(key);
      const { activatesAt } = foundIn(report.rows, key)?.found.key ?? {};
      if (secret !== null) this.desk.hold(incidentId, key, { ...secret, activatesAt });
    }
  }
}

function foundIn(
  rows: readonly SearchRow[],
  wanted: KeyRef,
): { readonly row: SearchRow; readonly found: FoundKey } | undefined {
  for (const row of rows)
    for (const found of row.keys)
      if (keyText({ ...row.environment, keyId: found.key.id }) === keyText(wanted)) return { row, found };
  return undefined;
}

function leakedKey(ref: KeyRef, rows: readonly SearchRow[]): LeakedKey {
  const there = foundIn(rows, ref);
  if (there === undefined)
    throw new AppError('invalid-input', 'This key was not found by the search. Search again.');
  const { row, found } = there;
  const { environmentName, consoleName, vendor, production } = row;
  const { name, type, role, revision } = found.key;
  return {
    key: ref,
    name,
    environmentName,
    consoleName,
    vendor,
    production,
    type,
    role,
    verdict: found.verdict,
    why: found.why,
    ...(revision !== undefined && { revision }),
  };
}
