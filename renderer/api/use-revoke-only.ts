import { useStatus } from '@renderer/api/queries';

/** Whether keys are only found and stopped here. What main refuses then is not offered. */
export function useRevokeOnly(): boolean {
  const { data } = useStatus();
  return data !== undefined && data.revokeOnly !== 'off';
}
