import {
  mdiClipboardListOutline,
  mdiCogOutline,
  mdiKeyOutline,
  mdiLockOutline,
  mdiPlus,
  mdiShieldAlertOutline,
  mdiTextBoxCheckOutline,
} from '@mdi/js';
import { Suspense, useCallback, useState, type ReactNode } from 'react';
import { environmentKey } from '@core/domain/environment';
import { useLock } from '@renderer/api/app-mutations';
import { useDropFile, useFileOffers } from '@renderer/api/inventories';
import { useConsoles } from '@renderer/api/queries';
import { useAllEnvironments } from '@renderer/api/use-environments';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import { RunDialogs } from '@renderer/bulk/RunDialogs';
import { environmentEntries } from '@renderer/environments/tab-entry';
import type { QuickSwitcherProps } from '@renderer/environments/QuickSwitcher';
import type { SwitcherAction } from '@renderer/environments/switcher-items';
import { ActivityPage } from '@renderer/ActivityPage';
import { INVENTORIES_START } from '@renderer/inventories/inventories-place';
import { InventoriesPage } from '@renderer/InventoriesPage';
import { KeysPage } from '@renderer/KeysPage';
import { LEAK_START, type LeakPlace } from '@renderer/leak/leak-place';
import { LeakPage } from '@renderer/LeakPage';
import { chunk } from '@renderer/shared/chunk';
import { useConsoleCommands } from '@renderer/shared/console-commands';
import { useNotify } from '@renderer/shared/Notifications';
import { useAsked } from '@renderer/shared/use-asked';
import { useFileDrop } from '@renderer/shared/use-file-drop';
import { useHotkey } from '@renderer/shared/use-hotkey';
import type { Screen } from '@renderer/shell/screen';
import { Shell } from '@renderer/shell/Shell';

const SettingsScreen = chunk(async () => (await import('@renderer/settings/SettingsScreen')).SettingsScreen);
const RunBanners = chunk(async () => (await import('@renderer/bulk/RunBanners')).RunBanners);
const QuickSwitcher = chunk<QuickSwitcherProps>(
  async () => (await import('@renderer/environments/QuickSwitcher')).QuickSwitcher,
);

const SWITCH = { key: 'k' };

const KEYS = { id: 'keys', label: 'Keys', icon: mdiKeyOutline };
const LEAK = { id: 'leak', label: 'Leak response', icon: mdiShieldAlertOutline };
const INVENTORIES = { id: 'inventories', label: 'Inventories', icon: mdiClipboardListOutline };

/** The screens of the window, and the switcher that reaches into them. A new screen is one more entry. */
export function Workspace(): ReactNode {
  const [screen, setScreen] = useState('keys');
  const [place, setPlace] = useState<string | null>(null);
  const [leak, setLeak] = useState<LeakPlace>(LEAK_START);
  const [inventories, setInventories] = useState(INVENTORIES_START);
  // A file that is handed over is opened there.
  if (useOffered() && screen !== 'inventories') setScreen('inventories');
  const { request, open, ask, close } = useAsked<true>();
  const openSwitcher = useCallback(() => ask(true), [ask]);
  useHotkey(SWITCH, openSwitcher);
  const goTo = (id: string): void => {
    setScreen('keys');
    setPlace(id);
  };
  const screens: readonly Screen[] = [
    { ...KEYS, content: <KeysPage selected={place} onSelect={setPlace} onSwitch={openSwitcher} /> },
    { ...LEAK, content: <LeakPage place={leak} goTo={setLeak} /> },
    {
      ...INVENTORIES,
      offline: true,
      content: (
        <InventoriesPage
          place={inventories}
          goTo={setInventories}
          onGoToKey={(key) => goTo(environmentKey(key))}
        />
      ),
    },
    { id: 'activity', label: 'Activity', icon: mdiTextBoxCheckOutline, content: <ActivityPage /> },
    { id: 'settings', label: 'Settings', icon: mdiCogOutline, content: <Settings /> },
  ];
  return (
    <>
      <RunDialogs>
        <Shell screens={screens} current={screen} onSelect={setScreen} notices={<Notices />} />
      </RunDialogs>
      {request !== null && <Switcher open={open} onClose={close} goTo={goTo} onScreen={setScreen} />}
    </>
  );
}

/** Whether a file waits to be opened; one may be dropped on any screen. */
function useOffered(): boolean {
  const { offers } = useFileOffers();
  const drop = useDropFile();
  const notify = useNotify();
  useFileDrop(
    (file) =>
      void drop
        .run(file)
        .then((outcome) => (outcome.ok ? undefined : notify(outcome.error.message, 'error'))),
  );
  return offers.length > 0;
}

function Settings(): ReactNode {
  return (
    <Suspense fallback={null}>
      <SettingsScreen />
    </Suspense>
  );
}

/** What concerns every screen and can wait until the first is there. */
function Notices(): ReactNode {
  return (
    <Suspense fallback={null}>
      <RunBanners />
    </Suspense>
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
  const revokeOnly = useRevokeOnly();
  const lock = useLock();
  const actions: SwitcherAction[] = [
    ...(revokeOnly ? [] : [{ label: 'Add a console', icon: mdiPlus, run: add }]),
    { label: 'Respond to a leak', icon: mdiShieldAlertOutline, run: () => onScreen('leak') },
    { label: 'Open settings', icon: mdiCogOutline, run: () => onScreen('settings') },
    { label: 'Lock Keydesk', icon: mdiLockOutline, run: () => void lock.run() },
  ];
  return (
    <Suspense fallback={null}>
      <QuickSwitcher
        open={open}
        onClose={onClose}
        entries={entries}
        consoles={revokeOnly ? [] : consoles}
        actions={actions}
        goTo={goTo}
        edit={edit}
      />
    </Suspense>
  );
}
