// Saves an SVG file of 512 by 512 units as a picture: main.cjs SVG PNG.
const { readFileSync, writeFileSync } = require('node:fs');
const { app, BrowserWindow } = require('electron');

const [svg, png] = process.argv.slice(-2);

/** Runs in the page. */
async function draw(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/png');
}

app.whenReady().then(async () => {
  const { webContents } = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await webContents.loadURL('about:blank');
  const address = `data:image/svg+xml;base64,${readFileSync(svg).toString('base64')}`;
  const picture = await webContents.executeJavaScript(`(${draw})(${JSON.stringify(address)})`);
  writeFileSync(png, Buffer.from(picture.split(',')[1], 'base64'));
  app.exit(0);
});
