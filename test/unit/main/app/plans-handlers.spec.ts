import { beforeEach, describe, expect, it } from 'vitest';
import type { FileOffer, OpenOutcome } from '@core/contract/inventories';
import type { BulkReport } from '@core/domain/bulk';
import type { PlanQuestion, PlanRowView, PlanView } from '@core/domain/plan';
import { daysFromNow } from '@test/support/builders';
import { fileOf, inventoryText } from '@test/support/inventory-file';
import { allWereCalled, CalledApp } from './called-app';

describe('every call about plans', () => {
  const app = new CalledApp();
  beforeEach(() => app.open());

  /** What was saved last, offered again. */
  async function offered(name: string): Promise<string> {
    const path = `/home/ada/${name}.keydesk-plan`;
    app.at.files.set(path, [...app.at.desk.files.saved.values()].at(-1)?.text ?? '');
    return (await app.call<FileOffer>('inventories.drop', { path })).fileId;
  }

  /** Decides about two keys of an inventory, and opens the plan of it. */
  async function plan(): Promise<PlanView> {
    const { fileId } = await app.call<FileOffer>('inventories.drop', {
      path: await fileOf(inventoryText(2)),
    });
    const outcome = await app.call<OpenOutcome>('inventories.open', { fileId });
    if (outcome.state !== 'open') throw new Error('It was not opened.');
    const { inventoryId } = outcome.inventory;
    const decided = { at: daysFromNow(0), by: 'Rita' };
    const entries = [
      { ...decided, row: 0, decision: 'replace' },
      { ...decided, row: 1, decision: 'revoke' },
    ];
    await app.call('reviews.put', { inventoryId, entries });
    expect(await app.call('plans.preview', { inventoryId })).toMatchObject({ undecided: 0, madeBy: 'ada' });
    expect(await app.call('plans.make', { inventoryId, madeBy: 'Rita' })).toMatchObject({
      rows: 2,
      signed: true,
    });
    return app.call<PlanView>('plans.open', { fileId: await offered('plan') });
  }

  it('from the decisions to the outcome', async () => {
    const { planId, signature } = await plan();
    expect(signature.state).toBe('own');
    expect(await app.call('plans.check', { planId })).toMatchObject({ rows: 2, pages: 1 });
    const { json } = await app.call<{ json: string }>('plans.page', { planId, page: 0 });
    const rows = JSON.parse(json) as PlanRowView[];
    expect(rows.map(({ verdict }) => verdict?.state)).toEqual(['gone', 'changed']);
    await app.call('plans.tick', { planId, row: 0, note: 'By Bo' });
    await app.call('plans.approve', { planId, rows: [1], approved: true, evenIfChanged: true });
    const { rows: asked, word } = await app.call<PlanQuestion>('plans.question', { planId });
    const order = { planId, rows: asked, typed: word ?? '' };
    const { bulkId } = await app.call<BulkReport>('plans.execute', order);
    expect(await app.call('bulk.report', { bulkId })).toMatchObject({ keys: 1 });
    expect(await app.call('plans.save', { planId })).toMatchObject({ rows: 2, signed: true });
    expect(await app.call('plans.open', { fileId: await offered('outcome') })).toMatchObject({
      outcome: { executedBy: 'ada' },
    });
    expect(await app.call('plans.close', { planId })).toEqual({ done: true });
    await expect(app.call('plans.read', { planId })).rejects.toMatchObject({ code: 'not-found' });
  });

  allWereCalled(app, ['plans']);
});
