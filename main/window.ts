import { BrowserWindow, session, type Rectangle, type Session } from 'electron';
import { WEB_PREFS, webPreferences } from './security';

/** Behind the page until it has painted, so that nothing flashes: the page's own colours. */
const BACKGROUND = { light: '#fbfbfc', dark: '#111216' };

/** What the one window is made of. */
export interface WindowParts {
  readonly session: Session;
  /** The preload's bundle. */
  readonly preload: string;
  /** What the preload is told: the names of the contract. */
  readonly preloadArguments: readonly string[];
  /** Whether this is a release. */
  readonly packaged: boolean;
  readonly dark: boolean;
  readonly bounds: Partial<Rectangle>;
}

/** The one window of Keydesk, hardened and still empty; it shows itself once its page has painted. */
export function openWindow(parts: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...parts.bounds,
    minWidth: 900,
    minHeight: 600,
    title: 'Keydesk',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: parts.dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      ...webPreferences(parts.packaged),
      session: parts.session,
      preload: parts.preload,
      additionalArguments: [...parts.preloadArguments],
    },
  });
  window.once('ready-to-show', () => window.show());
  // SECURITY: titles are shown by task switchers and screen sharing, so a page has no say in it.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/** What pages on their way to paper are in: a session of their own, in memory, and a window that nobody sees. */
export const printing = {
  session: (): Session => session.fromPartition('keydesk-report', { cache: false }),
  // SECURITY: nothing in it runs, and it has no preload.
  open: (pages: Session): BrowserWindow =>
    new BrowserWindow({
      show: false,
      focusable: false,
      skipTaskbar: true,
      webPreferences: { ...WEB_PREFS, javascript: false, images: false, devTools: false, session: pages },
    }),
};
