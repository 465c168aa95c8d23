import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, PAGE_SCHEME, servePage } from '@main/protocol';

const POLICY =
  "default-src 'none'; script-src 'self'; " +
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'; object-src 'none'; frame-src 'none'";

let folder: string;
let ask: (url: string, method?: string) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keydesk-page-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await mkdir(join(folder, 'page-other'));
  await writeFile(join(folder, 'secret.js'), 'outside');
  await writeFile(join(folder, 'page-other', 'secret.js'), 'beside');
  for (const name of [
    'index.html',
    'assets/a.js',
    'assets/a.css',
    'assets/a.woff2',
    'assets/a.svg',
    'notes.txt',
  ]) {
    await writeFile(join(folder, 'page', name), name);
  }
  const serve = servePage(join(folder, 'page'));
  ask = (url, method = 'GET') => serve({ url, method });
});

afterAll(() => rm(folder, { recursive: true }));

describe('the page protocol', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/a.js', 'text/javascript; charset=utf-8'],
    ['assets/a.css', 'text/css; charset=utf-8'],
    ['assets/a.woff2', 'font/woff2'],
    ['assets/a.svg', 'image/svg+xml'],
    ['assets%2Fa.js?v=1#x', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s, under the policy', async (path, type) => {
    const answer = await ask(`app://bundle/${path}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'content-type': type,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(await answer.text()).toBe(decodeURIComponent(path).replace(/[?#].*/, ''));
  });

  it.each([
    'app://bundle/',
    'app://bundle/missing.js',
    'app://bundle/assets',
    'app://bundle/notes.txt',
    'app://bundle/../secret.js',
    'app://bundle/%2e%2e/secret.js',
    'app://bundle/%2e%2e%2fsecret.js',
    'app://bundle/..%2fsecret.js',
    'app://bundle/..%5csecret.js',
    'app://bundle/assets/../../secret.js',
    'app://bundle/assets%2f..%2f..%2fsecret.js',
    'app://bundle/..%2fpage-other%2fsecret.js',
    'app://bundle//etc/passwd.js',
    'app://bundle/index.html%00.js',
    'app://bundle/%c0%ae%c0%ae/secret.js',
    'app://bundle/%',
    'app://bundle/C:%5Cwindows.js',
    'app://bundle/index.html:stream.js',
    'app://bundle.evil.example/index.html',
    'app://bundle:80/index.html',
    'app://user@bundle/index.html',
    'app://other/index.html',
    'app://BUNDLE/index.html',
    'app:index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'index.html',
  ])('does not find %s', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-security-policy')).toBe(POLICY);
  });

  it('answers nothing but reading', async () => {
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE']) {
      expect((await ask('app://bundle/index.html', method)).status).toBe(404);
    }
  });

  it('keeps exactly this policy and an origin without extra rights', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(POLICY);
    expect(PAGE_SCHEME).toEqual({ scheme: 'app', privileges: { standard: true, secure: true } });
  });
});
