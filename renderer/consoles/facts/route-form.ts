import {
  routeProblem,
  type ProfileReport,
  type Route,
  type RouteProfile,
  type RouteSpec,
  type RouteState,
} from '@core/domain/route-profile';

/** The routes as they are typed, by the id of their purpose; an empty path leaves the choice to Keydesk. */
export type RouteForm = Readonly<Record<string, Route>>;

/** Where a route comes from, in a word or two. */
export const FROM: Record<RouteState['from'], string> = {
  operator: 'yours',
  discovered: 'found in the console’s own description',
  likely: 'likely',
  unknown: 'not known',
};

const unset = ({ likely }: RouteSpec): Route => ({ method: likely.method, path: '' });

const stateOf = (report: ProfileReport, { id }: RouteSpec): RouteState | undefined =>
  report.routes.find((each) => each.id === id);

const formOf = (specs: readonly RouteSpec[], routeFor: (spec: RouteSpec) => Route | null): RouteForm =>
  Object.fromEntries(specs.map((spec) => [spec.id, routeFor(spec) ?? unset(spec)]));

/** The routes in use. */
export const usedRoutes = (specs: readonly RouteSpec[], report: ProfileReport): RouteForm =>
  formOf(specs, (spec) => stateOf(report, spec)?.route ?? null);

/** The routes without what the operator set. */
export const ownRoutes = (specs: readonly RouteSpec[], report: ProfileReport): RouteForm =>
  formOf(specs, (spec) => {
    const state = stateOf(report, spec);
    return state?.from === 'operator' ? null : (state?.route ?? null);
  });

/** The likely routes, whether they are trusted or not. */
export const likelyRoutes = (specs: readonly RouteSpec[]): RouteForm => formOf(specs, ({ likely }) => likely);

/** The routes of a find; what it does not name stays as it is. */
export const foundRoutes = (specs: readonly RouteSpec[], before: RouteForm, found: RouteProfile): RouteForm =>
  formOf(specs, ({ id }) => found[id] ?? before[id] ?? null);

/** Whether every route of a find stands in the form. */
export const isIn = (form: RouteForm, found: RouteProfile): boolean =>
  Object.entries(found).every(([id, route]) => sameRoute(route, form[id]));

/** Where the route in the form comes from: what differs from the one in use is the operator's. */
export function fromOf(spec: RouteSpec, form: RouteForm, report: ProfileReport): RouteState['from'] {
  const state = stateOf(report, spec);
  const typed = form[spec.id];
  if (typed === undefined || typed.path === '') return 'unknown';
  return sameRoute(typed, state?.route) ? (state?.from ?? 'unknown') : 'operator';
}

const sameRoute = (a: Route, b: Route | null | undefined): boolean =>
  a.path === b?.path && a.method === b.method;

/** What is wrong with a typed route; null where nothing is, or nothing was typed. */
export function problemOf(spec: RouteSpec, form: RouteForm): string | null {
  const typed = form[spec.id];
  return typed === undefined || typed.path === '' ? null : routeProblem(spec, typed);
}

/** Every typed route that may be used. */
export function typedRoutes(specs: readonly RouteSpec[], form: RouteForm): RouteProfile {
  const usable = specs.filter((spec) => form[spec.id]?.path !== '' && problemOf(spec, form) === null);
  return Object.fromEntries(usable.flatMap(({ id }) => (form[id] === undefined ? [] : [[id, form[id]]])));
}

/** Only those of the operator: the others are found or likely again at any time. */
export function operatorRoutes(
  specs: readonly RouteSpec[],
  form: RouteForm,
  report: ProfileReport,
): RouteProfile {
  return typedRoutes(
    specs.filter((spec) => fromOf(spec, form, report) === 'operator'),
    form,
  );
}
