/**
 * Who may import whom. The first zone whose `folder` starts a file's path decides for that file.
 * `ours`: our own files: one, a folder with all below it (`a/`), or the files directly in it (`a/*`).
 * `types`: the same, for types only. `packages`: names, or `scope/*`. `node`: built-in modules, `*` for all.
 * @typedef {{ folder: string, ours: string[], types?: string[], packages: string[], node?: string[] }} Zone
 */

const REACT = ['react', 'react-dom', '@mui/*', '@emotion/*', '@mdi/js'];
const QUERY = ['@tanstack/react-query'];
const BUILDING_BLOCKS = ['renderer/shared/', 'renderer/table/', 'renderer/theme/'];
/** What every table of keys is made of, live or from a file. */
const KEY_TABLE = 'renderer/key-table/';
const WIRE = ['main/index.ts', 'main/app.ts'];

/** Files at the root of `main/` that only guard or draw the window. */
const WINDOW_FILES = ['window', 'security', 'protocol', 'menu'].map((name) => `main/${name}.ts`);

/**
 * A zone for one console's adapter: its own folder, never its neighbours'.
 * @param {string} folder
 * @returns {Zone}
 */
export function vendorZone(folder) {
  return {
    folder,
    ours: ['src/', 'main/ports.ts', 'main/adapters/*', folder],
    types: ['main/http/'],
    packages: ['zod'],
    node: ['crypto', 'url', 'buffer'],
  };
}

/**
 * A zone for one feature of the window: it never imports another feature.
 * @param {string} folder
 * @returns {Zone}
 */
export function featureZone(folder) {
  return {
    folder,
    ours: [...BUILDING_BLOCKS, KEY_TABLE, 'renderer/api/', 'src/domain/', 'src/text/', folder],
    packages: [...REACT, ...QUERY, 'zod'],
  };
}

/** The zones by folder, the particular before the general. @type {Zone[]} */
export const ZONES = [
  { folder: 'src/domain/', ours: ['src/domain/'], packages: ['zod'] },
  { folder: 'src/text/', ours: ['src/domain/', 'src/text/'], packages: [] },
  { folder: 'src/contract/', ours: ['src/domain/', 'src/contract/'], packages: ['zod'] },
  { folder: 'src/', ours: ['src/'], packages: ['zod'] },

  { folder: 'main/preload.ts', ours: ['src/'], packages: ['electron', 'zod'] },
  {
    folder: 'main/http/',
    ours: ['src/', 'main/ports.ts', 'main/http/'],
    packages: ['axios', 'https-proxy-agent', 'zod'],
    node: ['*'],
  },
  {
    folder: 'main/storage/',
    ours: ['src/', 'main/ports.ts', 'main/storage/'],
    packages: ['keytar', 'zod'],
    node: ['*'],
  },
  { folder: 'main/log/', ours: ['src/', 'main/ports.ts', 'main/log/'], packages: [], node: ['*'] },
  {
    folder: 'main/services/',
    ours: [
      'src/',
      'main/ports.ts',
      'main/services/',
      'main/adapters/adapter.ts',
      'main/adapters/connection.ts',
      'main/adapters/registry.ts',
    ],
    packages: ['zod'],
    node: ['crypto', 'path', 'buffer', 'events', 'timers', 'timers/promises', 'util'],
  },
  {
    folder: 'main/ipc/',
    ours: ['src/', 'main/ports.ts', 'main/ipc/', 'main/services/'],
    packages: ['electron', 'zod'],
    node: ['crypto', 'util'],
  },
  {
    folder: 'main/practice/',
    ours: ['src/', 'main/practice/'],
    packages: ['fastify', 'libsql', 'zod'],
    node: ['*'],
  },
  {
    // It reads files of strangers: it has no network, and nothing of main that holds a secret.
    folder: 'main/reader/',
    ours: ['src/', 'main/node-signing.ts', 'main/reader/'],
    packages: ['zod'],
    node: ['buffer', 'crypto', 'fs', 'fs/promises', 'timers/promises'],
  },
  ...WINDOW_FILES.map((folder) => ({
    folder,
    ours: ['src/', 'main/ports.ts', ...WINDOW_FILES],
    packages: ['electron'],
    node: ['path', 'url', 'fs', 'fs/promises', 'crypto'],
  })),
  { folder: 'main/ports.ts', ours: ['src/'], packages: [] },
  ...WIRE.map((folder) => ({
    folder,
    ours: ['src/', 'main/'],
    packages: ['electron', 'zod'],
    node: ['*'],
  })),
  {
    folder: 'main/adapters/',
    ours: ['src/', 'main/ports.ts', 'main/adapters/'],
    types: ['main/http/'],
    packages: ['zod'],
  },
  { folder: 'main/', ours: ['src/', 'main/'], packages: ['electron', 'zod'], node: ['*'] },

  { folder: 'renderer/api/', ours: ['src/', 'renderer/api/'], packages: ['react', ...QUERY, 'zod'] },
  {
    folder: 'renderer/theme/',
    ours: ['src/domain/', 'src/text/', 'renderer/theme/'],
    packages: [...REACT, '@fontsource-variable/*'],
  },
  {
    folder: 'renderer/shared/',
    ours: ['src/', 'renderer/shared/', 'renderer/theme/'],
    packages: REACT,
  },
  {
    // The table knows no console: it is given rows, columns and actions.
    folder: 'renderer/table/',
    ours: ['src/text/', ...BUILDING_BLOCKS],
    packages: [...REACT, '@tanstack/react-virtual'],
  },
  {
    folder: KEY_TABLE,
    ours: ['src/domain/', 'src/text/', ...BUILDING_BLOCKS, 'renderer/api/', KEY_TABLE],
    packages: REACT,
  },
];

/** Files at the root of `renderer/` put the window together and may import all of it. @type {Zone} */
export const RENDERER_ROOT = {
  folder: 'renderer/',
  ours: ['src/', 'renderer/'],
  packages: [...REACT, ...QUERY, '@fontsource-variable/*', 'zod'],
};

/** Libraries that must stay in few files, whatever their zone says: the exact files. @type {Record<string, string[]>} */
export const PACKAGE_FILES = {
  keytar: ['main/storage/keychain-process.ts'],
  axios: ['main/http/http-client.ts', 'main/http/http-error.ts'],
  electron: [
    'main/index.ts',
    'main/preload.ts',
    'main/window.ts',
    'main/security.ts',
    'main/protocol.ts',
    'main/menu.ts',
    'main/processes.ts',
    'main/clipboard.ts',
    'main/ipc/serve.ts',
    'main/ipc/emit.ts',
  ],
};

/** The one file that touches the page's `window`. */
export const WINDOW_FILE = 'renderer/api/client.ts';
