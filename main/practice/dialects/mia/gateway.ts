import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PracticeContext } from '../../context';
import { loopbackApp } from '../../loopback-app';
import { answerMiaError, MiaError, nothingHere } from './error';
import { decide } from './gateway-decision';
import { liveConfiguration, segmentsOf, type LiveConfiguration } from './live-configuration';
import { PipelineStore } from './pipeline-store';
import { PROJECTS, type MiaProject, type RuntimeEnvironment } from './sample-projects';

/** Name of the origin of every project's endpoint. */
export const MIA_GATEWAY = 'mia-gateway';

const COOKIE = 'mia_client_key';

function cookieOf(request: FastifyRequest): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === COOKIE) return pair.slice(equals + 1).trim();
  }
  return null;
}

/** The key that was sent: `client-key`, else `secret`, else the cookie. What is empty was not sent. */
function keyOf(request: FastifyRequest): string | null {
  const { headers } = request;
  return headers['client-key']?.toString() || headers['secret']?.toString() || cookieOf(request) || null;
}

/** The endpoints of every project in every runtime environment: `/{project}/{environment}/…`. */
export class MiaGateway {
  private readonly pipelines: PipelineStore;
  /** What is live, read once for each deployment. */
  private readonly live = new Map<string, { id: number; configuration: LiveConfiguration }>();

  constructor(private readonly context: PracticeContext) {
    this.pipelines = new PipelineStore(context.store);
  }

  build(): FastifyInstance {
    const app = loopbackApp(this.context.clock, answerMiaError);
    app.removeAllContentTypeParsers();
    // Whatever is sent is taken and not looked at.
    app.addContentTypeParser('*', { parseAs: 'buffer' }, async () => Promise.resolve(null));
    app.setNotFoundHandler((request, reply) => answerMiaError(nothingHere(), request, reply));
    const serve = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
      reply.send(this.serve(request));
    app.all('/:project/:environment', serve);
    app.all('/:project/:environment/*', serve);
    return app;
  }

  private serve(request: FastifyRequest): unknown {
    const params = request.params as Readonly<Record<string, string>>;
    const project = PROJECTS.find(({ projectId }) => projectId === params['project']);
    const environment = project?.environments.find(({ envId }) => envId === params['environment']);
    const configuration = project && environment ? this.liveIn(project, environment) : null;
    if (!configuration) throw nothingHere('endpoint');
    const segments = segmentsOf(params['*'] ?? '');
    const attempt = { method: request.method, segments, key: keyOf(request) };
    const decision = decide(configuration, attempt, this.context.assumptions);
    if ('status' in decision) throw new MiaError(decision.status, decision.message);
    return { path: `/${segments.join('/')}`, clientType: decision.clientType };
  }

  private liveIn(project: MiaProject, environment: RuntimeEnvironment): LiveConfiguration | null {
    const deployed = this.pipelines.deployed(project._id, environment.envId, this.context.clock());
    if (!deployed) return null;
    const place = `${project._id}/${environment.envId}`;
    const known = this.live.get(place);
    if (known?.id === deployed.id) return known.configuration;
    const configuration = liveConfiguration(deployed.text, environment.variables);
    this.live.set(place, { id: deployed.id, configuration });
    return configuration;
  }
}
