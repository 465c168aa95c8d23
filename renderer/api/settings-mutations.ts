import type { Settings, SettingsChange } from '@core/domain/settings';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

const change = (client: AppClient, input: SettingsChange) => client.settings.change(input);
const theSettings = () => [queryKeys.settings];

/** Changes preferences; re-reads them. */
export const useChangeSettings = (): Action<SettingsChange, Settings> => useClientAction(change, theSettings);
