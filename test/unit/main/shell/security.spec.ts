import type { App, Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  guardApp,
  guardContents,
  guardSession,
  isPageAddress,
  WEB_PREFS,
  webPreferences,
} from '@main/security';
import { asElectron, FakeElectron, fakeEvent } from '@test/support/fake-electron';

const OTHERS = [
  'https://example.com/',
  'http://127.0.0.1/',
  'ws://127.0.0.1/',
  'file:///etc/passwd',
  'data:text/html,x',
  'blob:app://bundle/1',
  'about:blank',
  'devtools://devtools/bundled/x.html',
  'chrome://gpu/',
  'javascript:alert(1)',
  'app://bundle.evil.example/',
  'app://bundle:1/',
  'app://user:word@bundle/',
  'app://other/',
  'app:bundle',
  'https://app//bundle/',
  '',
];

describe('the address of the page', () => {
  it('is any file of the bundle', () => {
    expect(isPageAddress('app://bundle/index.html')).toBe(true);
    expect(isPageAddress('app://bundle/assets/a.js?x#y')).toBe(true);
  });

  it.each(OTHERS)('is not %j', (url) => expect(isPageAddress(url)).toBe(false));
});

describe('a session', () => {
  const session = new FakeElectron();
  guardSession(asElectron<Session>(session));

  it('is granted no permission, whichever way Electron asks', () => {
    const answers: boolean[] = [];
    session.handler('setPermissionRequestHandler')(null, 'geolocation', (granted: boolean) =>
      answers.push(granted),
    );
    expect(answers).toEqual([false]);
    expect(session.handler('setPermissionCheckHandler')(null, 'media')).toBe(false);
    expect(session.handler('setDevicePermissionHandler')({ deviceType: 'usb' })).toBe(false);
    expect(session.set.get('setDisplayMediaRequestHandler')).toBeNull();
  });

  it('reaches the bundle and nothing else', () => {
    const cancelled = (url: string): boolean => {
      const answers: { cancel: boolean }[] = [];
      session.handler('onBeforeRequest')({ url }, (answer: { cancel: boolean }) => answers.push(answer));
      return answers.length === 1 && answers[0]?.cancel === true;
    };
    expect(cancelled('app://bundle/index.html')).toBe(false);
    expect(OTHERS.filter((url) => !cancelled(url))).toEqual([]);
  });

  it('downloads nothing', () => {
    const event = fakeEvent();
    session.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });
});

describe('a page', () => {
  const contents = new FakeElectron();
  guardContents(asElectron<WebContents>(contents));

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is kept from what comes as %s',
    (name) => {
      const event = fakeEvent();
      contents.emit(name, event);
      expect(event.prevented).toBe(true);
    },
  );

  it('opens no window', () => {
    expect(contents.handler('setWindowOpenHandler')({ url: 'app://bundle/index.html' })).toEqual({
      action: 'deny',
    });
  });
});

it('guards every session and every page of the application', () => {
  const [app, session, contents] = [new FakeElectron(), new FakeElectron(), new FakeElectron()];
  guardApp(asElectron<App>(app));
  app.emit('session-created', session);
  app.emit('web-contents-created', fakeEvent(), contents);
  expect(session.set.has('onBeforeRequest')).toBe(true);
  expect(contents.set.has('setWindowOpenHandler')).toBe(true);
});

describe('the preferences of the page', () => {
  it('are these and frozen', () => {
    expect(WEB_PREFS).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      spellcheck: false,
    });
    expect([WEB_PREFS, webPreferences(true), webPreferences(false)].every(Object.isFrozen)).toBe(true);
  });

  it('have developer tools in development only', () => {
    expect(webPreferences(true)).toEqual({ ...WEB_PREFS, devTools: false });
    expect(webPreferences(false)).toEqual({ ...WEB_PREFS, devTools: true });
  });
});
