import { describe, expect, it } from 'vitest';
import { MemorySecretStore } from '@test/support/memory-secret-store';
import { OpenedPlan } from './opened-plan';
import { anInventoryKey, decided, PlanDesk } from './plan-desk';

describe('a plan', () => {
  it('holds what was decided, and counts what it leaves out', async () => {
    const world = await PlanDesk.create();
    await world.make(
      [1, 2, 3, 4].map((index) => anInventoryKey(index)),
      [decided(1, 'keep'), decided(2, 'revoke', { note: 'Old', owner: 'Bo' }), decided(3, null)],
    );
    const plans = world.service();
    expect(await plans.preview('inventory-1')).toEqual({
      decisions: { keep: 1, restrict: 0, replace: 0, revoke: 1, ask: 0 },
      undecided: 2,
      madeBy: 'ada',
    });
    expect(await plans.open('file-1')).toMatchObject({
      madeBy: 'Rita',
      signature: { state: 'own' },
      left: { kept: 1, undecided: 2 },
      rows: 1,
      checkedAt: null,
    });
    expect(world.desk.dialogs.suggested).toEqual(['acme.keydesk-plan']);
    await expect(world.make([anInventoryKey(1)], [decided(1, 'keep')])).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it.each([
    ['unsigned', Object.assign(new MemorySecretStore(), { state: 'unavailable' as const })],
    ['unknown', new MemorySecretStore()],
  ])('that is %s has to be approved row by row', async (state, keychain) => {
    const plan = await OpenedPlan.create(2, keychain);
    expect(await plan.plans.read(plan.planId)).toMatchObject({ signature: { state }, madeBy: 'Rita' });
    await expect(plan.approve(1, 2)).rejects.toMatchObject({ code: 'forbidden' });
    await plan.approve(1);
    await plan.approve(2);
    await plan.execute('DELETE 2 KEYS');
    expect(await plan.ends()).toEqual(['done', 'done']);
  });

  it('counts as known once its key is trusted', async () => {
    const plan = await OpenedPlan.create(2, new MemorySecretStore());
    const { signature } = await plan.plans.read(plan.planId);
    if (signature.state === 'unknown') await plan.world.trust.trust(signature.publicKey, 'Rita');
    expect(await plan.approve(1, 2)).toMatchObject({ signature: { state: 'trusted', name: 'Rita' } });
  });

  it('that was altered can be read and nothing else', async () => {
    const { world, plans } = await OpenedPlan.create(1);
    world.text = world.text.replace('key-1', 'key-2');
    const { planId, signature } = await plans.open('file-1');
    expect(signature).toEqual({ state: 'altered' });
    const order = { rows: [0], approved: true, typed: '' };
    for (const refused of [
      plans.check(planId),
      plans.approve(planId, order),
      plans.tick(planId, 0, ''),
      plans.execute(planId, order),
      plans.save(planId),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is ticked off where a person did it', async () => {
    const plan = await OpenedPlan.create(2);
    await plan.world.make(
      [anInventoryKey(1), anInventoryKey(2)],
      [decided(1, 'replace'), decided(2, 'revoke')],
    );
    await plan.open();
    const { plans, planId } = plan;
    await plans.tick(planId, 0, 'New one is with Bo');
    await expect(plans.tick(planId, 1, 'Trust me')).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await plan.save()).rows).toMatchObject([
      { state: 'done', message: 'Done by hand: New one is with Bo' },
      { state: 'skipped' },
    ]);
    await plans.tick(planId, 0, null);
    expect((await plan.save()).rows[0]).toMatchObject({ state: 'by-hand' });
  });
});
