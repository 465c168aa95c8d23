import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  MAIN,
  OPERATOR_TOKEN,
  PROJECT,
  assertionForm,
  saveBody,
  sendForm,
  signInWith,
  startMia,
  type MiaForTest,
  type WireConfiguration,
} from './mia-console';

describe('what Mia-Platform has', () => {
  let folder: string;
  let mia: MiaForTest;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keydesk-mia-'));
    mia = await startMia({ dataFolder: folder });
  });
  afterEach(async () => {
    await mia.stop();
    rmSync(folder, { recursive: true });
  });

  const restart = async (options: Parameters<typeof startMia>[0] = {}) => {
    await mia.stop();
    mia = await startMia({ dataFolder: folder, ...options });
  };
  const read = async (token?: string) =>
    (await mia.call<WireConfiguration>('GET', MAIN, token === undefined ? {} : { token })).body;

  it('is there after a restart: saves, deployments, accounts and their tokens', async () => {
    const mine = await read();
    const secrets = [{ secret: 'kept', clientType: 'kept', active: true }];
    await mia.call('POST', MAIN, { body: saveBody(mine, { secrets }) });
    const saved = await read();
    await restart({ assumptions: { miaDeployMs: 0 } });
    expect(await read()).toEqual(saved);
    expect((await mia.use('/catalogue', { 'client-key': 'kept' })).status).toBe(403);
    await mia.call('POST', `/api/deploy/projects/${PROJECT.orders}/trigger/pipeline/`, {
      body: { environment: 'DEV', revision: 'main' },
    });
    const logins = mia.offer.logins.map(({ fields }) => ({ ...fields }));
    const { clientId = '', clientSecret = '' } = mia.login('reporter');
    const { access_token: token } = (await signInWith(mia.offer, clientId, clientSecret)).body;
    await restart();
    expect((await mia.use('/catalogue', { 'client-key': 'kept' })).status).toBe(200);
    expect(mia.offer.logins.map(({ fields }) => ({ ...fields }))).toEqual(logins);
    expect(await read(token)).toEqual(saved);
  });

  it('remembers which assertions were used', async () => {
    const form = assertionForm(mia.login('maintainer'), Date.now());
    expect((await sendForm(mia.offer, form)).status).toBe(200);
    await restart();
    expect((await sendForm(mia.offer, form)).status).toBe(401);
  });

  it('keeps the credential of the application, and its tokens, to one start', async () => {
    const { access_token: token } = (await signInWith(mia.offer, 'keydesk', OPERATOR_TOKEN)).body;
    expect((await mia.call('GET', '/api/userinfo', { token })).status).toBe(200);
    await restart({ operatorToken: 'that-of-the-next-start' });
    expect((await mia.call('GET', '/api/userinfo', { token })).status).toBe(401);
    expect((await signInWith(mia.offer, 'keydesk', OPERATOR_TOKEN)).status).toBe(401);
    await restart({ operatorToken: undefined });
    expect(mia.offer.own).toBeNull();
    expect((await signInWith(mia.offer, 'keydesk', 'that-of-the-next-start')).status).toBe(401);
    expect((await signInWith(mia.offer, 'keydesk', 'undefined')).status).toBe(401);
  });

  it('differs between folders in identifiers and secrets of accounts', async () => {
    const other = await startMia();
    for (const role of ['company-owner', 'reporter']) expect(other.login(role)).not.toEqual(mia.login(role));
    await other.stop();
  });
});
