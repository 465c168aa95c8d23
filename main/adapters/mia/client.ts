import type * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import type { Http, HttpAnswer, HttpRequest } from '@main/http/http';
import type { Configuration } from './document';
import type { Place } from './place';
import * as raw from './schema';
import type { MiaSession } from './session';

const PAGE_SIZE = 200;
const MOST_PAGES = 1_000;

/** The feature that gives each runtime environment a configuration of its own. */
const ENVIRONMENT_BASED = 'ENABLE_ENVIRONMENT_BASED_CONFIGURATION_MANAGEMENT';

/** What a missing configuration means: that there is none, or that nothing is known of its keys. */
export type Missing = 'not-found' | 'bad-answer';

/** The paths of the management API; the only place that knows them. Answers have passed their schema. */
export class MiaClient {
  constructor(
    private readonly http: Http,
    private readonly session: MiaSession,
  ) {}

  userInfo(signal?: AbortSignal): Promise<raw.RawUserInfo> {
    return this.read({ ...get('userinfo'), ...(signal && { signal }) }, raw.RawUserInfo);
  }

  companies(signal?: AbortSignal): Promise<raw.RawCompany[]> {
    return this.pages(
      { ...get('backend', 'tenants'), slash: true, ...(signal && { signal }) },
      raw.RawCompanies,
    );
  }

  /** The projects of some companies, by the companies' `tenantId`. */
  projects(tenantIds: readonly string[], signal?: AbortSignal): Promise<raw.RawProject[]> {
    const query = { tenantIds: tenantIds.join(',') };
    const request = { ...get('backend', 'projects'), slash: true, query, ...(signal && { signal }) };
    return this.pages(request, raw.RawProjects);
  }

  project(id: string): Promise<raw.RawProject> {
    return this.read({ ...get('backend', 'projects', id), slash: true }, raw.RawProject);
  }

  refs(project: string, kind: 'revisions' | 'versions', signal?: AbortSignal): Promise<{ name: string }[]> {
    return this.pages(
      { ...get('backend', 'projects', project, kind), ...(signal && { signal }) },
      raw.RawRefs,
    );
  }

  /** Whether the runtime environments of a project have configurations of their own. */
  async isEnvironmentBased(projectId: string, signal?: AbortSignal): Promise<boolean> {
    const query = { projectId, featureToggleIds: ENVIRONMENT_BASED };
    const request = { ...get('feature-toggles'), query, ...(signal && { signal }) };
    const toggles = await this.read(request, raw.RawToggles);
    return toggles[ENVIRONMENT_BASED] === true || toggles['toggle'] === true;
  }

  /** A configuration as it is written. */
  async configuration(place: Place, missing: Missing, signal?: AbortSignal): Promise<Configuration> {
    const request = { ...ofPlace('GET', place), document: true, list: true, ...(signal && { signal }) };
    try {
      const { text = '', body } = await this.send(request);
      return { text, save: parsed(raw.RawHead, body).commitId };
    } catch (error) {
      // SECURITY: a configuration that is not shown to us never proves that its keys are gone.
      if (missing === 'not-found' || !(error instanceof AppError) || error.code !== 'not-found') throw error;
      const sentence = 'The console no longer shows this configuration, so nothing is known of its keys.';
      throw new AppError('bad-answer', sentence, error.facts);
    }
  }

  /** Saves a whole configuration and gives the id of the save. Sent once. */
  async save(place: Place, bodyText: string): Promise<string> {
    return (await this.read({ ...ofPlace('POST', place), bodyText, list: true }, raw.RawSaved)).id;
  }

  /** Starts a pipeline and gives its id. Sent once. */
  async deploy(project: string, body: Record<string, unknown>): Promise<string> {
    const path = ['api', 'deploy', 'projects', project, 'trigger', 'pipeline'];
    return String((await this.read({ method: 'POST', path, slash: true, body }, raw.RawPipeline)).id);
  }

  /** How a pipeline stands, in the console's word. */
  async pipeline(project: string, environment: string, id: string): Promise<string> {
    const path = get('deploy', 'projects', project, 'pipelines', id, 'status');
    return (await this.read({ ...path, slash: true, query: { environment } }, raw.RawPipelineStatus)).status;
  }

  private send(request: HttpRequest): Promise<HttpAnswer> {
    return this.session.authorized(request, (authorized) => this.http.send(authorized));
  }

  private read<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T> {
    return this.session.authorized(request, (authorized) => this.http.read(authorized, schema));
  }

  /** All pages of a listing, counted from 1. A console that does not say how many there are ends with a short one. */
  private async pages<T>(request: HttpRequest, schema: z.ZodType<T[]>): Promise<T[]> {
    const items: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { ...request.query, page, per_page: PAGE_SIZE };
      const { headers, body } = await this.send({ ...request, query, list: true });
      const found = parsed(schema, body);
      items.push(...found);
      const total = Number(headers['x-total-pages'] ?? (found.length < PAGE_SIZE ? page : Infinity));
      if (found.length === 0 || !(page < total)) return items;
    }
    throw new AppError('bad-answer', 'The list of the console does not end.');
  }
}

const get = (...path: string[]): Pick<HttpRequest, 'method' | 'path'> => ({
  method: 'GET',
  path: ['api', ...path],
});

function ofPlace<Method extends 'GET' | 'POST'>(method: Method, { project, kind, ref }: Place) {
  const below = kind === 'environments' ? ['api', 'projects'] : ['api', 'backend', 'projects'];
  return { method, path: [...below, project, kind, ref, 'configuration'] };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data } = schema.safeParse(body);
  if (success) return data;
  throw new AppError('bad-answer', 'The console answered with data in a form that Keydesk does not know.');
}
