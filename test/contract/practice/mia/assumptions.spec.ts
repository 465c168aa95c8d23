import { afterEach, describe, expect, it } from 'vitest';
import type { Assumptions } from '@main/practice/assumptions';
import {
  MAIN,
  PROJECT,
  assertionForm,
  saveBody,
  sendForm,
  startMia,
  type MiaForTest,
  type WireConfiguration,
} from './mia-console';

describe('what nobody documents about Mia-Platform', () => {
  let mia: MiaForTest;
  const start = async (assumptions: Partial<Assumptions>) => {
    mia = await startMia({ assumptions });
  };
  afterEach(() => mia.stop());

  const read = async () => (await mia.call<WireConfiguration>('GET', MAIN)).body;
  const save = async (body: unknown, path = MAIN) => (await mia.call('POST', path, { body })).status;

  it('gives refused saves other statuses', async () => {
    await start({
      miaStaleSaveStatus: 422,
      miaInvalidSaveStatus: 406,
      miaSnapshotSaveStatus: 405,
      miaOtherManagementStatus: 400,
    });
    const mine = await read();
    expect(await save({ ...saveBody(mine), previousSave: 'other' })).toBe(422);
    expect(await save({})).toBe(406);
    expect(await save(saveBody(mine), MAIN.replace('revisions/main', 'versions/v1.2.0'))).toBe(405);
    expect((await mia.call('GET', MAIN.replace(PROJECT.orders, PROJECT.storefront))).status).toBe(400);
  });

  it('words the toggle and the user information in another way', async () => {
    await start({ miaToggleAnswer: 'toggle', miaPermissionsListed: false, miaPageSize: 3 });
    const toggle = await mia.call(
      'GET',
      `/api/feature-toggles?projectId=${PROJECT.storefront}&featureToggleIds=X`,
    );
    expect(toggle.body).toEqual({ toggle: true });
    expect((await mia.call('GET', '/api/userinfo')).body).toMatchObject({ permissions: [] });
    expect((await mia.call('GET', '/api/backend/projects/?per_page=100')).body).toHaveLength(3);
  });

  it('bounds assertions in another way', async () => {
    await start({ miaAssertionLifetimeMs: 30_000 });
    expect((await sendForm(mia.offer, assertionForm(mia.login('maintainer'), Date.now()))).status).toBe(401);
  });

  it.each(['canceled', 'abandoned', 'skipped', 'succededWithIssues', 'failed'] as const)(
    'ends deployments as %s',
    async (miaDeployEnd) => {
      await start({ miaDeployEnd, miaDeployMs: 0, miaNumericPipelineIds: false });
      await save(saveBody(await read(), { secrets: [{ secret: 'k', clientType: 'k', active: true }] }));
      const root = `/api/deploy/projects/${PROJECT.orders}`;
      const { body } = await mia.call<{ id: string }>('POST', `${root}/trigger/pipeline/`, {
        body: { environment: 'DEV', revision: 'main' },
      });
      const status = await mia.call('GET', `${root}/pipelines/${body.id}/status/?environment=DEV`);
      expect(status.body).toEqual({ id: expect.stringMatching(/^\d+$/) as string, status: miaDeployEnd });
      const live = (await mia.use('/catalogue', { secret: 'k' })).status === 200;
      expect(live).toBe(miaDeployEnd === 'succededWithIssues');
    },
  );

  it('deploys without a variable, whose key then opens nothing', async () => {
    await start({ miaMissingVariableFails: false, miaDeployMs: 0 });
    await save(saveBody(await read(), { secrets: [{ secret: '{{GONE}}', clientType: 'k', active: true }] }));
    await mia.call('POST', `/api/deploy/projects/${PROJECT.orders}/trigger/pipeline/`, {
      body: { environment: 'DEV', revision: 'main' },
    });
    expect((await mia.use('/status')).status).toBe(200);
    for (const secret of ['{{GONE}}', 'GONE'])
      expect((await mia.use('/status', { secret })).status).toBe(403);
  });

  it('refuses keys at the gateway with other statuses', async () => {
    await start({ miaUnknownKeyStatus: 401, miaMissingKeyStatus: 404 });
    expect((await mia.use('/status', { secret: 'unknown' })).status).toBe(401);
    expect((await mia.use('/catalogue')).status).toBe(404);
  });

  it('delays the console and no gateway', async () => {
    mia = await startMia({ latencyMs: 400 });
    const took = async (work: () => Promise<unknown>): Promise<number> => {
      const begun = performance.now();
      await work();
      return performance.now() - begun;
    };
    // A timer may fire a moment early against this clock.
    expect(await took(() => mia.call('GET', '/nowhere'))).toBeGreaterThan(395);
    expect(await took(() => mia.use('/status'))).toBeLessThan(395);
  });
});
