import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PracticeContext } from '../../context';
import { qwiltApp, QwiltRefusal } from './app';
import { Callers, type Caller } from './caller';
import { SiteStore, type Site } from './site-store';

const PATH = '/api/v2/sites';
const NewSite = z.object({ siteName: z.string().trim().min(1).max(200) });

function mustWrite({ writes }: Caller): void {
  if (!writes) throw new QwiltRefusal(403, 'This permission may only get and list.');
}

function create(request: FastifyRequest, caller: Caller, sites: SiteStore, now: number): Site {
  mustWrite(caller);
  const read = NewSite.safeParse(request.body);
  if (!read.success) throw new QwiltRefusal(400, 'A site needs a siteName.');
  return sites.add(caller.organization, read.data.siteName, now);
}

function remove(request: FastifyRequest, caller: Caller, sites: SiteStore): void {
  mustWrite(caller);
  const { permanent } = request.query as Record<string, unknown>;
  if (permanent !== 'true')
    throw new QwiltRefusal(400, 'The practice console understands permanent=true only.');
  const { siteId = '' } = request.params as Record<string, string>;
  if (!sites.remove(caller.organization, siteId)) throw new QwiltRefusal(404, 'There is no such site.');
}

/** The data plane: what a key is for. */
export function buildData(context: PracticeContext): FastifyInstance {
  const callers = new Callers(context);
  const sites = new SiteStore(context.store);
  return qwiltApp(context, (app) => {
    app.get(PATH, (request, reply) => reply.send(sites.all(callers.of(request).organization)));
    app.post(PATH, (request, reply) =>
      reply.code(201).send(create(request, callers.of(request), sites, context.clock())),
    );
    app.delete(`${PATH}/:siteId`, (request, reply) => {
      remove(request, callers.of(request), sites);
      return reply.code(204).send();
    });
  });
}
