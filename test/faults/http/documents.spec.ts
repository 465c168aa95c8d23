import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpServer, type LoopbackServer } from '@test/support/tls-server';
import { failureOf, plainHttp } from './setting';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

/** A server that answers everything with one text, and what it heard last. */
async function answering(text: string): Promise<{ heard: { type?: string; url?: string; body: string } }> {
  const heard: { type?: string; url?: string; body: string } = { body: '' };
  const listen = async (request: IncomingMessage): Promise<void> => {
    let body = '';
    for await (const piece of request) body += String(piece);
    Object.assign(heard, { type: request.headers['content-type'], url: request.url, body });
  };
  server = await httpServer((request, response) => {
    void listen(request).then(() => response.setHeader('content-type', 'application/json').end(text));
  });
  return { heard };
}

const GET = { method: 'GET', path: ['document'], once: true } as const;
const PUT_BACK = { method: 'POST', path: ['document'] } as const;

describe('a document', () => {
  const written = '{ "10":1.50, "2":1e3, "constructor":{"prototype":9007199254740993}, "größe":"\\u006f🚚" }';

  it('comes and goes character for character', async () => {
    const { heard } = await answering(written);
    const http = plainHttp(server?.port ?? 0);
    const { text } = await http.send({ ...GET, document: true });
    expect(text).toBe(written);
    await http.send({ ...PUT_BACK, bodyText: written, document: true });
    expect(heard).toMatchObject({ type: 'application/json', body: written });
  });

  it('is asked for as such: any other answer with such names is refused, and has no text', async () => {
    await answering(written);
    const http = plainHttp(server?.port ?? 0);
    expect((await failureOf(http.send(GET))).code).toBe('bad-answer');
    await server?.close();
    await answering('{}');
    expect(await plainHttp(server?.port ?? 0).send(GET)).not.toHaveProperty('text');
  });

  it('may be as large as a listing, on its way back too', async () => {
    const { heard } = await answering('{}');
    const bodyText = `"${'x'.repeat(3_000)}"`;
    const http = plainHttp(server?.port ?? 0, { maxBytes: 1_000, listMaxBytes: 5_000 });
    await http.send({ ...PUT_BACK, bodyText, list: true });
    expect(heard.body).toBe(bodyText);
    expect((await failureOf(http.send({ ...PUT_BACK, bodyText }))).code).toBe('offline');
  });
});

describe('a form', () => {
  it('is sent as one, and a path may end with a slash', async () => {
    const { heard } = await answering('{}');
    const form = { grant_type: 'client_credentials', note: 'a b&c=ü' };
    await plainHttp(server?.port ?? 0).send({ ...PUT_BACK, slash: true, form });
    expect(heard.type).toBe('application/x-www-form-urlencoded');
    expect(heard.url).toBe('/document/');
    expect(Object.fromEntries(new URLSearchParams(heard.body))).toEqual(form);
  });
});
