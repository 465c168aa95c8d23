import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { AppError } from '@core/domain/app-error';

/** What a tunnel through a proxy needs. */
export interface TunnelSettings {
  readonly proxy: URL;
  readonly context: SecureContext;
  /** Ends a tunnel that is still being dug. */
  readonly signal: AbortSignal;
}

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

/** One TLS connection through an HTTP proxy; the proxy sees only the console's host and port. */
export class TunnelAgent extends HttpsProxyAgent<string> {
  constructor(private readonly tunnel: TunnelSettings) {
    super(tunnel.proxy, { signal: tunnel.signal, keepAlive: false });
  }

  /** Never hands out a socket that speaks with the proxy itself: its refusals are not the console's. */
  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) throw refusedByProxy(statusCode, this.tunnel.proxy);
    });
    try {
      const secured = { ...options, secureContext: this.tunnel.context };
      return await super.connect(request, secured);
    } catch (error) {
      throw error instanceof AppError ? error : unreachable(this.tunnel.proxy);
    }
  }
}

// `ECONNREFUSED`: whatever went wrong at the proxy, nothing reached the console.
const facts = (proxy: URL) => ({ system: 'ECONNREFUSED', place: proxy.host.slice(0, 300) });

function refusedByProxy(status: number, proxy: URL): AppError {
  const reason = status === 407 ? 'asks for a sign-in' : 'does not let Keydesk through to the console';
  return new AppError(
    'offline',
    `The proxy ${proxy.host} ${reason} (HTTP ${status}). Check the proxy setting.`,
    {
      ...facts(proxy),
      status,
    },
  );
}

const unreachable = (proxy: URL): AppError =>
  new AppError(
    'offline',
    `The proxy ${proxy.host} cannot be reached. Check the proxy setting.`,
    facts(proxy),
  );
