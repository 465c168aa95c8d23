import type { EnvironmentRef } from '@core/domain/environment';

/** Only the reference of an environment: calls refuse anything more. */
export const environmentRefOf = ({ consoleId, environmentId }: EnvironmentRef): EnvironmentRef => ({
  consoleId,
  environmentId,
});
