import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { contractNames, namesToArguments } from '@core/contract/bridge';
import { contract, type AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import { createApp, type KeydeskApp } from '@main/app';
import { systemClipboard } from '@main/clipboard';
import { dialogsOver } from '@main/electron/dialogs';
import { forbidHelperDumps } from '@main/electron/helper-processes';
import { createMachinery, type Machinery } from '@main/electron/machinery';
import { notifierOver } from '@main/electron/notifier';
import { openerOver } from '@main/electron/opener';
import { OutsideFiles } from '@main/electron/outside-files';
import { onLeaving } from '@main/electron/power';
import { finishBeforeQuit, inOrder } from '@main/electron/quitting';
import { makeProfile } from '@main/electron/profile-folder';
import { pdfPrinter } from '@main/electron/pdf-printer';
import { personName } from '@main/electron/person-name';
import { recoverPage, troubleQuestion } from '@main/electron/recovery';
import { toFront } from '@main/electron/to-front';
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
import {
  dropDangerousVariables,
  isRevokeOnly,
  REFUSED_EXIT_CODE,
  refusedSwitch,
  screenshotFile,
} from '@main/switches';
import { openWindow, printing } from '@main/window';

const args = process.argv.slice(1);
const picture = screenshotFile(args);
const outsideFiles = new OutsideFiles(app);

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
  const folder = makeProfile(app, 'Keydesk') ?? stop(1, 'Keydesk cannot make its folder for settings here.');
  if (!app.requestSingleInstanceLock()) {
    stop(picture === null ? 0 : 1, 'Keydesk is open already; its window has been brought to the front.');
  }
  guardApp(app);
  const tidied = tidyAtStart({
    folders: [folder, join(folder, 'journal'), join(folder, 'last-known')],
    crashFolder: app.getPath('crashDumps'),
  });
  return Promise.all([tidied, forbidHelperDumps(process.pid)]);
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
      reader: bundle('processes/reader.cjs'),
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
    outsideFiles.to((path) => keydesk.offer(path));
    void outsideFiles.look(args, process.cwd());
    window.once('show', () => void keydesk.askAhead().catch(() => undefined));
    // The last thing that is kept goes into the keychain, which is closed after that.
    finishBeforeQuit(app, () => inOrder(keydesk.quit(), () => machinery.close()));
  });
  if (picture !== null) await savePicture(window, picture, ready);
}

/** The window comes first: nothing that may be slow happens before its page is on its way. */
async function showWindow(machinery: Machinery): Promise<BrowserWindow> {
  const { bounds, ports } = machinery;
  const kept = await bounds.read().catch(() => null);
  nativeTheme.themeSource = await machinery.theme().catch(() => 'system' as const);
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
    printer: pdfPrinter(printing),
    notifier: notifierOver(Notification, window),
    emit: emitTo(contract, page, log),
    person: personName(),
    revokeOnly: isRevokeOnly(args, process.platform),
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
    handlers: withTheme(keydesk.handlers),
    isLocked: () => keydesk.session.locked,
    log,
    describe: errorFacts,
  });
  onLeaving(powerMonitor, () => void keydesk.session.lock());
  recoverPage({
    page,
    clock,
    log,
    showAnew: async (why) => (await dialog.showMessageBox(window, troubleQuestion[why])).response === 0,
    giveUp: () => app.quit(),
  });
  return keydesk;
}

/** The system's own parts of the window (scroll bars, dialogs, its first colour) follow the operator's choice too. */
const withTheme = (handlers: Handlers<AppContract>): Handlers<AppContract> => ({
  ...handlers,
  settings: {
    ...handlers.settings,
    change: async (change) => {
      const settings = await handlers.settings.change(change);
      nativeTheme.themeSource = settings.theme ?? 'system';
      return settings;
    },
  },
});

async function savePicture(window: BrowserWindow, file: string, ready: Promise<void>): Promise<void> {
  const problem = await takeScreenshot(window.webContents, file === '' ? '' : resolve(file), ready);
  if (problem === null) return app.quit();
  process.stderr.write(`${problem}\n`);
  app.exit(1);
}

app.on('window-all-closed', () => app.quit());
app.on('second-instance', () => {
  // SECURITY: of what the other instance was started with, one file may be taken; see `handedOver`.
  // The window in which a report is being printed takes no focus.
  const window = BrowserWindow.getAllWindows().find((each) => each.isFocusable());
  if (window !== undefined) toFront(window);
});

Promise.all([beforeReady(), app.whenReady()])
  .then(start)
  .catch((error: unknown) => {
    const { error: kind = 'unknown', where = 'unknown' } = errorFacts(error);
    stop(70, `Keydesk could not start (${kind} at ${where}).`);
  });
