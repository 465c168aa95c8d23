import type { App, Session, WebContents, WebPreferences } from 'electron';

/** The page's address without its path. The only one that main answers and that the page may load from. */
export const PAGE_ORIGIN = 'app://bundle';

/** What the page's process may be. Frozen: nobody loosens it on the way to the window. */
export const WEB_PREFS = Object.freeze({
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
} satisfies WebPreferences);

/** The same with the developer tools, which a release does not have. */
export const webPreferences = (packaged: boolean): WebPreferences =>
  Object.freeze({ ...WEB_PREFS, devTools: !packaged });

/** Whether an address belongs to the page's own files. */
export function isPageAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  // SECURITY: the parsed parts are compared: `app://bundle.elsewhere` starts like our address too.
  const { protocol, host, username, password } = new URL(text);
  return `${protocol}//${host}` === PAGE_ORIGIN && username === '' && password === '';
}

/** Denies every session of the application all that a page may ask for: permissions, devices, network, downloads. */
export function guardSession(session: Session): void {
  // SECURITY: Electron grants what no handler refuses, and asks the two handlers about different things.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Without a handler Electron refuses to share the screen.
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isPageAddress(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps a page where it is: no navigation, no frame elsewhere, no window, no embedded page. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Guards every session and every page from the moment it is made. */
export function guardApp(app: App): void {
  app.on('session-created', guardSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}
