import { mdiShieldAlertOutline, mdiShieldOffOutline, mdiShieldRefreshOutline } from '@mdi/js';
import type { Environment } from '@core/domain/environment';
import { useAdjustEnvironment } from '@renderer/api/environment-mutations';
import type { MenuEntry } from '@renderer/shared/MenuButton';
import { useNotify } from '@renderer/shared/Notifications';

/** What can be decided about an environment. */
export function useEnvironmentMenu(environment: Environment): MenuEntry[] {
  const { run } = useAdjustEnvironment();
  const notify = useNotify();
  const decide = async (production: boolean | null): Promise<void> => {
    const outcome = await run({ environment, production });
    if (!outcome.ok) notify(outcome.error.message, 'error');
  };
  const mark: MenuEntry = environment.production
    ? { label: 'Mark as not production', icon: mdiShieldOffOutline, onSelect: () => void decide(false) }
    : { label: 'Mark as production', icon: mdiShieldAlertOutline, onSelect: () => void decide(true) };
  if (environment.productionBasis !== 'operator') return [mark];
  const undo = { label: 'Undo my mark', icon: mdiShieldRefreshOutline, onSelect: () => void decide(null) };
  return [mark, undo];
}
