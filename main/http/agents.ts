import http from 'node:http';
import https, { type AgentOptions } from 'node:https';
import { AppError } from '@core/domain/app-error';
import { hostIsLoopback } from '@main/http/endpoint-rules';
import { guardedLookup } from '@main/http/guarded-lookup';
import type { HttpSettings } from '@main/http/http';
import { trustOf, type Trust } from '@main/http/trust';
import { TunnelAgent } from '@main/http/tunnel-agent';

/** Addresses of one name are tried one after the other after this many milliseconds. */
const NEXT_ADDRESS_MS = 1_000;

/** Hands out the agent for one request to a console. */
export interface Agents {
  /** @param fresh a socket of its own, so that no server can have closed it meanwhile */
  agent(fresh: boolean, signal: AbortSignal): http.Agent;
  readonly trust: Trust;
}

/** The agents of one console: direct, or through a proxy unless it is on this computer. */
export function agentsFor(url: URL, settings: HttpSettings): Agents {
  const trust = trustOf(settings.caPem);
  const proxy = hostIsLoopback(url) ? null : proxyOf(settings.proxyUrl);
  if (proxy !== null)
    return { trust, agent: (_fresh, signal) => new TunnelAgent({ proxy, signal, context: trust.context }) };
  // SECURITY: an open socket holds on to its lookup, so that must know the ticks alone and no credentials.
  const { allowLoopback, allowPrivate } = settings;
  const options: AgentOptions = {
    lookup: guardedLookup({ allowLoopback, allowPrivate }, settings.resolve),
    secureContext: trust.context,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
  };
  const Agent = url.protocol === 'https:' ? https.Agent : http.Agent;
  const once = new Agent({ ...options, keepAlive: false });
  const kept = new Agent({ ...options, keepAlive: true });
  return { trust, agent: (fresh) => (fresh ? once : kept) };
}

function proxyOf(text: string | undefined): URL | null {
  if (text === undefined || text === '') return null;
  const proxy = URL.canParse(text) ? new URL(text) : null;
  if (proxy?.protocol === 'http:' && proxy.hostname !== '') return proxy;
  throw new AppError('invalid-input', 'The proxy setting has to look like http://proxy.example.com:8080.', {
    field: 'proxyUrl',
  });
}
