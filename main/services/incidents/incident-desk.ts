import { keyText, type KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { IncidentEvent, IncidentView } from '@core/domain/incident';
import { entriesOf, firstBroken } from '@core/domain/leak/chain';
import { incidentView } from '@core/domain/leak/incident-view';
import type { Proof } from '@core/domain/leak/proof';
import type { Clock, Crypto, Log } from '@main/ports';
import type { EnvironmentService } from '@main/services/environment-service';
import type { IncidentBook, StoredLine } from '@main/services/incidents/incident-book';
import { ProofWatches, type HeldLeak } from '@main/services/incidents/proof-watch';
import type { LeakSearch } from '@main/services/leak/leak-search';
import type { SecretVault } from '@main/services/secret-vault';

/** What the desk stands on. */
export interface IncidentDeskParts {
  readonly book: IncidentBook;
  readonly environments: EnvironmentService;
  readonly vault: SecretVault;
  readonly leak: LeakSearch;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly log: Log;
  readonly changed: (view: IncidentView) => void;
}

/** What everything about incidents has in common: their records, the secrets held for trials, and the trials. */
export class IncidentDesk {
  readonly watches: ProofWatches;
  private readonly held = new Map<string, HeldLeak>();

  constructor(private readonly parts: IncidentDeskParts) {
    this.watches = new ProofWatches({
      ...parts,
      note: (incidentId, key, proof) => this.noteProof(incidentId, key, proof),
      changed: (incidentId) => void this.tell(incidentId).catch(() => undefined),
    });
  }

  /** An incident as it stands. */
  async view(incidentId: string): Promise<IncidentView> {
    const view = this.derive(await this.parts.book.lines(incidentId));
    if (view !== null) return view;
    throw new AppError('not-found', 'Nothing of the record of this incident can be read.');
  }

  /** All incidents of which anything can be read, newest first. */
  async views(): Promise<IncidentView[]> {
    const records = [...(await this.parts.book.all()).values()];
    const views = records.flatMap((lines) => this.derive(lines) ?? []);
    return views.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  /** An incident that is worked on; `invalid-input` for one that is closed. */
  async open(incidentId: string): Promise<IncidentView> {
    const view = await this.view(incidentId);
    if (view.state === 'open') return view;
    throw new AppError('invalid-input', 'This incident is closed. Continue it first.');
  }

  /** Adds to a record, by its latest responder unless another is given, and tells the window. */
  async add(incidentId: string, events: readonly IncidentEvent[], by?: string): Promise<IncidentView> {
    const person = by ?? (await this.view(incidentId)).by;
    await this.parts.book.add(incidentId, person, events);
    return this.tell(incidentId);
  }

  /** Keeps the secret of a key for trials, until the incident is closed or Keydesk locks. */
  hold(incidentId: string, key: KeyRef, leak: HeldLeak): void {
    this.parts.log.redact(leak.secret);
    this.held.set(nameOf(incidentId, key), leak);
  }

  /** Null where it was never held, or is forgotten. */
  heldFor(incidentId: string, key: KeyRef): HeldLeak | null {
    return this.held.get(nameOf(incidentId, key)) ?? null;
  }

  /** Ends trials and forgets secrets: of one incident, or all of them at a lock and at the end. */
  async letGo(incidentId?: string): Promise<void> {
    for (const name of [...this.held.keys()])
      if (incidentId === undefined || name.startsWith(incidentId)) this.held.delete(name);
    await this.watches.endAll(incidentId);
  }

  /** SECURITY: throws `invalid-input` where a text for the record holds a leaked key. */
  mustNotTell(...texts: readonly string[]): void {
    const secrets = [...this.held.values()].map(({ secret }) => secret);
    const tells = (text: string): boolean =>
      this.parts.leak.isIn(text) || secrets.some((secret) => text.includes(secret));
    if (texts.some(tells))
      throw new AppError(
        'invalid-input',
        'This text holds what was pasted. A record never does: describe it instead.',
      );
  }

  private async tell(incidentId: string): Promise<IncidentView> {
    const view = await this.view(incidentId);
    this.parts.changed(view);
    return view;
  }

  /** A disk that fails must not end the trials; what they show stays on the screen. */
  private async noteProof(incidentId: string, key: KeyRef, proof: Proof): Promise<void> {
    try {
      await this.add(incidentId, [{ kind: 'proof', key, proof }]);
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'unexpected';
      this.parts.log.warn('incident.proof-not-kept', { code });
    }
  }

  private derive(lines: readonly StoredLine[]): IncidentView | null {
    const broken = firstBroken(lines, (text) => this.parts.crypto.sha256(text));
    const [first] = lines;
    return incidentView(entriesOf(lines), {
      chain: broken === null ? { state: 'intact' } : { state: 'damaged', line: broken },
      proofOf: (key) => this.watches.proofOf(first?.incidentId ?? '', key),
      provable: (key) => this.held.has(nameOf(first?.incidentId ?? '', key)),
    });
  }
}

const nameOf = (incidentId: string, key: KeyRef): string => `${incidentId} ${keyText(key)}`;
