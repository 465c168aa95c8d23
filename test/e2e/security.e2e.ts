import type { WebContents, WebPreferences } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '@core/contract/contract';
import { CONTENT_SECURITY_POLICY } from '@main/protocol';
import { WEB_PREFS } from '@main/security';
import { launchKeydesk, type Keydesk } from './support/keydesk';
import { asPageScript, violatedBy } from './support/page-script';

/** What Electron has for tests and does not declare. */
type Inspectable = WebContents & { getLastWebPreferences(): WebPreferences };

let keydesk: Keydesk;

beforeAll(async () => void (keydesk = await launchKeydesk()));
afterAll(() => keydesk?.close());

describe('the page', () => {
  it('has the hardened preferences', async () => {
    const preferences = await keydesk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        const found = (webContents as Inspectable).getLastWebPreferences();
        return JSON.parse(JSON.stringify({ ...found, session: null })) as WebPreferences;
      }),
    );
    // Electron does not report every preference; all of them are checked where they are given.
    const reported = Object.entries(WEB_PREFS).filter(([name]) => name in (preferences[0] ?? {}));
    expect(reported.length).toBeGreaterThanOrEqual(8);
    expect(preferences).toEqual([expect.objectContaining(Object.fromEntries(reported))]);
  });

  it('finds nothing of Node', async () => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'setImmediate',
    ];
    const found = await keydesk.page.evaluate((all) => all.filter((name) => name in globalThis), names);
    expect(found).toEqual([]);
  });

  it('is given one function per call and event of the contract, and one for files dropped on it', async () => {
    const found = await keydesk.page.evaluate(() => {
      const { pathOf: _pathOf, ...given } = { ...window.keydesk };
      const groups = Object.entries<object>(given);
      return groups.map(([name, group]) => [
        name,
        Object.entries(group).map(([call, value]) => [call, typeof value]),
      ]);
    });
    const named = [...Object.entries(contract.calls), ['on', contract.events] as const];
    const functions = ([group, calls]: readonly [string, object]): unknown => [
      group,
      Object.keys(calls).map((call) => [call, 'function']),
    ];
    expect(found).toEqual(named.map(functions));
  });

  it('cannot change what it is given', async () => {
    const attempts = [
      'window.keydesk = null; return window.keydesk !== null;',
      'delete window.keydesk; return "keydesk" in window;',
      'keydesk.more = 1; return !("more" in keydesk);',
      'keydesk.app.status = null; return typeof keydesk.app.status === "function";',
      'delete keydesk.keys.show; return typeof keydesk.keys.show === "function";',
      'return Object.isFrozen(keydesk) && Object.values(keydesk).every(Object.isFrozen);',
    ];
    for (const attempt of attempts) expect(await asPageScript(keydesk.page, attempt), attempt).toBe(true);
  });

  it('has no embedded pages', async () => {
    const element = 'const element = document.createElement("webview");';
    const script = `${element} return [element.constructor.name, "loadURL" in element].join();`;
    expect(await asPageScript(keydesk.page, script)).toBe('HTMLElement,false');
  });

  it('has a session in memory, for itself', async () => {
    const found = await keydesk.app.evaluate(({ BrowserWindow, session }) =>
      BrowserWindow.getAllWindows().map(({ webContents: { session: own } }) => ({
        shared: own === session.defaultSession,
        persistent: own.isPersistent(),
        path: own.getStoragePath(),
      })),
    );
    expect(found).toEqual([{ shared: false, persistent: false, path: null }]);
  });
});

describe('the policy', () => {
  // These are attempts; that they are stopped is reported by the page, as it should.
  beforeAll(() =>
    keydesk.problems.expect(
      /Content Security Policy|Trusted(HTML|Script)|Policy violation|app:\/\/bundle\/none/,
    ),
  );

  it('comes with every answer, exactly', async () => {
    const policies = await keydesk.app.evaluate(({ BrowserWindow }) => {
      const urls = ['app://bundle/index.html', 'app://bundle/none.js'];
      const [window] = BrowserWindow.getAllWindows();
      return Promise.all(
        urls.map(async (url) => {
          const answer = await window?.webContents.session.fetch(url);
          return [answer?.status, answer?.headers.get('content-security-policy')];
        }),
      );
    });
    expect(policies).toEqual([
      [200, CONTENT_SECURITY_POLICY],
      [404, CONTENT_SECURITY_POLICY],
    ]);
  });

  it('lets the page run its own scripts', async () => {
    expect(await asPageScript(keydesk.page, 'return 6 * 7;')).toBe(42);
  });

  it.each([
    ['EvalError', 'return eval("1");'],
    ['EvalError', 'return new Function("return 1")();'],
    ['TypeError', 'document.body.insertAdjacentHTML("beforeend", "<b>x</b>");'],
    ['TypeError', 'document.createElement("div").innerHTML = "<b>x</b>";'],
    ['TypeError', 'document.createElement("script").textContent = "1";'],
    ['TypeError', 'document.createElement("script").src = "app://bundle/a.js";'],
    ['TypeError', 'document.body.setAttribute("onclick", "1");'],
    ['TypeError', 'new DOMParser().parseFromString("<b>x</b>", "text/html");'],
    ['TypeError', 'new Worker("app://bundle/a.js");'],
    ['TypeError', 'document.createElement("embed").src = "app://bundle/index.html";'],
    ['TypeError', 'trustedTypes.createPolicy("default", { createHTML: (text) => text });'],
  ])('throws %s for: %s', async (error, script) => {
    expect(await asPageScript(keydesk.page, script)).toBe(error);
  });

  const append = (tag: string, fields: string): string =>
    `const element = Object.assign(document.createElement("${tag}"), ${fields}); document.body.append(element);`;

  it.each([
    ['script-src-elem', 'await import("data:text/javascript,1");'],
    ['script-src-elem', 'await import("https://127.0.0.1:9/a.js");'],
    ['style-src-elem', append('style', '{ textContent: "b { color: red }" }')],
    ['style-src-elem', append('link', '{ rel: "stylesheet", href: "https://127.0.0.1:9/a.css" }')],
    ['img-src', append('img', '{ src: "https://127.0.0.1:9/a.png" }')],
    ['media-src', append('audio', '{ src: "https://127.0.0.1:9/a.ogg" }')],
    ['frame-src', append('iframe', '{ src: "https://127.0.0.1:9/" }')],
    ['frame-src', append('iframe', '{ src: "app://bundle/index.html" }')],
    ['connect-src', 'await fetch("https://127.0.0.1:9/");'],
    ['connect-src', 'await fetch("app://bundle/index.html");'],
    ['connect-src', 'new WebSocket("wss://127.0.0.1:9/");'],
    ['connect-src', 'navigator.sendBeacon("https://127.0.0.1:9/", "x");'],
    ['base-uri', append('base', '{ href: "https://127.0.0.1:9/" }')],
    ['form-action', `${append('form', '{ action: "https://127.0.0.1:9/" }')} element.submit();`],
  ])('stops by %s: %s', async (directive, script) => {
    expect(await violatedBy(keydesk.page, script)).toBe(directive);
  });
});
