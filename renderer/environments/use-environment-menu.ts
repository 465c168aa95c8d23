import {
  mdiRocketLaunchOutline,
  mdiShieldAlertOutline,
  mdiShieldOffOutline,
  mdiShieldRefreshOutline,
} from '@mdi/js';
import { vendorInfo } from '@core/domain/vendor';
import { useAdjustEnvironment } from '@renderer/api/environment-mutations';
import type { EnvironmentEntry } from '@renderer/environments/tab-entry';
import type { MenuEntry } from '@renderer/shared/MenuButton';
import { useNotify } from '@renderer/shared/Notifications';
import { useDeployDialog } from '@renderer/shared/place-dialogs';

/** What can be decided about an environment. */
export function useEnvironmentMenu({ environment, console }: EnvironmentEntry): MenuEntry[] {
  const { run } = useAdjustEnvironment();
  const notify = useNotify();
  const openDeploy = useDeployDialog();
  const decide = async (production: boolean | null): Promise<void> => {
    const outcome = await run({ environment, production });
    if (!outcome.ok) notify(outcome.error.message, 'error');
  };
  const mark: MenuEntry = environment.production
    ? { label: 'Mark as not production', icon: mdiShieldOffOutline, onSelect: () => void decide(false) }
    : { label: 'Mark as production', icon: mdiShieldAlertOutline, onSelect: () => void decide(true) };
  const undo = { label: 'Undo my mark', icon: mdiShieldRefreshOutline, onSelect: () => void decide(null) };
  const deploy = { label: 'Deploy', icon: mdiRocketLaunchOutline, onSelect: () => openDeploy(environment) };
  return [
    ...(vendorInfo(console.vendor).mustDeploy ? [deploy] : []),
    mark,
    ...(environment.productionBasis === 'operator' ? [undo] : []),
  ];
}
