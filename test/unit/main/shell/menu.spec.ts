import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '@main/menu';

const roles = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap(({ role, submenu }) => [
    ...(role === undefined ? [] : [role]),
    ...(Array.isArray(submenu) ? roles(submenu) : []),
  ]);

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('has neither developer tools nor reload in a release', () => {
    const found = roles(menuTemplate({ packaged: true, platform }));
    expect(found.filter((role) => /devtools|reload/i.test(role))).toEqual([]);
    // These bring their own submenus with both in them.
    expect(found).not.toContain('viewMenu');
  });

  it('has them in development', () => {
    const found = roles(menuTemplate({ packaged: false, platform }));
    expect(found).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  it('has the keys for editing, zooming and quitting', () => {
    const found = roles(menuTemplate({ packaged: true, platform }));
    const quit = platform === 'darwin' ? 'appMenu' : 'quit';
    const wanted = [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      quit,
    ];
    expect(found).toEqual(expect.arrayContaining(wanted));
  });
});
