import { companyAnswer, projectAnswer, projectOf } from './directory';
import { pageOf } from './paging';
import { answer, queryText, type MiaAnswer, type MiaCall, type MiaDesk, type MiaRoute } from './route';
import { COMPANIES, PROJECTS } from './sample-projects';
import { ROLES } from './service-accounts';

/** The feature that gives each runtime environment a configuration of its own. */
export const ENVIRONMENT_BASED = 'ENABLE_ENVIRONMENT_BASED_CONFIGURATION_MANAGEMENT';

const PERMISSIONS = {
  save: 'console.company.project.configuration.update',
  deploy: 'console.company.project.environment.deploy.trigger',
} as const;

const names = (call: MiaCall, { name }: { readonly name: string }): boolean =>
  name.toLowerCase().includes((queryText(call, 'search') ?? '').toLowerCase());

function userInfo({ account }: MiaCall, { context }: MiaDesk): MiaAnswer {
  const permissions = ROLES[account.role].map((right) => PERMISSIONS[right]);
  return answer({
    userId: account.clientId,
    groups: [],
    email: '',
    name: account.name,
    permissions: context.assumptions.miaPermissionsListed ? permissions : [],
  });
}

function listProjects(call: MiaCall, { context }: MiaDesk): MiaAnswer {
  const tenants = queryText(call, 'tenantIds')?.split(',');
  const found = PROJECTS.filter(
    (project) => (!tenants || tenants.includes(project.tenantId)) && names(call, project),
  );
  return pageOf(
    call,
    found.map((project) => projectAnswer(project)),
    context.assumptions.miaPageSize,
  );
}

function listRefs(kind: 'revision' | 'version'): MiaRoute['handle'] {
  return (call, { configurations, context }) => {
    const refs = configurations.refs(projectOf(call)._id, kind).map((name) => ({ name }));
    return pageOf(call, refs, context.assumptions.miaPageSize);
  };
}

function featureToggles(call: MiaCall, { context }: MiaDesk): MiaAnswer {
  const project = PROJECTS.find(({ _id }) => _id === queryText(call, 'projectId'));
  const on = project?.environmentBased ?? false;
  const asked = (queryText(call, 'featureToggleIds') ?? '').split(',').filter((id) => id !== '');
  if (context.assumptions.miaToggleAnswer === 'toggle') return answer({ toggle: on });
  return answer(Object.fromEntries(asked.map((id) => [id, id === ENVIRONMENT_BASED && on])));
}

const reading = (path: string, handle: MiaRoute['handle']): MiaRoute => ({
  method: 'GET',
  path,
  right: 'read',
  handle,
});

/** Who is signed in, and what there is. */
export const DIRECTORY_ROUTES: readonly MiaRoute[] = [
  reading('/api/userinfo', userInfo),
  reading('/api/backend/tenants/', (call, { context }) =>
    pageOf(
      call,
      COMPANIES.filter((company) => names(call, company)).map(companyAnswer),
      context.assumptions.miaPageSize,
    ),
  ),
  reading('/api/backend/projects/', listProjects),
  reading('/api/backend/projects/:project/', (call) =>
    answer(projectAnswer(projectOf(call), queryText(call, 'withTenant') === 'true')),
  ),
  reading('/api/backend/projects/:project/revisions', listRefs('revision')),
  reading('/api/backend/projects/:project/versions', listRefs('version')),
  reading('/api/feature-toggles', featureToggles),
];
