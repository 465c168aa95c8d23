import dns from 'node:dns';
import http from 'node:http';
import net from 'node:net';
import { describe, expect, it } from 'vitest';

// The guard is a setup file of every project, so it stands already.
describe('the guard against the network', () => {
  it('stops a socket, a request and a look-up that leave this computer', () => {
    expect(() => net.connect(80, '192.0.2.1')).toThrow('192.0.2.1');
    expect(() => net.connect({ port: 443, host: 'example.com' })).toThrow('example.com');
    expect(() => dns.lookup('example.com', () => undefined)).toThrow('example.com');
    expect(() => http.get('http://192.0.2.1/')).toThrow('192.0.2.1');
  });

  it('stops fetch', async () => {
    await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
  });

  it('lets loopback through', async () => {
    const server = net.createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as net.AddressInfo;
    const text = await new Promise((done) =>
      net.connect(port, '127.0.0.1').on('data', (data) => done(String(data))),
    );
    server.close();
    expect(text).toBe('hello');
  });
});
