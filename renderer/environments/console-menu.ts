import { mdiPencilOutline, mdiRefresh, mdiTrashCanOutline } from '@mdi/js';
import type { ConsoleView } from '@core/domain/console';
import type { ConsoleCommands } from '@renderer/shared/console-commands';
import type { MenuEntry } from '@renderer/shared/MenuButton';

/** What can be done with a console; the practice console looks after its own address and credentials. */
export function consoleMenu(
  console: ConsoleView,
  commands: Pick<ConsoleCommands, 'edit' | 'remove'>,
  refresh: () => void,
): MenuEntry[] {
  return [
    { label: 'Refresh environments', icon: mdiRefresh, onSelect: refresh },
    ...(console.practice
      ? []
      : [{ label: 'Edit console', icon: mdiPencilOutline, onSelect: () => commands.edit(console) }]),
    {
      label: 'Remove console',
      icon: mdiTrashCanOutline,
      danger: true,
      onSelect: () => commands.remove(console),
    },
  ];
}
