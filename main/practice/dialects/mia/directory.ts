import { nothingHere } from './error';
import type { MiaCall } from './route';
import {
  COMPANIES,
  PROJECTS,
  type MiaCompany,
  type MiaProject,
  type RuntimeEnvironment,
} from './sample-projects';

/** The project that the path names by `_id`. */
export function projectOf({ params }: Pick<MiaCall, 'params'>): MiaProject {
  const project = PROJECTS.find(({ _id }) => _id === params['project']);
  if (project) return project;
  throw nothingHere('project');
}

/** A runtime environment of a project. */
export function runtimeOf(project: MiaProject, envId: unknown): RuntimeEnvironment {
  const found = project.environments.find((environment) => environment.envId === envId);
  if (found) return found;
  throw nothingHere('environment');
}

/** A company on the wire. */
export function companyAnswer(company: MiaCompany): Record<string, unknown> {
  return {
    ...company,
    repository: { type: 'gitlab' },
    pipelines: { type: 'gitlab-ci' },
    configurationManagement: { saveChangesRules: [] },
  };
}

const environmentAnswer = ({ projectId }: MiaProject, environment: RuntimeEnvironment) => ({
  label: environment.label,
  envId: environment.envId,
  isProduction: environment.isProduction,
  cluster: {
    clusterId: environment.isProduction ? 'cluster-live' : 'cluster-test',
    namespace: `${projectId}-${environment.envId.toLowerCase()}`,
  },
});

/** A project on the wire, its company with it where asked for. */
export function projectAnswer(project: MiaProject, withTenant = false): Record<string, unknown> {
  const { _id, projectId, name, tenantId } = project;
  const tenant = COMPANIES.find((company) => company.tenantId === tenantId);
  return {
    _id,
    projectId,
    name,
    tenantId,
    configurationGitPath: `companies/${tenantId}/configurations/${projectId}`,
    defaultBranch: 'main',
    environments: project.environments.map((environment) => environmentAnswer(project, environment)),
    ...(withTenant && tenant && { tenant: companyAnswer(tenant) }),
  };
}
