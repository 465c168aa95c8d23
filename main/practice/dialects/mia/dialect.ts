import type { ConsoleOffer, Dialect, PracticeContext, SignIn } from '../../context';
import { AccessTokens, TOKEN_TABLES } from './access-tokens';
import { CONFIGURATION_ROUTES } from './configuration-routes';
import { CONFIGURATION_TABLE, ConfigurationStore } from './configuration-store';
import { consoleApp } from './console-app';
import { DEPLOY_ROUTES, MIA_CONSOLE } from './deploy-routes';
import { DIRECTORY_ROUTES } from './directory-routes';
import { MIA_GATEWAY, MiaGateway } from './gateway';
import { PIPELINE_TABLE, PipelineStore } from './pipeline-store';
import type { MiaDesk } from './route';
import { fillMiaSample } from './sample';
import { PROJECTS, type MiaProject } from './sample-projects';
import { ACCOUNT_TABLES, OWN_CLIENT_ID, ROLES, ServiceAccounts, type MiaRole } from './service-accounts';
import { TOKEN_ROUTE } from './token-route';

const ROUTES = [TOKEN_ROUTE, ...DIRECTORY_ROUTES, ...CONFIGURATION_ROUTES, ...DEPLOY_ROUTES];

function deskOf(context: PracticeContext): MiaDesk {
  const { store, operatorToken } = context;
  const accounts = new ServiceAccounts(store, operatorToken);
  return {
    context,
    accounts,
    tokens: new AccessTokens(context, accounts),
    configurations: new ConfigurationStore(store),
    pipelines: new PipelineStore(store),
  };
}

/** Places with keys of a project, and the runtime environment where each is used: for a revision, where it is tried. */
function placesOf(project: MiaProject, { store }: PracticeContext): [place: string, envId: string][] {
  const { _id, environments, environmentBased } = project;
  if (environmentBased) return environments.map(({ envId }) => [`${_id}/environments/${envId}`, envId]);
  const tried = environments.find(({ envId }) => envId === 'DEV') ?? environments[0];
  const revisions = new ConfigurationStore(store).refs(_id, 'revision');
  return revisions.map((ref) => [`${_id}/revisions/${ref}`, tried?.envId ?? '']);
}

function endpointsOf(context: PracticeContext): Record<string, string> {
  const gateway = context.origins.get(MIA_GATEWAY) ?? '';
  const endpoints = PROJECTS.flatMap((project) =>
    placesOf(project, context).map(([place, envId]) => [place, `${gateway}/${project.projectId}/${envId}`]),
  );
  return Object.fromEntries(endpoints) as Record<string, string>;
}

const bySecret = (clientId: string, clientSecret: string): SignIn => ({
  method: 'client-secret',
  fields: { clientId, clientSecret },
});

const may = (role: MiaRole): string => [role, 'read', ...ROLES[role]].join(', ');

function loginsOf({ store, operatorToken }: PracticeContext): ConsoleOffer['logins'] {
  const accounts = new ServiceAccounts(store, operatorToken);
  return accounts.all().map(({ clientId, name, role, secret }) => {
    const what = { label: name, may: may(role) };
    if (secret !== null) return { ...what, ...bySecret(clientId, secret) };
    return {
      ...what,
      method: 'private-key',
      // Looked up when somebody reads it: making a key pair takes longer than the whole start.
      get fields() {
        const { keyId, privateKey } = accounts.signingKeys(clientId);
        return { clientId, keyId, privateKey };
      },
    };
  });
}

function offer(context: PracticeContext): ConsoleOffer {
  const { operatorToken, origins } = context;
  return {
    baseUrl: origins.get(MIA_CONSOLE) ?? '',
    origins: {},
    endpoints: endpointsOf(context),
    logins: loginsOf(context),
    own: operatorToken === undefined ? null : bySecret(OWN_CLIENT_ID, operatorToken),
  };
}

/** Mia-Platform: keys are part of a project's configuration, and live once that is deployed. */
export const MIA: Dialect = {
  vendor: 'mia',
  tables: ACCOUNT_TABLES + TOKEN_TABLES + CONFIGURATION_TABLE + PIPELINE_TABLE,
  fill: (context) => fillMiaSample(context),
  origins: [
    { name: MIA_GATEWAY, build: (context) => new MiaGateway(context).build() },
    { name: MIA_CONSOLE, build: (context) => consoleApp(deskOf(context), ROUTES) },
  ],
  offer,
};
