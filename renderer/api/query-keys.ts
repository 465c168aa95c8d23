import type { KeyRef } from '@core/domain/api-key';
import type { ConsoleId, EnvironmentRef } from '@core/domain/environment';

/** Names of everything the window reads, from general to particular. */
export const queryKeys = {
  status: ['status'] as const,
  settings: ['settings'] as const,
  policy: ['policy'] as const,
  consoles: ['consoles'] as const,
  allEnvironments: ['environments'] as const,
  environments: (consoleId: ConsoleId) => ['environments', consoleId] as const,
  roles: (ref: EnvironmentRef) => ['roles', ref.consoleId, ref.environmentId] as const,
  allKeys: ['keys'] as const,
  consoleKeys: (consoleId: ConsoleId) => ['keys', consoleId] as const,
  keys: (ref: EnvironmentRef) => ['keys', ref.consoleId, ref.environmentId] as const,
  progress: (ref: EnvironmentRef) => ['progress', ref.consoleId, ref.environmentId] as const,
  operations: ['operations'] as const,
  runs: ['runs'] as const,
  run: (bulkId: string) => ['run', bulkId] as const,
  replacements: ['replacements'] as const,
  replacementLook: (id: string, seenAt: string) => ['replacement-look', id, seenAt] as const,
  lastKnown: ['last-known'] as const,
  waitingSecrets: ['waiting-secrets'] as const,
  activity: ['activity'] as const,
  profile: (consoleId: ConsoleId) => ['profile', consoleId] as const,
  allDeployments: ['deployments'] as const,
  deployments: (ref: EnvironmentRef) => ['deployments', ref.consoleId, ref.environmentId] as const,
  search: ['leak-search'] as const,
  found: (ref: KeyRef) => ['found', ref.consoleId, ref.environmentId, ref.keyId] as const,
  incidentList: ['incident-list'] as const,
  incident: (incidentId: string) => ['incident', incidentId] as const,
  protections: (ref: EnvironmentRef) => ['protections', ref.consoleId, ref.environmentId] as const,
};
