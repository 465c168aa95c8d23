import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { Identity } from './certificates';

/** A server on a free loopback port that ends with all its connections. */
export interface LoopbackServer {
  readonly port: number;
  /** How many TCP connections it has had. */
  readonly connections: () => number;
  close(): Promise<void>;
}

async function listening(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A plain HTTP server. */
export const httpServer = (listener: RequestListener): Promise<LoopbackServer> =>
  listening(createHttpServer(listener));

/** An HTTPS server that shows a certificate. */
export const tlsServer = (
  identity: Identity,
  listener: RequestListener,
  options: TlsOptions = {},
): Promise<LoopbackServer> => {
  const server = createHttpsServer({ ...identity, ...options }, listener);
  server.on('tlsClientError', () => undefined);
  return listening(server);
};

/** A server that does with each raw connection whatever the test says. */
export const rawServer = (onConnection: (socket: Socket) => void): Promise<LoopbackServer> =>
  listening(createTcpServer({ allowHalfOpen: true }, onConnection));

/** An HTTP proxy that only tunnels, and notes everything that was said to itself. */
export interface RecordingProxy extends LoopbackServer {
  readonly heard: () => string;
}

/**
 * Starts a recording proxy.
 * @param answer the status line it gives to CONNECT
 * @param targetPort where it tunnels to, whatever name it was asked for
 */
export async function recordingProxy(
  targetPort: number,
  answer = '200 Connection established',
): Promise<RecordingProxy> {
  let heard = '';
  const server = await rawServer((socket) => {
    socket.once('data', (head) => {
      heard += head.toString('latin1');
      socket.write(`HTTP/1.1 ${answer}\r\n\r\n`);
      if (!answer.startsWith('200')) return;
      const target = connect(targetPort, '127.0.0.1');
      target.on('error', () => socket.destroy());
      socket.on('close', () => target.destroy());
      socket.pipe(target).pipe(socket);
    });
  });
  return { ...server, heard: () => heard };
}
