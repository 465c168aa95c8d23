import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PracticeContext } from '../../context';
import { delayAnswers } from '../../loopback-app';
import { qwiltApp, QwiltRefusal } from './app';
import { Callers, type Caller } from './caller';
import { keyAnswer, readDraft } from './key-answers';
import { KeyStore, type KeyRecord } from './key-store';
import { apiToken } from './tokens';

/** The only documented route of a key. */
const CREATE_PATH = '/api/1/api-keys';

const DAY_MS = 86_400_000;

interface KeyCall {
  readonly caller: Caller;
  readonly keyId: string;
  readonly body: unknown;
}

/** A status and a body. */
type KeyAnswer = readonly [status: number, body?: unknown];

/** Managing keys. */
class KeyDesk {
  private readonly keys: KeyStore;

  constructor(private readonly context: PracticeContext) {
    this.keys = new KeyStore(context.store);
  }

  list({ caller }: KeyCall): KeyAnswer {
    const { assumptions } = this.context;
    const answers = this.keys
      .all(caller.organization)
      .filter((key) => this.listed(key))
      .map((key) => keyAnswer(key, assumptions));
    const { qwiltListEnvelope: envelope } = assumptions;
    return [200, envelope === 'array' ? answers : { [envelope]: answers }];
  }

  get(call: KeyCall): KeyAnswer {
    return [200, keyAnswer(this.known(call), this.context.assumptions)];
  }

  create({ caller, body }: KeyCall): KeyAnswer {
    this.mustChange(caller);
    const { store, clock, assumptions } = this.context;
    const { description = null, ...draft } = readDraft(body, assumptions);
    const createdAt = clock();
    const wanted = {
      ...draft,
      description,
      organization: caller.organization,
      createdBy: caller.email,
      createdAt,
      expireAt: createdAt + draft.ttl * DAY_MS,
      revokedAt: null,
    };
    const key = store.atomically(() => this.keys.add(wanted, (id) => apiToken(this.context, wanted, id)));
    return [assumptions.qwiltCreatedStatus, { ...keyAnswer(key, assumptions), apiToken: key.apiToken }];
  }

  revoke(call: KeyCall): KeyAnswer {
    this.mustChange(call.caller);
    const { keyId } = this.known(call);
    this.keys.revoke(keyId, this.context.clock());
    return [this.context.assumptions.qwiltRevokedStatus];
  }

  private listed({ revokedAt }: KeyRecord): boolean {
    return revokedAt === null || this.context.assumptions.qwiltRevokedStayListed;
  }

  private known({ caller, keyId }: KeyCall): KeyRecord {
    const key = this.keys.find(caller.organization, keyId);
    if (key !== null && this.listed(key)) return key;
    throw new QwiltRefusal(404, 'There is no such API key in this organization.');
  }

  private mustChange({ changesKeys }: Caller): void {
    if (!changesKeys) throw new QwiltRefusal(403, 'This API key may only get and list.');
  }
}

function mount(app: FastifyInstance, context: PracticeContext): void {
  const desk = new KeyDesk(context);
  const callers = new Callers(context);
  const { qwiltListRoute, qwiltGetRoute, qwiltRevokeRoute } = context.assumptions;
  const add = (route: string, answer: (call: KeyCall) => KeyAnswer): void => {
    const [method = '', path = ''] = route.split(' ');
    app.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      // Who asks is settled before the body is read.
      onRequest: (request, _reply, done) => {
        request.setDecorator('caller', admitted(callers, request));
        done();
      },
      handler: (request, reply) => {
        const { keyId = '' } = request.params as Record<string, string>;
        const caller = request.getDecorator<Caller>('caller');
        const [status, body] = answer({ caller, keyId, body: request.body });
        void reply.code(status).send(body);
      },
    });
  };
  app.decorateRequest('caller', null);
  add(`POST ${CREATE_PATH}`, (call) => desk.create(call));
  add(qwiltListRoute, (call) => desk.list(call));
  add(qwiltGetRoute, (call) => desk.get(call));
  add(qwiltRevokeRoute, (call) => desk.revoke(call));
}

function admitted(callers: Callers, request: FastifyRequest): Caller {
  const caller = callers.of(request);
  if (!caller.seesKeys) throw new QwiltRefusal(403, 'Your permissions do not include API keys.');
  return caller;
}

/** Where keys are created, listed and revoked. */
export function buildUsers(context: PracticeContext): FastifyInstance {
  return qwiltApp(context, (app) => {
    delayAnswers(app, context.latencyMs);
    mount(app, context);
  });
}
