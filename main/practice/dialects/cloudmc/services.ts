import { CloudmcFailure } from './failure';
import { list, record, type CloudmcCall, type CloudmcRoute } from './route';
import { ENVIRONMENTS, visibleOrganizations, type CloudmcEnvironment } from './sample';
import { ApiInfo, ServiceConnection } from './schema';

function connections({ user }: CloudmcCall): CloudmcEnvironment[] {
  const visible = new Set(visibleOrganizations(user).map(({ id }) => id));
  return ENVIRONMENTS.filter(({ organizationId }) => visible.has(organizationId));
}

function apiInfo(call: CloudmcCall): Record<string, unknown> {
  const found = connections(call).find(({ connectionId }) => connectionId === call.params['id']);
  if (!found) throw new CloudmcFailure('not-found', 'There is no such connection.', { type: 'connections' });
  const field = (key: string, value: string, sensitive: boolean): Record<string, unknown> => ({
    key,
    value,
    sensitive,
    environmentSpecific: true,
  });
  return {
    canRegenerateCredentials: true,
    fields: [
      field('endpoint', `https://${found.serviceCode}.example.com`, false),
      field('apiKey', `svc-${found.name}`, false),
      field('secretKey', 'shown only when it is generated', true),
    ],
  };
}

/**
 * Credentials of the cloud services behind the console. They are called API keys there, and they are none of the
 * console's: whoever looks for those must not take these.
 */
export const SERVICE_ROUTES: readonly CloudmcRoute[] = [
  {
    method: 'GET',
    path: '/services/connections',
    doc: {
      operationId: 'FindServiceConnections',
      tag: 'Services',
      summary: 'Lists the connections to cloud services.',
      answer: ServiceConnection,
      list: true,
    },
    handle: (call) =>
      list(
        connections(call).map(({ connectionId, serviceCode }) => ({
          id: connectionId,
          name: serviceCode,
          serviceCode,
          type: 'compute',
        })),
      ),
  },
  {
    method: 'GET',
    path: '/services/connections/{id}/apiInfo',
    doc: {
      operationId: 'FindServiceApiInfo',
      tag: 'Services',
      summary: 'Gets the API credentials for a cloud service: its API key and its secret key.',
      query: { environmentId: 'The environment in which they are used.' },
      answer: ApiInfo,
    },
    handle: (call) => record(apiInfo(call)),
  },
];
