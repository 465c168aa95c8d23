import type { EnvironmentRecord } from './environment-store';
import type { KeyRecord } from './key-store';

/** Keys of the first generation have no type, no creator and no last use, and are never edited. */
export const editable = ({ generation }: EnvironmentRecord): boolean => generation === 3;

const instant = (time: number): string => new Date(time).toISOString();
const instantOrNull = (time: number | null): string | null => (time === null ? null : instant(time));

/** The validator of a key's revision. Last use does not change it: it guards edits against edits. */
export const etagOf = (key: KeyRecord): string => `"${key.revision}"`;

/** A key on the wire, without its secret. */
export function keyAnswer(key: KeyRecord): Record<string, unknown> {
  return {
    id: key.id,
    name: key.name,
    ...(key.type !== null && { type: key.type }),
    role: key.role,
    createdAt: instant(key.createdAt),
    ...(key.createdBy !== null && { createdBy: key.createdBy }),
    expiresAt: instantOrNull(key.expiresAt),
    allowedHosts: key.allowedHosts,
    ...(key.type !== null && { lastUsedAt: instantOrNull(key.lastUsedAt), lastUsedIp: key.lastUsedIp }),
    hint: key.secret.slice(-4),
    clientRef: key.clientRef,
    revision: String(key.revision),
  };
}

/** An environment on the wire. `gatewayOrigin` is where its data plane listens at the moment. */
export function environmentAnswer(
  environment: EnvironmentRecord,
  gatewayOrigin: string,
  keyCount: number,
): Record<string, unknown> {
  return {
    id: environment.id,
    name: environment.name,
    application: environment.application,
    stage: environment.stage,
    endpoint: `${gatewayOrigin}/${environment.id}`,
    generation: environment.generation,
    maximumValidityDays: environment.maximumValidityDays,
    editable: editable(environment),
    production: environment.production,
    status: environment.status,
    keyCount,
  };
}
