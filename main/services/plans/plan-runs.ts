import { keyText } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { MOST_AT_ONCE, type AskedTarget, type BulkAct, type BulkReport } from '@core/domain/bulk';
import { actWords, bulkWord } from '@core/domain/bulk-words';
import { environmentKey } from '@core/domain/environment';
import { keyPower } from '@core/domain/key-power';
import type { PlanQuestion } from '@core/domain/plan';
import type { Crypto } from '@main/ports';
import type { BulkService } from '@main/services/bulk/bulk-service';
import type { OpenPlan } from './open-plans';
import { without, type PlanBook, type PlanRecord, type SentRow } from './plan-book';
import { aliveAfter, type CheckedRow, type LiveKey } from './plan-check';

/** What runs are begun with. */
export interface PlanRunsParts {
  readonly bulk: Pick<BulkService, 'confirm' | 'start'>;
  readonly book: PlanBook;
  readonly crypto: Pick<Crypto, 'uuid'>;
}

/** What to begin with. */
export interface PlanOrder {
  readonly rows: readonly number[];
  readonly typed: string;
  readonly evenOwn?: boolean | undefined;
}

const STOP: BulkAct = { kind: 'stop' };

interface ApprovedRow {
  readonly row: number;
  readonly live: LiveKey;
}

/** The approved rows of a plan as runs over many keys: the same question, the same journal, the same way back. */
export class PlanRuns {
  constructor(private readonly parts: PlanRunsParts) {}

  /** What has to be asked about what is approved; approvals of keys that are others now are taken back. */
  async question(open: OpenPlan): Promise<PlanQuestion> {
    const before = await this.parts.book.read(open.planId);
    const kept = approvedRows(open, before);
    const stale = approvedNumbers(before).filter((row) => !isApproved(open.checked?.rows[row], row, before));
    if (stale.length > 0)
      await this.parts.book.change(open.planId, ({ approved }) => ({ approved: without(approved, stale) }));
    return { ...asked(once(kept).slice(0, MOST_AT_ONCE)), dropped: stale.length };
  }

  /**
   * Begins with approved rows; null when the operator declines in main's own dialog. SECURITY: each key is bound to
   * the facts it was approved by, and is left alone where it has others when its turn comes.
   */
  async execute(open: OpenPlan, { rows, typed, evenOwn }: PlanOrder): Promise<BulkReport | null> {
    const { bulk, book } = this.parts;
    const record = await book.read(open.planId);
    const wanted = new Set(rows);
    const orders = approvedRows(open, record)
      .filter(({ row }) => wanted.has(row))
      .map((approved) => ({ ...approved, target: this.target(approved.live) }));
    if (orders.length === 0 || orders.length < wanted.size)
      throw new AppError(
        'invalid-input',
        'Some of these rows are not approved any more. Look at them again.',
      );
    const targets = orders.map(({ target }) => target);
    const confirmed = await bulk.confirm({ act: STOP, targets, evenOwn });
    if (confirmed === null) return null;
    const bulkId = confirmed.token;
    const sent = Object.fromEntries(orders.map((order) => [order.row, sentRow(order, bulkId)]));
    // Before anything is sent: a crash must not leave keys that are stopped by nobody knows what.
    await book.change(open.planId, (now) => ({
      sent: { ...now.sent, ...sent },
      ends: without(now.ends, wanted),
      // What a person said of a row must not hide what became of it.
      hands: without(now.hands, wanted),
    }));
    const report = await bulk.start(bulkId, typed);
    await book.change(open.planId, ({ approved }) => ({ approved: without(approved, wanted) }));
    return report;
  }

  private target({ key, facts }: LiveKey): AskedTarget {
    const { consoleId, environmentId, id: keyId } = key;
    return { operationId: this.parts.crypto.uuid(), key: { consoleId, environmentId, keyId }, facts };
  }
}

function sentRow(
  { live, target }: { readonly live: LiveKey; readonly target: AskedTarget },
  bulkId: string,
): SentRow {
  const alive = aliveAfter(live.place);
  const { operationId, key } = target;
  return { operationId, bulkId, key, ...(alive !== '' && { alive }) };
}

/** Whether a row is approved as it was found last. */
export const isApproved = (checked: CheckedRow | undefined, row: number, { approved }: PlanRecord): boolean =>
  checked?.live !== undefined && checked.live !== null && approved[row] === checked.live.facts;

const approvedNumbers = ({ approved }: PlanRecord): number[] => Object.keys(approved).map(Number);

const power = ({ live: { key, place } }: ApprovedRow): number => keyPower(key, place.environment.production);

/** The most powerful first. */
function approvedRows({ checked }: OpenPlan, record: PlanRecord): ApprovedRow[] {
  return approvedNumbers(record)
    .flatMap((row) => {
      const found = checked?.rows[row];
      return found?.live && isApproved(found, row, record) ? [{ row, live: found.live }] : [];
    })
    .sort((a, b) => power(b) - power(a) || a.row - b.row);
}

/** Two places of a file can be one here, and then name a key twice. */
function once(rows: readonly ApprovedRow[]): ApprovedRow[] {
  const keys = new Map(
    [...rows].reverse().map((row) => [keyText({ ...row.live.key, keyId: row.live.key.id }), row]),
  );
  return [...keys.values()].reverse();
}

function asked(rows: readonly ApprovedRow[]): Omit<PlanQuestion, 'dropped'> {
  const places = new Map(rows.map(({ live: { place } }) => [environmentKey(place.environment), place]));
  const traits = [...places.values()].map((place) => place.traits);
  const keys = rows.map(({ live }) => live.key);
  const inProduction = rows.filter(({ live }) => live.place.environment.production).length;
  return {
    rows: rows.map(({ row }) => row),
    verb: actWords(STOP, traits).verb,
    word: bulkWord({ act: STOP, keys, traits, environments: places.size, production: inProduction > 0 }),
    environments: places.size,
    production: inProduction,
    administration: keys.filter(({ type }) => type === 'administration').length,
    own: rows.some(({ live }) => live.perhapsOwn),
    consequences: [...new Set(traits.map(({ stop }) => `${stop.effect} ${stop.undo}`))],
  };
}
