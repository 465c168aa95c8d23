import type { EnvironmentId } from '@core/domain/environment';

/** What has a configuration of its own. */
export type PlaceKind = 'revisions' | 'versions' | 'environments';

/** Where a configuration is: a project's revision or version, or one of its runtime environments. */
export interface Place {
  /** The project's `_id`. */
  readonly project: string;
  readonly kind: PlaceKind;
  /** Name of the revision or version, or id of the runtime environment. */
  readonly ref: string;
}

/** The longest identifier of an environment, in UTF-16 units. */
const LONGEST = 200;

const PLACE = /^([A-Za-z0-9_-]{1,64})\/(revisions|versions|environments)\/(.+)$/s;

/** The identifier of an environment. */
export const environmentIdOf = ({ project, kind, ref }: Place): EnvironmentId => `${project}/${kind}/${ref}`;

/** What an identifier names; null where it cannot be one of this vendor. */
export function placeOf(environmentId: EnvironmentId): Place | null {
  const [, project, kind, ref] = PLACE.exec(environmentId) ?? [];
  if (project === undefined || kind === undefined || ref === undefined) return null;
  return { project, kind: kind as PlaceKind, ref };
}

/** Whether a place can be named; a branch name can be longer than any identifier may be. */
export const isNameable = (place: Place): boolean => {
  const id = environmentIdOf(place);
  return id.length <= LONGEST && placeOf(id) !== null;
};
