import * as z from 'zod';
import type { ConfigurationRecord } from './configuration-store';
import { configurationText } from './configuration-routes';
import { projectOf, runtimeOf } from './directory';
import { MiaError, nothingHere } from './error';
import { missingVariables } from './variables';
import type { PipelineEnd } from './pipeline-store';
import { answer, queryText, type MiaAnswer, type MiaCall, type MiaDesk, type MiaRoute } from './route';
import type { MiaProject, RuntimeEnvironment } from './sample-projects';

const Trigger = z.object({
  environment: z.string(),
  revision: z.string().optional(),
  refType: z.enum(['revision', 'version']).optional(),
  deployType: z.enum(['smart_deploy', 'deploy_all']).optional(),
  forceDeployWhenNoSemver: z.boolean().optional(),
});
type Trigger = z.infer<typeof Trigger>;

function readTrigger({ body }: MiaCall): Trigger {
  const read = Trigger.safeParse(body?.kind === 'json' ? body.value : null);
  if (read.success) return read.data;
  throw new MiaError(400, 'Name the environment and the revision to deploy.');
}

/** What is to be deployed: a revision, a version, or what the environment itself has. */
function toDeploy(project: MiaProject, trigger: Trigger, { configurations }: MiaDesk): ConfigurationRecord {
  const { environment, revision = '', refType } = trigger;
  const kinds = project.environmentBased
    ? (['environment'] as const)
    : refType
      ? [refType]
      : (['revision', 'version'] as const);
  const ref = project.environmentBased ? environment : revision;
  for (const kind of kinds) {
    const found = configurations.find({ project: project._id, kind, ref });
    if (found) return found;
  }
  throw nothingHere('revision');
}

function endOf(text: string, { variables }: RuntimeEnvironment, { context }: MiaDesk): PipelineEnd {
  const { miaDeployEnd, miaMissingVariableFails } = context.assumptions;
  return miaMissingVariableFails && missingVariables(text, variables) ? 'failed' : miaDeployEnd;
}

function trigger(call: MiaCall, desk: MiaDesk): MiaAnswer {
  const { assumptions, clock, origins } = desk.context;
  const project = projectOf(call);
  const asked = readTrigger(call);
  const environment = runtimeOf(project, asked.environment);
  const text = configurationText(toDeploy(project, asked, desk));
  const startedAt = clock();
  const id = desk.pipelines.start({
    project: project._id,
    environment: environment.envId,
    text,
    startedAt,
    endsAt: startedAt + assumptions.miaDeployMs,
    end: endOf(text, environment, desk),
  });
  return answer({
    id: assumptions.miaNumericPipelineIds ? id : String(id),
    url: `${origins.get(MIA_CONSOLE) ?? ''}/projects/${project._id}/deployments/${id}`,
  });
}

function status(call: MiaCall, { context, pipelines }: MiaDesk): MiaAnswer {
  const project = projectOf(call)._id;
  const environment = queryText(call, 'environment') ?? '';
  const id = Number(call.params['pipeline']);
  const found = pipelines.status({ project, environment }, id, context.clock());
  if (found === null) throw nothingHere('pipeline');
  return answer({ id: context.assumptions.miaNumericPipelineIds ? id : String(id), status: found });
}

/** Name of the origin of the management side. */
export const MIA_CONSOLE = 'mia-console';

/** Making a saved configuration live, and watching it become so. */
export const DEPLOY_ROUTES: readonly MiaRoute[] = [
  {
    method: 'POST',
    path: '/api/deploy/projects/:project/trigger/pipeline/',
    right: 'deploy',
    handle: trigger,
  },
  {
    method: 'GET',
    path: '/api/deploy/projects/:project/pipelines/:pipeline/status/',
    right: 'read',
    handle: status,
  },
];
