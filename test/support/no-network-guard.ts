import dns from 'node:dns';
import net from 'node:net';

/** Setup of every test project: a test that leaves this computer fails at once with the place it wanted to reach. */

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/i;

function refuse(host: string): never {
  throw new Error(`A test tried to reach ${host}: tests stay on loopback.`);
}

const connect = Reflect.get(net.Socket.prototype, 'connect') as (...args: unknown[]) => net.Socket;

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostOf(args);
  if (host !== undefined && !LOOPBACK.test(host)) refuse(host);
  return Reflect.apply(connect, this, args);
};

/** The host of any form of `connect`; undefined for pipes and Unix sockets. */
function hostOf(args: readonly unknown[]): string | undefined {
  // `net.connect` hands its normalized arguments over as one array.
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string | null; path?: string | null };
    // Node's http gives a path of null where there is none.
    return path ? undefined : (host ?? 'localhost');
  }
  return typeof first === 'number' && typeof second === 'string' ? second : undefined;
}

const lookup = dns.lookup;

dns.lookup = Object.assign(function guarded(...args: unknown[]): void {
  const host = String(args[0]);
  if (!LOOPBACK.test(host)) refuse(host);
  Reflect.apply(lookup, dns, args);
}, lookup);
