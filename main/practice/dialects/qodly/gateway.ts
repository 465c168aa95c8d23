import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PracticeContext } from '../../context';
import { gatewayApp, GatewayRefusal } from '../../gateway';
import { dataclassNamed } from './dataclasses';
import { refusalOf, type Wanted } from './decision';
import { EntityStore } from './entity-store';
import { EnvironmentStore } from './environment-store';
import { QODLY_GATEWAY } from './environments';
import { KeyStore, type KeyRecord } from './key-store';
import { catalog, collection, update } from './rest';

/** A second use within this time from the same address is not written again, in milliseconds. */
const USE_INTERVAL_MS = 1000;

const UNKNOWN_ENVIRONMENT = 'Appid or env not found in Table.';

type Params = Readonly<Record<string, string>>;

/** The data plane of every environment: `/{environment}/rest/…`. */
export class QodlyGateway {
  private readonly environments: EnvironmentStore;
  private readonly keys: KeyStore;
  private readonly entities: EntityStore;

  constructor(private readonly context: PracticeContext) {
    this.environments = new EnvironmentStore(context.store);
    this.keys = new KeyStore(context.store);
    this.entities = new EntityStore(context.store);
  }

  build(): FastifyInstance {
    return gatewayApp(
      this.context,
      (app) => this.mount(app),
      (request) => this.notFound(request),
    );
  }

  private mount(app: FastifyInstance): void {
    const root = '/:environment/rest';
    app.get(`${root}/$catalog`, (request, reply) => reply.send(this.catalog(request, false)));
    app.get(`${root}/$catalog/$all`, (request, reply) => reply.send(this.catalog(request, true)));
    app.get(`${root}/$info`, (request, reply) => reply.send(this.info(request)));
    app.get(`${root}/:dataclass`, (request, reply) => reply.send(this.read(request)));
    app.post(`${root}/:dataclass`, (request, reply) => reply.send(this.write(request)));
  }

  private catalog(request: FastifyRequest, all: boolean): unknown {
    const key = this.admit(request, { kind: 'look' });
    return catalog(`${this.context.origins.get(QODLY_GATEWAY) ?? ''}/${key.environmentId}/rest`, all);
  }

  private info(request: FastifyRequest): unknown {
    const { type, role } = this.admit(request, { kind: 'look' });
    return {
      entitySetCount: 0,
      entitySet: [],
      privileges: type === 'administration' ? ['Administration', role] : [role],
    };
  }

  private read(request: FastifyRequest): unknown {
    const { dataclass = '' } = request.params as Params;
    const key = this.admit(request, { kind: 'read', dataclass, exposed: dataclassNamed(dataclass) !== null });
    const shelf = { environmentId: key.environmentId, dataclass };
    return collection(this.entities, shelf, request.query as Record<string, unknown>);
  }

  private write(request: FastifyRequest): unknown {
    const name = (request.params as Params)['dataclass'] ?? '';
    const dataclass = dataclassNamed(name);
    const key = this.admit(request, { kind: 'write', dataclass: name, exposed: dataclass !== null });
    const { $method } = request.query as Record<string, unknown>;
    if ($method !== 'update' || !dataclass)
      throw new GatewayRefusal(400, 'The practice console understands $method=update only.');
    return update(
      this.entities,
      { environmentId: key.environmentId, dataclass: name },
      dataclass,
      request.body,
    );
  }

  /** The key that the request may use, or a refusal. */
  private admit(request: FastifyRequest, wanted: Wanted): KeyRecord {
    const { context } = this;
    const apiKey = request.headers['api-key']?.toString();
    const environment = this.environments.find((request.params as Params)['environment'] ?? '');
    const key = apiKey ? this.keys.bySecret(apiKey) : null;
    const roles = environment ? this.environments.roles(environment.id) : [];
    const role = roles.find(({ name }) => name === key?.role) ?? null;
    // SECURITY: the peer's own address; X-Forwarded-For is the caller's word and not believed.
    const address = request.socket.remoteAddress ?? '';
    const now = context.clock();
    const attempt = { environment, apiKey, key, role, address, now, wanted };
    const refused = refusalOf(attempt, context.assumptions);
    if (refused || !key)
      throw new GatewayRefusal(refused?.status ?? 500, refused?.error ?? 'The practice console failed.');
    this.noteUse(key, now, address);
    return key;
  }

  private noteUse(key: KeyRecord, now: number, address: string): void {
    const recent = key.lastUsedAt !== null && now - key.lastUsedAt < USE_INTERVAL_MS;
    if (!recent || key.lastUsedIp !== address) this.keys.noteUse(key.id, now, address);
  }

  private notFound(request: FastifyRequest): GatewayRefusal {
    const [, id = ''] = request.url.split(/[/?]/);
    const known = this.environments.find(id) !== null;
    return new GatewayRefusal(404, known ? 'There is nothing at this address.' : UNKNOWN_ENVIRONMENT);
  }
}
