import type { ConfigurationKind, ConfigurationPlace, ConfigurationRecord } from './configuration-store';
import { projectOf, runtimeOf } from './directory';
import { MiaError, nothingHere } from './error';
import { membersOf, objectOf, withValues } from './json-members';
import { answer, type MiaAnswer, type MiaCall, type MiaDesk, type MiaRoute } from './route';
import { readSave } from './save-body';

/** How a path names a configuration; `branch` is the legacy name of a revision, or of a version as a tag. */
type Scope = ConfigurationKind | 'branch';

const PATHS: Readonly<Record<Scope, string>> = {
  revision: '/api/backend/projects/:project/revisions/:ref/configuration',
  version: '/api/backend/projects/:project/versions/:ref/configuration',
  branch: '/api/backend/projects/:project/branches/:ref/configuration/',
  environment: '/api/projects/:project/environments/:ref/configuration',
};

function find(place: ConfigurationPlace, { configurations }: MiaDesk): ConfigurationRecord | null {
  return configurations.find(place);
}

/** The configuration that the path names, if the project is managed that way. */
function configurationOf(call: MiaCall, scope: Scope, desk: MiaDesk): ConfigurationRecord {
  const project = projectOf(call);
  const ref = call.params['ref'] ?? '';
  if (project.environmentBased !== (scope === 'environment'))
    throw new MiaError(
      desk.context.assumptions.miaOtherManagementStatus,
      project.environmentBased
        ? 'The configuration of this project is managed by environment.'
        : 'The configuration of this project is managed by revision.',
    );
  if (scope === 'environment') runtimeOf(project, ref);
  const place = { project: project._id, ref };
  const found =
    scope === 'branch'
      ? (find({ ...place, kind: 'revision' }, desk) ?? find({ ...place, kind: 'version' }, desk))
      : find({ ...place, kind: scope }, desk);
  if (found) return found;
  throw nothingHere('configuration');
}

/** The flat document, with the facts that the console itself knows. */
export function configurationText({ text, commitId, committedAt, author }: ConfigurationRecord): string {
  const facts = {
    lastCommitAuthor: author,
    commitId,
    committedDate: new Date(committedAt).toISOString(),
  };
  return objectOf(withValues(membersOf(text), facts));
}

function save(call: MiaCall, scope: Scope, desk: MiaDesk): MiaAnswer {
  const { assumptions, clock } = desk.context;
  const place = configurationOf(call, scope, desk);
  if (place.kind === 'version')
    throw new MiaError(assumptions.miaSnapshotSaveStatus, 'A version is a snapshot and is never changed.');
  const { text, previousSave } = readSave(call.body, assumptions);
  const author = call.account.name;
  const id = desk.configurations.save(place, previousSave, { text, committedAt: clock(), author });
  if (id === null)
    throw new MiaError(
      assumptions.miaStaleSaveStatus,
      'The configuration was changed meanwhile: read it again before saving.',
    );
  return answer({ id });
}

const routesOf = (scope: Scope): MiaRoute[] => [
  {
    method: 'GET',
    path: PATHS[scope],
    right: 'read',
    handle: (call, desk) => ({ text: configurationText(configurationOf(call, scope, desk)) }),
  },
  {
    method: 'POST',
    path: PATHS[scope],
    right: 'save',
    handle: (call, desk) => save(call, scope, desk),
  },
];

/** Reading and saving whole configurations, among whose members the API keys are. */
export const CONFIGURATION_ROUTES: readonly MiaRoute[] = (
  ['revision', 'version', 'branch', 'environment'] as const
).flatMap(routesOf);
