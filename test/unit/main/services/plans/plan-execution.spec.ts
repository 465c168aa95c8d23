import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { OpenedPlan } from './opened-plan';
import { rowsOf } from './plan-desk';

describe('a plan that is executed', () => {
  it('goes key by key, is read back, and its outcome opens again', async () => {
    const plan = await OpenedPlan.create(3);
    await plan.approve(1, 2);
    expect(await plan.question()).toMatchObject({
      rows: [0, 1],
      verb: 'Delete',
      word: 'DELETE 2 KEYS',
      environments: 1,
      dropped: 0,
    });
    await plan.execute('DELETE 2 KEYS');
    expect(plan.world.desk.console.keys.map(({ id }) => id)).toEqual(['key-3']);
    expect(await plan.save()).toMatchObject({
      executedBy: 'ada',
      plan: { sha256: plan.planId, signature: 'own' },
      rows: [
        { row: 0, state: 'done', readBackAt: expect.any(String) as string },
        { row: 1, state: 'done' },
        { row: 2, state: 'skipped', message: 'Not approved.' },
      ],
    });
    const { world, plans } = plan;
    world.text = world.saved;
    const back = await plans.open('file-2');
    expect(back).toMatchObject({ outcome: { executedBy: 'ada' }, signature: { state: 'own' } });
    const ends = (await rowsOf(plans, back.planId)).map(({ end }) => end?.state);
    expect(ends).toEqual(['done', 'done', 'skipped']);
    await expect(plans.check(back.planId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('does not begin without the word', async () => {
    const plan = await OpenedPlan.create(2);
    await plan.approve(1, 2);
    await expect(plan.execute('DELETE 1 KEYS')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(plan.world.desk.console.count('stop')).toBe(0);
    expect(await plan.ends()).toEqual([undefined, undefined]);
  });

  it('leaves a key alone that changed after it was approved, however late', async () => {
    const plan = await OpenedPlan.create(3);
    await plan.approve(1, 2, 3);
    const { rows } = await plan.question();
    plan.change(2);
    await plan.run(rows, 'DELETE 3 KEYS');
    expect(plan.world.desk.console.keys.map(({ id }) => id)).toEqual(['key-2']);
    expect(await plan.ends()).toEqual(['done', 'changed', 'done']);
    expect((await plan.save()).rows[1]).toMatchObject({ state: 'changed' });
  });

  it('takes an approval back once the key is another, until it is approved as it is', async () => {
    const plan = await OpenedPlan.create(2);
    await plan.approve(1, 2);
    plan.change(2);
    expect(await plan.question()).toMatchObject({ rows: [0], word: null, dropped: 1 });
    expect((await plan.rows()).map(({ approved }) => approved)).toEqual([true, false]);
    await expect(plan.approve(2)).rejects.toMatchObject({ facts: { field: 'evenIfChanged' } });
    await plan.plans.approve(plan.planId, { rows: [1], approved: true, evenIfChanged: true });
    await plan.execute('DELETE 2 KEYS');
    expect(await plan.ends()).toEqual(['done', 'done']);
  });

  it('leaves alone what was not approved', async () => {
    const plan = await OpenedPlan.create(2);
    await plan.approve(1);
    await expect(plan.run([0, 1], 'DELETE 2 KEYS')).rejects.toMatchObject({ code: 'invalid-input' });
    await plan.plans.approve(plan.planId, { rows: [0], approved: false });
    await expect(plan.run([0], '')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(plan.world.desk.console.count('stop')).toBe(0);
  });

  it('says of each key what became of it, never one word for all', async () => {
    const plan = await OpenedPlan.create(4);
    await plan.approve(1, 2, 3, 4);
    const error = new AppError('forbidden', 'You may not do this.');
    plan.world.desk.console.fail('stop', { when: 'before', error });
    await plan.execute('DELETE 4 KEYS');
    expect(await plan.ends()).toEqual(['failed', 'done', 'done', 'done']);
    expect((await plan.rows())[0]?.end).toMatchObject({ message: 'You may not do this.' });
  });

  it('does not call dead what is only sent', async () => {
    const plan = await OpenedPlan.create(2);
    await plan.approve(1, 2);
    plan.world.desk.console.pretends = true;
    await plan.execute('DELETE 2 KEYS');
    expect((await plan.save()).rows.map(({ state }) => state)).toEqual(['unconfirmed', 'unconfirmed']);
  });

  it('is gone on with after a restart: approvals and what was sent are still known', async () => {
    const plan = await OpenedPlan.create(3);
    await plan.approve(1, 2);
    await plan.execute('DELETE 2 KEYS');
    await plan.approve(3);
    plan.world.bulk.crash();
    await plan.open();
    expect(await plan.ends()).toEqual(['done', 'done', undefined]);
    expect((await plan.rows()).map(({ approved }) => approved)).toEqual([false, false, true]);
  });
});
