import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { contractNames, namesToArguments } from '@core/contract/bridge';
import { contract } from '@core/contract/contract';
import { createApp, type KeydeskApp } from '@main/app';
import { systemClipboard } from '@main/clipboard';
import { dialogsOver } from '@main/electron/dialogs';
import { forbidHelperDumps } from '@main/electron/helper-processes';
import { createMachinery, type Machinery } from '@main/electron/machinery';
import { openerOver } from '@main/electron/opener';
import { onLeaving } from '@main/electron/power';
import { finishBeforeQuit } from '@main/electron/quitting';
import { recoverPage } from '@main/electron/recovery';
import { boundsOn, keepBounds } from '@main/electron/window-bounds';
import { emitTo } from '@main/ipc/emit';
import { serve } from '@main/ipc/serve';
import { errorFacts } from '@main/log/error-facts';
import { menuTemplate } from '@main/menu';
import { defaultDataFolder } from '@main/practice/options';
import { electronProcessHost } from '@main/processes';
import { PAGE_SCHEME, PAGE_URL, servePage } from '@main/protocol';
import { takeScreenshot } from '@main/screenshot';
import { guardApp, PAGE_ORIGIN } from '@main/security';
import { tidyAtStart } from '@main/storage/hygiene';
import { dropDangerousVariables, REFUSED_EXIT_CODE, refusedSwitch, screenshotFile } from '@main/switches';
import { openWindow } from '@main/window';

const NAME = 'Keydesk';
const args = process.argv.slice(1);
const picture = screenshotFile(args);

function stop(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** SECURITY: all of this has to happen before Electron is ready, and the switches before anything else. */
function beforeReady(): Promise<unknown> {
  const refused = app.isPackaged ? refusedSwitch(args, process.platform) : null;
  if (refused !== null) stop(REFUSED_EXIT_CODE, `Keydesk does not start with ${refused}.`);
  dropDangerousVariables(process.env);
  // Chromium runs as root only without its sandbox, which a release refuses: this is for tests of an unpackaged build.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([PAGE_SCHEME]);
  const folder = makeProfile();
  if (!app.requestSingleInstanceLock()) {
    stop(picture === null ? 0 : 1, 'Keydesk is open already; its window has been brought to the front.');
  }
  guardApp(app);
  const tidied = tidyAtStart({
    folders: [folder, join(folder, 'journal')],
    crashFolder: app.getPath('crashDumps'),
  });
  return Promise.all([tidied, forbidHelperDumps(process.pid)]);
}

/** The profile is where the system keeps configuration, whatever the command line says, and is ours alone. */
function makeProfile(): string {
  const folder = join(app.getPath('appData'), NAME);
  app.setName(NAME);
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'session'));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return folder;
  } catch {
    return stop(1, `Keydesk cannot use its folder ${folder}. Make it writable and start again.`);
  }
}

/** One of the built files. */
const bundle = (path: string): string => join(app.getAppPath(), 'dist', path);

async function start(): Promise<void> {
  const machinery = createMachinery({
    folder: app.getPath('userData'),
    trainingFolder: defaultDataFolder(),
    packaged: app.isPackaged,
    processes: electronProcessHost({
      keychain: bundle('processes/keychain.cjs'),
      practice: bundle('processes/practice.cjs'),
    }),
  });
  const { log } = machinery.ports;
  log.info('app.start', { version: app.getVersion(), electron: process.versions.electron, pid: process.pid });
  process.on('uncaughtException', (error) => log.error('process.uncaught', errorFacts(error)));
  process.on('unhandledRejection', (reason) => log.error('process.unhandled', errorFacts(reason)));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ packaged: app.isPackaged, platform: process.platform })),
  );
  const window = await showWindow(machinery);
  const ready = new Promise<void>((resolve) => {
    const keydesk = compose(machinery, window, resolve);
    finishBeforeQuit(app, () => Promise.allSettled([keydesk.quit(), machinery.close()]));
  });
  if (picture !== null) await savePicture(window, picture, ready);
}

/** The window comes first: nothing that may be slow happens before its page is on its way. */
async function showWindow({ bounds, ports }: Machinery): Promise<BrowserWindow> {
  const kept = await bounds.read().catch(() => null);
  // In memory and without a cache: nothing the page sees is written to a disk.
  const pageSession = session.fromPartition('keydesk', { cache: false });
  pageSession.protocol.handle(PAGE_SCHEME.scheme, servePage(bundle('renderer')));
  const window = openWindow({
    session: pageSession,
    preload: bundle('preload/preload.cjs'),
    preloadArguments: namesToArguments(contractNames(contract)),
    packaged: app.isPackaged,
    dark: nativeTheme.shouldUseDarkColors,
    bounds: boundsOn(
      kept,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
  });
  // Those that were started meanwhile by other threads than ours may have missed the first time.
  window.webContents.once('did-finish-load', () => void forbidHelperDumps(process.pid));
  window.loadURL(PAGE_URL).catch((error: unknown) => ports.log.error('window.not-loaded', errorFacts(error)));
  keepBounds(window, bounds);
  return window;
}

function compose(machinery: Machinery, window: BrowserWindow, ready: () => void): KeydeskApp {
  const { ports } = machinery;
  const { clock, log } = ports;
  const page = window.webContents;
  const keydesk = createApp({
    ...ports,
    clipboard: systemClipboard,
    dialogs: dialogsOver({ native: dialog, window, downloads: app.getPath('downloads') }),
    opener: openerOver(shell),
    emit: emitTo(contract, page, log),
    facts: { version: app.getVersion(), electron: process.versions.electron, platform: process.platform },
    painted: (state) => {
      log.info('window.painted', { state });
      if (state === 'ready') ready();
    },
    reloadWindow: () => {
      machinery.rest();
      page.reload();
    },
  });
  serve({
    contract,
    page,
    origin: PAGE_ORIGIN,
    handlers: keydesk.handlers,
    isLocked: () => keydesk.session.locked,
    log,
    describe: errorFacts,
  });
  onLeaving(powerMonitor, () => void keydesk.session.lock());
  recoverPage({ page, clock, log, tryAgain: () => askToReload(window), giveUp: () => app.quit() });
  return keydesk;
}

async function askToReload(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window of Keydesk stopped several times.',
    detail: 'Nothing that was sent is lost: it is looked into at the next start.',
    buttons: ['Show it again', 'Quit'],
  });
  return response === 0;
}

async function savePicture(window: BrowserWindow, file: string, ready: Promise<void>): Promise<void> {
  const problem = await takeScreenshot(window.webContents, file === '' ? '' : resolve(file), ready);
  if (problem === null) return app.quit();
  process.stderr.write(`${problem}\n`);
  app.exit(1);
}

app.on('window-all-closed', () => app.quit());
app.on('second-instance', () => {
  // SECURITY: what the other instance was started with is nothing to us.
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized() === true) window.restore();
  window?.show();
  window?.focus();
});

Promise.all([beforeReady(), app.whenReady()])
  .then(start)
  .catch((error: unknown) => {
    const { error: kind = 'unknown', where = 'unknown' } = errorFacts(error);
    stop(70, `Keydesk could not start (${kind} at ${where}).`);
  });
