import { AppError } from '@core/domain/app-error';
import type { InventoryKey, OpenInventory } from '@core/domain/inventory';
import { toInstant } from '@core/domain/instant';
import { PLAN_FORMAT, PLAN_VERSION, type Plan, type PlanPreview, type PlanRow } from '@core/domain/plan';
import { seenOf } from '@core/domain/plan-facts';
import type { ReviewEntry } from '@core/domain/review';
import { planText } from '@core/text/plan-file';
import type { Clock, Dialogs, SecretFiles } from '@main/ports';
import type { SigningService } from '@main/services/signing/signing-service';

/** An inventory that is open, with all of its keys and what was decided about them. */
export interface ReviewedInventory {
  readonly inventory: OpenInventory;
  readonly keys: readonly InventoryKey[];
  readonly entries: readonly ReviewEntry[];
}

/** What plans are made with. */
export interface PlanMakerParts {
  readonly reviewed: (inventoryId: string) => Promise<ReviewedInventory>;
  readonly signing: Pick<SigningService, 'sign'>;
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly files: SecretFiles;
  readonly clock: Pick<Clock, 'now'>;
  /** The system's name of whoever sits here. */
  readonly person: string;
  /** The version of Keydesk. */
  readonly version: string;
}

/** Where a file went; null when the operator cancelled. */
export type PlanSaved = { path: string; rows: number; signed: boolean } | null;

/** Makes plans of what was decided about the keys of an open inventory. */
export class PlanMaker {
  constructor(private readonly parts: PlanMakerParts) {}

  /** What a plan would hold. */
  async preview(inventoryId: string): Promise<PlanPreview> {
    const { keys, entries } = await this.parts.reviewed(inventoryId);
    const decisions = { keep: 0, restrict: 0, replace: 0, revoke: 0, ask: 0 };
    for (const { decision, row } of entries)
      if (decision !== null && row < keys.length) decisions[decision] += 1;
    const decided = Object.values(decisions).reduce((sum, count) => sum + count, 0);
    return { decisions, undecided: keys.length - decided, madeBy: this.parts.person };
  }

  /** Asks where to, and writes it, signed where there is a key to sign with. */
  async make(inventoryId: string, madeBy: string): Promise<PlanSaved> {
    const reviewed = await this.parts.reviewed(inventoryId);
    const plan = planOf(reviewed, { ...this.parts, madeBy });
    if (plan.rows.length === 0)
      throw new AppError('invalid-input', 'Nothing was decided yet that somebody has to do.');
    return this.save(plan, `${stem(reviewed.inventory.fileName)}.keydesk-plan`);
  }

  /** Writes a plan or its outcome. */
  async save(plan: Plan, suggested: string): Promise<PlanSaved> {
    const chosen = await this.parts.dialogs.saveFile(suggested);
    if (chosen === null) return null;
    const { text, signed } = await this.parts.signing.sign(planText(plan));
    await this.parts.files.save(chosen.path, text, chosen.overwrite);
    return { path: chosen.path, rows: plan.rows.length, signed };
  }
}

/** The name of a file without its ending. */
export const stem = (fileName: string): string => fileName.replace(/\.[a-z-]+$/i, '');

function planOf(
  { inventory, keys, entries }: ReviewedInventory,
  { clock, madeBy, version }: Pick<PlanMakerParts, 'clock' | 'version'> & { readonly madeBy: string },
): Plan {
  const loose = inventory.source === 'mapped';
  const rows = entries.flatMap((entry) => rowOf(entry, keys[entry.row], loose) ?? []);
  const kept = entries.filter(({ decision, row }) => decision === 'keep' && row < keys.length).length;
  const { fileName, sha256, exportedAt, signature } = inventory;
  return {
    format: PLAN_FORMAT,
    version: PLAN_VERSION,
    keydesk: version,
    madeAt: toInstant(clock.now()),
    madeBy,
    inventory: { fileName, sha256, exportedAt, signature: signature.state },
    left: { kept, undecided: keys.length - kept - rows.length },
    count: rows.length,
    ...onlyUsed(inventory.places, rows),
  };
}

function rowOf(
  { decision, note, owner }: ReviewEntry,
  key: InventoryKey | undefined,
  loose: boolean,
): PlanRow | null {
  if (key === undefined || decision === null || decision === 'keep') return null;
  return {
    place: key.place,
    keyId: key.id,
    name: key.name,
    decision,
    seen: seenOf(key, loose),
    ...(note !== undefined && note !== '' && { note }),
    ...(owner !== undefined && owner !== '' && { owner }),
  };
}

/** The places that rows name, and the rows by their new positions. */
function onlyUsed(places: Plan['places'], rows: readonly PlanRow[]): Pick<Plan, 'places' | 'rows'> {
  const used = [...new Set(rows.map(({ place }) => place))].sort((a, b) => a - b);
  const position = new Map(used.map((place, at) => [place, at]));
  return {
    places: used.flatMap((place) => places[place] ?? []),
    rows: rows.map((row) => ({ ...row, place: position.get(row.place) ?? 0 })),
  };
}
