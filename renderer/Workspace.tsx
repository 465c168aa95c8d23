import { mdiCogOutline, mdiKeyOutline, mdiLockOutline, mdiPlus } from '@mdi/js';
import { useCallback, useState, type ReactNode } from 'react';
import { useLock } from '@renderer/api/app-mutations';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { environmentEntries } from '@renderer/environments/tab-entry';
import { QuickSwitcher } from '@renderer/environments/QuickSwitcher';
import type { SwitcherAction } from '@renderer/environments/switcher-items';
import { KeysPage } from '@renderer/KeysPage';
import { SettingsScreen } from '@renderer/settings/SettingsScreen';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { useHotkey } from '@renderer/shared/use-hotkey';
import type { Screen } from '@renderer/shell/screen';
import { Shell } from '@renderer/shell/Shell';

const SWITCH = { key: 'k' };

/** The screens of the window, and the switcher that reaches into them. A new screen is one more entry. */
export function Workspace(): ReactNode {
  const [screen, setScreen] = useState('keys');
  const [place, setPlace] = useState<string | null>(null);
  const [switching, setSwitching] = useState(false);
  const openSwitcher = useCallback(() => setSwitching(true), []);
  useHotkey(SWITCH, openSwitcher);
  const screens: readonly Screen[] = [
    {
      id: 'keys',
      label: 'Keys',
      icon: mdiKeyOutline,
      content: <KeysPage selected={place} onSelect={setPlace} onSwitch={openSwitcher} />,
    },
    { id: 'settings', label: 'Settings', icon: mdiCogOutline, content: <SettingsScreen /> },
  ];
  const goTo = (id: string): void => {
    setScreen('keys');
    setPlace(id);
  };
  return (
    <>
      <Shell screens={screens} current={screen} onSelect={setScreen} />
      <Switcher open={switching} onClose={() => setSwitching(false)} goTo={goTo} onScreen={setScreen} />
    </>
  );
}

interface SwitcherProps {
  open: boolean;
  onClose: () => void;
  goTo: (id: string) => void;
  onScreen: (id: string) => void;
}

function Switcher({ open, onClose, goTo, onScreen }: SwitcherProps): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const entries = environmentEntries(useAllEnvironments(consoles));
  const { add, edit } = useConsoleCommands();
  const lock = useLock();
  const actions: SwitcherAction[] = [
    { label: 'Add a console', icon: mdiPlus, run: add },
    { label: 'Open settings', icon: mdiCogOutline, run: () => onScreen('settings') },
    { label: 'Lock Keydesk', icon: mdiLockOutline, run: () => void lock.run() },
  ];
  return (
    <QuickSwitcher
      open={open}
      onClose={onClose}
      entries={entries}
      consoles={consoles}
      actions={actions}
      goTo={goTo}
      edit={edit}
    />
  );
}
