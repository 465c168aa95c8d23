import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, startMia, type MiaForTest } from './mia-console';

const TOGGLE = 'ENABLE_ENVIRONMENT_BASED_CONFIGURATION_MANAGEMENT';

describe('companies and projects of Mia-Platform', () => {
  let mia: MiaForTest;
  beforeAll(async () => {
    mia = await startMia();
  });
  afterAll(() => mia.stop());

  const get = (path: string) => mia.call<Record<string, unknown>[]>('GET', path);
  const namesAt = async (path: string) => (await get(path)).body.map(({ name }) => name);

  it('lists the companies', async () => {
    const { status, body } = await get('/api/backend/tenants/');
    expect(status).toBe(200);
    expect(body.map(({ tenantId }) => tenantId)).toEqual(['harbour-goods', 'lumen-care']);
    expect(body[0]).toMatchObject({
      repository: { type: 'gitlab' },
      configurationManagement: { saveChangesRules: [] },
    });
    expect(await namesAt('/api/backend/tenants/?search=LUMEN')).toEqual(['Lumen Care']);
  });

  it('lists the projects of some companies', async () => {
    expect(await namesAt('/api/backend/projects/')).toHaveLength(4);
    expect(await namesAt('/api/backend/projects/?tenantIds=harbour-goods')).toEqual([
      'Orders API',
      'Storefront',
    ]);
    expect(await namesAt('/api/backend/projects/?tenantIds=lumen-care,harbour-goods')).toHaveLength(4);
    expect(await namesAt('/api/backend/projects/?tenantIds=lumen-care&search=portal')).toEqual([
      'Patient portal',
    ]);
    expect(await namesAt('/api/backend/projects/?tenantIds=')).toEqual([]);
    expect(await namesAt('/api/backend/projects/?tenantIds=constructor')).toEqual([]);
  });

  it('pages from 1 and says how many there are', async () => {
    const first = await get('/api/backend/projects/?page=1&per_page=3');
    expect(first.body).toHaveLength(3);
    expect(first.headers.get('x-total-pages')).toBe('2');
    expect(first.headers.get('x-total-items')).toBe('4');
    expect(await namesAt('/api/backend/projects/?page=2&per_page=3')).toEqual(['Device telemetry']);
    expect(await namesAt('/api/backend/projects/?page=3&per_page=3')).toEqual([]);
    for (const wrong of ['page=0', 'page=-1', 'per_page=0', 'per_page=1e9', 'page=%00'])
      expect((await get(`/api/backend/projects/?${wrong}`)).status).toBe(400);
  });

  it('shows one project with where it runs', async () => {
    const { body } = await mia.call<Record<string, unknown>>(
      'GET',
      `/api/backend/projects/${PROJECT.orders}/`,
    );
    expect(body).toMatchObject({
      _id: PROJECT.orders,
      projectId: 'orders-api',
      name: 'Orders API',
      tenantId: 'harbour-goods',
      defaultBranch: 'main',
      environments: [
        { label: 'Development', envId: 'DEV', isProduction: false },
        {
          label: 'Production',
          envId: 'PROD',
          isProduction: true,
          cluster: { clusterId: 'cluster-live', namespace: 'orders-api-prod' },
        },
      ],
    });
    expect(body).not.toHaveProperty('tenant');
    expect(JSON.stringify(body)).not.toContain('partner-');
    const { body: both } = await mia.call('GET', `/api/backend/projects/${PROJECT.orders}/?withTenant=true`);
    expect(both).toMatchObject({ tenant: { tenantId: 'harbour-goods' } });
  });

  it('lists revisions and versions', async () => {
    const project = `/api/backend/projects/${PROJECT.orders}`;
    expect((await get(`${project}/revisions`)).body).toEqual([{ name: 'main' }, { name: 'feature/loyalty' }]);
    expect((await get(`${project}/versions`)).body).toEqual([{ name: 'v1.2.0' }]);
    expect((await get(`/api/backend/projects/${PROJECT.storefront}/revisions`)).body).toEqual([]);
    expect((await get(`${project}/revisions?page=2&per_page=1`)).body).toEqual([{ name: 'feature/loyalty' }]);
  });

  it('says which projects are managed by environment', async () => {
    const toggle = async (project: string, ids = TOGGLE) =>
      (await mia.call('GET', `/api/feature-toggles?projectId=${project}&featureToggleIds=${ids}`)).body;
    expect(await toggle(PROJECT.storefront)).toEqual({ [TOGGLE]: true });
    expect(await toggle(PROJECT.orders)).toEqual({ [TOGGLE]: false });
    expect(await toggle(PROJECT.storefront, 'OTHER')).toEqual({ OTHER: false });
    expect(await toggle('unknown')).toEqual({ [TOGGLE]: false });
  });

  it.each([
    '/',
    '/api/backend/tenants',
    '/api/backend/projects',
    `/api/backend/projects/${PROJECT.orders}`,
    '/api/backend/projects/orders-api/',
    '/api/backend/projects/__proto__/',
    '/api/backend/projects/unknown/revisions',
    '/api/userinfo/',
  ])('knows nothing at %s', async (path) => {
    const { status, body } = await mia.call('GET', path);
    expect([status, body.statusCode, body.error]).toEqual([404, 404, 'Not Found']);
  });

  it('asks who it is everywhere', async () => {
    for (const path of ['/api/backend/tenants/', '/api/backend/projects/', '/api/feature-toggles'])
      expect((await mia.call('GET', path, { token: null })).status).toBe(401);
  });

  it('says where keys are used, for each place with keys', () => {
    const places = Object.entries(mia.offer.endpoints).map(([place, url]) => [place, new URL(url).pathname]);
    expect(places).toEqual([
      [`${PROJECT.orders}/revisions/main`, '/orders-api/DEV'],
      [`${PROJECT.orders}/revisions/feature/loyalty`, '/orders-api/DEV'],
      [`${PROJECT.storefront}/environments/DEV`, '/storefront/DEV'],
      [`${PROJECT.storefront}/environments/STAGE`, '/storefront/STAGE'],
      [`${PROJECT.storefront}/environments/PROD`, '/storefront/PROD'],
      [`${PROJECT.patients}/revisions/main`, '/patient-portal/PROD'],
      [`${PROJECT.telemetry}/revisions/main`, '/device-telemetry/DEV'],
    ]);
  });
});
