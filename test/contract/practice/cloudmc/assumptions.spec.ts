import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Assumptions } from '@main/practice/assumptions';
import { BEACON, Harbour, type IssuedWireKey, type WireKey } from './harbour';

describe('every assumption about CloudMC can be switched', () => {
  let harbour: Harbour;
  let now = Date.now();
  const assuming = async (assumptions: Partial<Assumptions>) => {
    harbour = await Harbour.open(assumptions, { clock: () => now });
  };
  afterEach(() => harbour.stop());

  const created = () => harbour.call<IssuedWireKey>('POST', '/api_keys', { body: { name: 'by task' } });
  const task = (id = '', apiKey?: string) =>
    harbour.call<{ id: string; status: string; result: IssuedWireKey | null }>(
      'GET',
      `/tasks/${id}`,
      apiKey === undefined ? {} : { apiKey },
    );

  it('a key that is created by a task, told as it is', async () => {
    await assuming({ cloudmcCreateByTask: true });
    const { taskId, taskStatus, data } = (await created()).body;
    expect([taskStatus, data]).toEqual(['PENDING', undefined]);
    expect((await task(taskId)).body).toEqual({ taskId, taskStatus: 'PENDING' });
    now += 1000;
    const told = await harbour.call<IssuedWireKey>('GET', `/tasks/${taskId ?? ''}`);
    expect(told.body).toMatchObject({ taskId, taskStatus: 'SUCCESS', result: { name: 'by task' } });
    const apiKey = told.body.result?.apiKey ?? null;
    expect((await harbour.call('GET', '/users', { apiKey })).status).toBe(200);
    expect((await task(taskId, harbour.apiKey('victor'))).status).toBe(404);
    now += 31 * 60_000;
    expect((await task(taskId)).status).toBe(404);
  });

  it('a revoked key that works on for a while', async () => {
    await assuming({ cloudmcRevocationMs: 60_000 });
    const { id, apiKey } = (await created()).body.data;
    expect((await harbour.call('DELETE', `/api_keys/${id}`)).status).toBe(204);
    expect((await harbour.call('GET', '/users', { apiKey })).status).toBe(200);
    now += 60_000;
    expect((await harbour.call('GET', '/users', { apiKey })).status).toBe(401);
  });

  it('a task in an envelope, and its failure in other words', async () => {
    await assuming({ cloudmcCreateByTask: true, cloudmcTaskShape: 'data', cloudmcTaskMs: 0 });
    const { taskId } = (await created()).body;
    expect((await task(taskId)).body.data).toMatchObject({
      id: taskId,
      status: 'SUCCESS',
      result: { name: 'by task' },
    });
    await harbour.stop();
    await assuming({
      cloudmcCreateByTask: true,
      cloudmcTaskFails: true,
      cloudmcTaskMs: 0,
      cloudmcTaskFailure: 'FAILURE',
    });
    const before = (await harbour.keys()).body.data.length;
    expect((await task((await created()).body.taskId)).body).toMatchObject({ taskStatus: 'FAILURE' });
    expect((await harbour.keys()).body.data).toHaveLength(before);
  });

  it('fields of other names', async () => {
    await assuming({
      cloudmcLastIpField: 'lastUsedIp',
      cloudmcLastActivityField: 'lastUsed',
      cloudmcSecretField: 'value',
    });
    expect(Object.keys((await harbour.issued()) as object)).toEqual([
      'id',
      'name',
      'lastUsedIp',
      'lastUsed',
      'value',
    ]);
  });

  it('the same keys in every organization', async () => {
    await assuming({ cloudmcKeysPerOrganization: false });
    const ids = (body: { data: WireKey[] }) => body.data.map(({ id }) => id);
    expect(ids((await harbour.keys(BEACON)).body)).toEqual(ids((await harbour.keys()).body));
    expect(ids((await harbour.keys(BEACON)).body)).toHaveLength(18);
  });

  it('one spelling of errors, another refusal of the disabled, shorter names, a louder deletion', async () => {
    await assuming({
      cloudmcErrorSpelling: 'code',
      cloudmcDisabledStatus: 401,
      cloudmcNameLimit: 3,
      cloudmcDeleteStatus: 200,
    });
    const refused = await harbour.call('GET', '/users', { apiKey: harbour.apiKey('sam') });
    expect([refused.status, Object.keys(refused.body.errors?.[0] ?? {})]).toEqual([
      401,
      ['code', 'message', 'context'],
    ]);
    expect((await harbour.call('POST', '/api_keys', { body: { name: 'four' } })).status).toBe(400);
    const { id } = await harbour.issued({ name: 'abc' });
    const deleted = await harbour.call('DELETE', `/api_keys/${id}`);
    expect([deleted.status, deleted.body]).toEqual([200, { data: {} }]);
    await harbour.stop();
    await assuming({ cloudmcErrorSpelling: 'errorCode' });
    const other = await harbour.call('GET', '/users', { apiKey: 'wrong' });
    expect(Object.keys(other.body.errors?.[0] ?? {})).toEqual(['errorCode', 'message', 'context']);
  });
});

describe('the data of CloudMC', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'keydesk-cloudmc-'));
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

  it('outlive a restart, and a revoked training key is replaced by then', async () => {
    let harbour = await Harbour.open({}, { dataFolder });
    const [before, victor] = [harbour.apiKey('ada'), harbour.apiKey('victor')];
    const { id, apiKey } = await harbour.issued({ name: 'kept' });
    const own = (await harbour.keys()).body.data.find(({ name }) => name === 'Keydesk')?.id ?? '';
    await harbour.call('DELETE', `/api_keys/${own}`);
    await harbour.stop();
    harbour = await Harbour.open({}, { dataFolder });
    expect(harbour.apiKey('ada')).not.toBe(before);
    expect(harbour.apiKey('victor')).toBe(victor);
    expect((await harbour.call('GET', '/users', { apiKey })).status).toBe(200);
    const listed = (await harbour.keys()).body.data;
    expect(listed).toHaveLength(14);
    expect(listed.map((key) => key.id)).toContain(id);
    await harbour.stop();
  });
});
