// What Electron runs when it is given a folder: a development runtime from the package registry comes without it.
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { app } = require('electron');

// Test drivers load themselves with `-r FILE` and then take their own arguments out of the list.
const preload = process.argv.findIndex((argument) => argument === '-r' || argument === '--require');
if (preload !== -1) Module._preloadModules([resolve(process.argv[preload + 1])]);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!folder) {
  process.stderr.write('This Electron needs the folder of an application: electron FOLDER\n');
  process.exit(1);
}

const path = resolve(folder);
const description = require(join(path, 'package.json'));
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
app.setAppPath(path);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

// Loaded at once: an application registers its address scheme and its sandbox before Electron is ready.
require(join(path, description.main));
