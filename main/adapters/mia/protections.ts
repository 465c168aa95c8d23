import { AppError } from '@core/domain/app-error';
import type { EnvironmentId } from '@core/domain/environment';
import type { Protection, ProtectionChange } from '@core/domain/protection';
import type { Protections } from '@main/adapters/adapter';
import type { Configurations } from './configurations';
import { protectionsOf, withProtection } from './endpoints';

/** The rules by which endpoints let keys through. */
export class MiaProtections implements Protections {
  constructor(private readonly configurations: Configurations) {}

  async list(environmentId: EnvironmentId): Promise<Protection[]> {
    return protectionsOf((await this.configurations.read(environmentId, 'not-found')).text);
  }

  async change(
    environmentId: EnvironmentId,
    path: string,
    change: ProtectionChange,
    revision: string,
  ): Promise<Protection> {
    const { text } = await this.configurations.change(environmentId, {
      title: `Keydesk: changed the protection of ${path.slice(0, 200)}`,
      change: (current) => changed(current, path, { change, revision }),
    });
    return endpointAt(text, path);
  }
}

function changed(
  text: string,
  path: string,
  { change, revision }: { change: ProtectionChange; revision: string },
): string {
  if (endpointAt(text, path).revision !== revision)
    throw new AppError('conflict', 'Somebody else changed this endpoint meanwhile. Nothing was written.');
  return withProtection(text, path, change) ?? text;
}

function endpointAt(text: string, path: string): Protection {
  const found = protectionsOf(text).find((each) => each.path === path);
  if (found !== undefined) return found;
  throw new AppError('not-found', 'The configuration no longer has this endpoint.');
}
