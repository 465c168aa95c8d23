import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PAGE_URL } from '@main/protocol';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { asPageScript } from './support/page-script';

interface Recorder {
  keydeskNavigations?: { url: string; prevented: boolean }[];
  keydeskRequests?: string[];
}

let keydesk: Keydesk;
let server: Server;
let elsewhere: string;
let visits = 0;

beforeAll(async () => {
  server = createServer((_request, response) => ((visits += 1), void response.end('here'))).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  keydesk = await launchKeydesk();
  keydesk.problems.expect(/Content Security Policy|Policy violation|Not allowed to (load|navigate)/);
});

afterAll(async () => {
  server?.close();
  await keydesk?.close();
});

describe('a page that tries to leave', () => {
  beforeEach(() =>
    keydesk.app.evaluate(({ BrowserWindow }) => {
      const navigations: Recorder['keydeskNavigations'] = [];
      (globalThis as Recorder).keydeskNavigations = navigations;
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Registered behind the guards, so it sees what they decided.
      contents?.on('will-frame-navigate', (event) => {
        navigations.push({ url: event.url, prevented: event.defaultPrevented });
      });
    }),
  );

  const navigations = () => keydesk.app.evaluate(() => (globalThis as Recorder).keydeskNavigations ?? []);

  it.each([
    ['its address', 'location.href = "URL";'],
    ['its address, replaced', 'location.replace("URL");'],
    ['a link', 'Object.assign(document.createElement("a"), { href: "URL" }).click();'],
    ['another file of the bundle', 'location.href = "app://bundle/other.html";'],
    ['loading itself again', 'location.reload();'],
  ])('by %s stays where it is', async (_how, script) => {
    await keydesk.page.evaluate(() => void (document.body.dataset['mark'] = 'same'));
    await asPageScript(keydesk.page, script.replace('URL', elsewhere));
    await expect.poll(navigations).toEqual([expect.objectContaining({ prevented: true })]);
    expect(keydesk.page.url()).toBe(PAGE_URL);
    expect(await keydesk.page.evaluate(() => document.body.dataset['mark'])).toBe('same');
  });

  it.each([
    ['a file', 'location.href = "file:///etc/passwd";'],
    ['a script address', 'location.href = "javascript:document.body.remove()";'],
    ['data', 'location.href = "data:text/html,x";'],
    [
      'a refresh',
      'const meta = document.createElement("meta"); meta.httpEquiv = "refresh"; meta.content = "0; url=URL"; document.head.append(meta);',
    ],
  ])('by %s stays where it is', async (_how, script) => {
    await asPageScript(keydesk.page, script.replace('URL', elsewhere));
    // Whatever came of it has come by the time another attempt was answered.
    await asPageScript(keydesk.page, `location.href = "${elsewhere}last";`);
    await expect.poll(async () => (await navigations()).at(-1)?.url).toBe(`${elsewhere}last`);
    expect((await navigations()).every(({ prevented }) => prevented)).toBe(true);
    expect(keydesk.page.url()).toBe(PAGE_URL);
    expect(await keydesk.page.evaluate(() => document.body.isConnected)).toBe(true);
  });

  it('by a dropped file stays where it is', async () => {
    const devtools = await keydesk.page.context().newCDPSession(keydesk.page);
    const data = { items: [], files: [join(keydesk.profile.home, 'Downloads')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
    }
    await devtools.detach();
    await asPageScript(keydesk.page, `location.href = "${elsewhere}last";`);
    await expect.poll(async () => (await navigations()).at(-1)?.url).toBe(`${elsewhere}last`);
    expect(keydesk.page.url()).toBe(PAGE_URL);
  });

  it('opens no window', async () => {
    const link = 'Object.assign(document.createElement("a"), { href: "URL", target: "_blank" }).click();';
    await asPageScript(keydesk.page, link.replace('URL', elsewhere));
    // Opening by script waits for its answer, so the link has had its own by then.
    for (const url of [elsewhere, 'about:blank', PAGE_URL, 'javascript:1', '']) {
      expect(await asPageScript(keydesk.page, `return window.open("${url}");`), url).toBeNull();
    }
    expect(await keydesk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('a page that asks for more', () => {
  it.each([
    ['the clipboard', 'NotAllowedError', 'await navigator.clipboard.readText();'],
    ['the screen', 'NotAllowedError|NotSupportedError', 'await navigator.mediaDevices.getDisplayMedia();'],
    ['MIDI', 'NotAllowedError|SecurityError', 'await navigator.requestMIDIAccess();'],
    ['notifications', 'denied', 'return Notification.requestPermission();'],
    ['the local fonts', '0', 'return (await queryLocalFonts()).length;'],
    [
      'the place',
      '1',
      'return new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(0), ({ code }) => done(code)));',
    ],
    [
      'any permission that has a name',
      'denied',
      `const names = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read", "clipboard-write"];
       const states = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
       return [...new Set(states.map(({ state }) => state))].join();`,
    ],
  ])('is denied %s', async (_what, answer, script) => {
    // Some of these need the window in front and a recent click.
    await keydesk.page.bringToFront();
    await keydesk.page.mouse.click(5, 5);
    expect(String(await asPageScript(keydesk.page, script))).toMatch(new RegExp(`^(${answer})$`));
  });
});

describe('the network', () => {
  it('is out of reach of the page’s session even without the policy', async () => {
    const reached = await keydesk.app.evaluate(async ({ BrowserWindow }, url) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return session?.fetch(url).then(
        ({ status }) => String(status),
        (error: Error) => error.message,
      );
    }, elsewhere);
    expect(reached).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  it('saw nothing of all that was tried here', () => expect(visits).toBe(0));

  it('is asked for files of the bundle only while the page loads', async () => {
    await keydesk.app.evaluate(({ BrowserWindow }) => {
      const requests: string[] = [];
      (globalThis as Recorder).keydeskRequests = requests;
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      session?.webRequest.onCompleted(({ url }) => void requests.push(url));
      session?.webRequest.onErrorOccurred(({ url }) => void requests.push(url));
    });
    await keydesk.page.reload();
    await keydesk.page.waitForFunction(() => document.readyState === 'complete');
    const requests = await keydesk.app.evaluate(() => (globalThis as Recorder).keydeskRequests ?? []);
    expect(requests).toContain(PAGE_URL);
    expect(requests.filter((url) => !url.startsWith('app://bundle/'))).toEqual([]);
  });
});
