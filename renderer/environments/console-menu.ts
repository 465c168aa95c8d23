import { mdiPencilOutline, mdiRefresh, mdiRoutes, mdiTrashCanOutline } from '@mdi/js';
import type { ConsoleView } from '@core/domain/console';
import type { ConsoleCommands } from '@renderer/shared/console-commands';
import type { MenuEntry } from '@renderer/shared/MenuButton';

/** What can be done with a console; the practice console looks after its own address and credentials. */
export function consoleMenu(
  console: ConsoleView,
  commands: Pick<ConsoleCommands, 'edit' | 'remove' | 'facts'>,
  refresh: () => void,
  revokeOnly = false,
): MenuEntry[] {
  return [
    { label: 'Refresh environments', icon: mdiRefresh, onSelect: refresh },
    ...(console.practice || revokeOnly
      ? []
      : [{ label: 'Edit console', icon: mdiPencilOutline, onSelect: () => commands.edit(console) }]),
    { label: 'Facts and routes', icon: mdiRoutes, onSelect: () => commands.facts(console) },
    ...(revokeOnly
      ? []
      : [
          {
            label: 'Remove console',
            icon: mdiTrashCanOutline,
            danger: true,
            onSelect: () => commands.remove(console),
          },
        ]),
  ];
}
