import type { ApiKey } from '@core/domain/api-key';

/** How much a key can do: what is stopped first when many are. Higher is more. */
export const keyPower = (
  { type, role, allowedHosts }: Pick<ApiKey, 'type' | 'role' | 'allowedHosts'>,
  production: boolean,
): number =>
  (type === 'administration' ? 8 : 0) +
  (production ? 4 : 0) +
  (role?.toLowerCase() === 'admin' ? 2 : 0) +
  (allowedHosts === 'any' ? 1 : 0);
