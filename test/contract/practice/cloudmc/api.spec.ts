import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '@test/support/practice';
import { FJORD, Harbour, HARBOUR, OLD_MILL, type Wire, type WireKey } from './harbour';

interface Named {
  id: string;
  name: string;
  parent: { name: string } | null;
  users: unknown[];
}

describe('the API of CloudMC', () => {
  let harbour: Harbour;
  beforeAll(async () => {
    harbour = await Harbour.open({}, { operatorToken: 'kd_own-of-this-start' });
  });
  afterAll(() => harbour.stop());

  const names = async (path: string, apiKey?: string) => {
    const { body } = await harbour.call<Named[]>('GET', path, apiKey === undefined ? {} : { apiKey });
    return body.data.map(({ name }) => name);
  };

  it('shows the tree of organizations to those who see other levels', async () => {
    const { body } = await harbour.call<Named[]>('GET', '/organizations');
    expect(body.data.map(({ name, parent }) => [name, parent?.name])).toEqual([
      ['Harbour Cloud', undefined],
      ['Fjord Retail', 'Harbour Cloud'],
      ['Fjord Retail – Production', 'Fjord Retail'],
      ['Beacon Health', 'Harbour Cloud'],
    ]);
    expect(body.metadata).toEqual({ recordCount: 4 });
    expect(await names('/organizations?include_deleted=true')).toContain('Old Mill Foods');
    expect(await names('/organizations', harbour.apiKey('victor'))).toEqual(['Fjord Retail']);
  });

  it('shows users, and to those without the permission only themselves', async () => {
    const users = await harbour.call<{ userName: string; status: string }[]>('GET', '/users');
    expect(users.body.data.map(({ userName, status }) => [userName, status])).toEqual([
      ['ada', 'ACTIVE'],
      ['victor', 'ACTIVE'],
      ['sam', 'DISABLED'],
      ['jo', 'ACTIVE'],
    ]);
    const apiKey = harbour.apiKey('victor');
    const own = await harbour.call<{ id: string; userName: string }[]>('GET', '/users', { apiKey });
    expect(own.body.data).toMatchObject([
      { userName: 'victor', primaryRoleBinding: { role: { name: 'User' } } },
    ]);
    const ada = (await harbour.call<{ id: string }[]>('GET', '/users')).body.data[0]?.id ?? '';
    expect((await harbour.call('GET', `/users/${ada}`)).body.data).toMatchObject({ userName: 'ada' });
    expect((await harbour.call('GET', `/users/${ada}`, { apiKey })).status).toBe(403);
    expect((await harbour.call('GET', '/users/nobody')).status).toBe(404);
    const more = await harbour.call('GET', `/users/${ada}/additional_roles`);
    expect(more.body.data).toMatchObject([{ role: { name: 'Reseller' } }]);
  });

  it('shows environments of the organization, and the fixed roles', async () => {
    expect(await names('/environments')).toEqual(['shared_backup']);
    expect(await names(`/environments?org_id=${FJORD}`)).toEqual(['shop-production']);
    expect(await names('/roles')).toEqual(['Guest', 'User', 'Administrator', 'Reseller', 'Operator']);
  });

  it('shows service credentials that are no API keys', async () => {
    const connections = await harbour.call<Named[]>('GET', '/services/connections');
    const { body } = await harbour.call<{ fields: { key: string; value: string }[] }>(
      'GET',
      `/services/connections/${connections.body.data[0]?.id ?? ''}/apiInfo`,
    );
    const apiKey = body.data.fields.find(({ key }) => key === 'apiKey')?.value;
    expect(apiKey).toBe('svc-shop-production');
    expect((await harbour.call('GET', '/users', { apiKey: apiKey ?? '' })).status).toBe(401);
  });

  it.each<[string, string, string, number]>([
    ['GET', '/nothing', 'NOT_FOUND', 404],
    ['PATCH', '/organizations', 'METHOD_NOT_ALLOWED', 405],
    ['DELETE', '/api_keys', 'METHOD_NOT_ALLOWED', 405],
    ['GET', `/api_keys?org_id=${OLD_MILL}`, 'NOT_FOUND', 404],
    ['GET', '/api_keys?org_id=nowhere', 'NOT_FOUND', 404],
    ['GET', '/tasks/none', 'NOT_FOUND', 404],
  ])('refuses %s %s with both spellings of the error', async (method, path, errorCode, status) => {
    const answer = await harbour.call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ errorCode, code: expect.any(Number) as number }]);
    expect(answer.body).not.toHaveProperty('data');
  });

  it('keeps an ordinary user out of other organizations', async () => {
    const apiKey = harbour.apiKey('victor');
    expect((await harbour.call('GET', `/api_keys?org_id=${HARBOUR}`, { apiKey })).status).toBe(403);
    expect((await harbour.call('POST', `/api_keys?org_id=${HARBOUR}`, { apiKey, body: {} })).status).toBe(
      403,
    );
  });

  it('refuses a missing and a wrong key, and one of a disabled user', async () => {
    for (const apiKey of [null, '', 'wrong'])
      expect((await harbour.call('GET', '/organizations', { apiKey })).status).toBe(401);
    expect((await harbour.call('GET', '/organizations', { apiKey: harbour.apiKey('sam') })).status).toBe(403);
  });

  it('takes the credential of this start as the administrator, without listing it', async () => {
    const own = harbour.practice.console.consoles['cloudmc']?.own;
    expect(own).toEqual({ method: 'api-key', fields: { apiKey: 'kd_own-of-this-start' } });
    const apiKey = own?.fields['apiKey'] ?? '';
    const before = (await harbour.keys()).body.data.length;
    const { body } = await harbour.call<WireKey[]>('GET', '/api_keys', { apiKey });
    expect(body.data).toHaveLength(before);
  });

  it('answers what is not well formed in its own way', async () => {
    const headers = { 'MC-Api-Key': harbour.apiKey('ada') };
    const { status, body } = await send<Wire>('POST', `${harbour.origin}/api/v2/api_keys`, {
      headers,
      body: '{"name":',
    });
    expect([status, body.errors?.[0]?.errorCode]).toEqual([400, 'INVALID_PARAMETERS']);
  });
});
