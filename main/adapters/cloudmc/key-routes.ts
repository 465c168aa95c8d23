import { AppError, type AppErrorCode } from '@core/domain/app-error';
import {
  routeOf,
  type ProfileReport,
  type Route,
  type RouteProfile,
  type RouteState,
} from '@core/domain/route-profile';
import { CLOUDMC } from '@core/domain/vendors/cloudmc';
import { operationsIn } from './description';
import { candidatesAmong, settled, type Candidate } from './discovery';

/** What is done with keys, by the id of its `RouteSpec`. */
export type RouteId = 'keys.list' | 'keys.create' | 'keys.rename' | 'keys.revoke';

/** What is known of where keys are managed. */
export interface KnownRoutes {
  readonly routes: Readonly<Partial<Record<RouteId, Route>>>;
  /** The field that holds the secret of a new key, where the console describes it. */
  readonly secretField: string | null;
  /** Why a route that is not among them is not known, in a sentence. */
  readonly missing: string;
}

/** How to learn what an operator did not set. */
export interface RouteSources {
  /** What the operator set. */
  readonly set: RouteProfile;
  /** The console's own description of its API. */
  readonly describe: () => Promise<unknown>;
  /** The operator's identifier on the console, where it is known. */
  readonly userId: () => Promise<string | null>;
}

interface Discovery {
  readonly candidates: readonly Candidate[];
  readonly problem: string | null;
  /** Whether looking again may give something else. */
  readonly passing: boolean;
}

const IDS: readonly RouteId[] = ['keys.list', 'keys.create', 'keys.rename', 'keys.revoke'];

/** Two candidates that are closer than this are for the operator to choose from. */
const LEAD = 2;

const ADVICE = 'Set the routes of this console to work with its keys.';
const NO_DESCRIPTION = `This console publishes no description of its API, so Keydesk does not know where its API keys are managed. ${ADVICE}`;
const NOT_DESCRIBED = `The description of this console's API does not say where API keys are managed. ${ADVICE}`;
const NOT_SENDABLE = `This console manages API keys at a place that Keydesk cannot fill in by itself. ${ADVICE}`;
const SEVERAL =
  'This console describes several places where API keys may be managed. Choose one in its routes.';
const UNREADABLE = `The description of this console's API cannot be read now. Try again later. ${ADVICE}`;
const INCOMPLETE = `Not all routes for API keys of this console are known. ${ADVICE}`;

const PASSING: readonly AppErrorCode[] = ['offline', 'timeout', 'server', 'rate-limited', 'tls', 'cancelled'];

/** Finds out where the keys of one console are managed: as the operator set it, else as the console describes it. */
export class KeyRoutes {
  private discovery: Promise<Discovery> | null = null;

  constructor(private readonly sources: RouteSources) {}

  /** What is known; asks the console only for what the operator did not set, and remembers its answer. */
  async known(): Promise<KnownRoutes> {
    const { set } = this.sources;
    const nothingOpen = IDS.every((id) => set[id] !== undefined);
    return this.combine(
      nothingOpen ? { candidates: [], problem: null, passing: false } : await this.discover(),
    );
  }

  /** How every route stands, with all that the console describes, read anew. */
  async report(): Promise<ProfileReport> {
    this.discovery = null;
    const discovery = await this.discover();
    const chosen = this.chosen(discovery.candidates);
    const { routes, missing } = this.combine(discovery);
    return {
      routes: CLOUDMC.routes.map((spec): RouteState => {
        const route = routeOf(spec, this.sources.set, chosen?.routes);
        if (this.sources.set[spec.id] !== undefined) return { id: spec.id, route, from: 'operator' };
        return { id: spec.id, route, from: route === null ? 'unknown' : 'discovered' };
      }),
      discovered: discovery.candidates.map(({ found, routes }) => ({ found, routes })),
      problem: Object.keys(routes).length === IDS.length ? null : missing,
    };
  }

  private combine({ candidates, problem }: Discovery): KnownRoutes {
    const { set } = this.sources;
    const chosen = this.chosen(candidates);
    const entries = CLOUDMC.routes.flatMap((spec) => {
      const route = routeOf(spec, set, chosen?.routes);
      return route === null ? [] : [[spec.id, route] as const];
    });
    const routes: KnownRoutes['routes'] = Object.fromEntries(entries);
    const secretField =
      chosen !== null && routes['keys.create'] === chosen.routes['keys.create'] ? chosen.secretField : null;
    return { routes, secretField, missing: problem ?? (candidates.length > 1 ? SEVERAL : INCOMPLETE) };
  }

  /** SECURITY: routes of different places are never mixed, so that no key is looked for here and revoked there. */
  private chosen(candidates: readonly Candidate[]): Candidate | null {
    const set = Object.values(this.sources.set);
    const fitting = candidates.filter(({ stem }) =>
      set.every(({ path }) => path === stem || path.startsWith(`${stem}/`)),
    );
    const [best = null, second] = fitting;
    return best !== null && best.score - (second?.score ?? -LEAD) >= LEAD ? best : null;
  }

  private async discover(): Promise<Discovery> {
    this.discovery ??= this.look();
    const looking = this.discovery;
    const found = await looking;
    if (found.passing && this.discovery === looking) this.discovery = null;
    return found;
  }

  private async look(): Promise<Discovery> {
    const nothing = (problem: string, passing = false): Discovery => ({ candidates: [], problem, passing });
    try {
      const all = candidatesAmong(operationsIn(await this.sources.describe()));
      if (all.length === 0) return nothing(NOT_DESCRIBED);
      const userId = all.some(({ stem }) => stem.includes('{')) ? await this.sources.userId() : null;
      const candidates = all.map((each) => settled(each, userId)).filter((each) => each !== null);
      return candidates.length === 0 ? nothing(NOT_SENDABLE) : { candidates, problem: null, passing: false };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, facts } = error;
      const passing = PASSING.includes(code) || (code === 'bad-answer' && facts.status === undefined);
      return nothing(passing ? UNREADABLE : NO_DESCRIPTION, passing);
    }
  }
}
