// The least that Electron can do: one hardened window with one page. What Keydesk takes is compared with it.
// main.cjs [list] shows the bare page or the bare virtualized list. Both report on standard output, as one
// JSON object per line: {"event":"painted","at":<milliseconds since 1970>} when the content has been painted.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

const page = process.argv.includes('list') ? 'list.html' : 'index.html';
const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))))';

app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadFile(join(__dirname, page));
  const at = await window.webContents.executeJavaScript(PAINTED);
  process.stdout.write(`${JSON.stringify({ event: 'painted', at })}\n`);
});

app.on('window-all-closed', () => app.quit());
