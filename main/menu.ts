import type { MenuItemConstructorOptions } from 'electron';

/** What the menu depends on. */
export interface MenuParts {
  /** A release: no reload and no developer tools. */
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
}

type Item = MenuItemConstructorOptions;

/** The application's menu: the keys every program has for editing text, zooming and quitting. */
export function menuTemplate({ packaged, platform }: MenuParts): Item[] {
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : [fileMenu]),
    editMenu,
    { label: 'View', submenu: [...viewItems, ...(packaged ? [] : developerItems)] },
    { role: 'windowMenu' },
  ];
}

const separator: Item = { type: 'separator' };

const fileMenu: Item = { label: 'File', submenu: [{ role: 'quit' }] };

const editMenu: Item = {
  label: 'Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    separator,
    { role: 'selectAll' },
  ],
};

const viewItems: Item[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  // The key that has the plus sign only with Shift.
  { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
  { role: 'zoomOut' },
  separator,
  { role: 'togglefullscreen' },
];

const developerItems: Item[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
