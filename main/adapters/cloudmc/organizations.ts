import type { VendorEnvironment } from '@main/adapters/adapter';
import type { RawOrganization } from './schema';

/** What an organization offers, as far as its routes are known. */
export interface Offer {
  readonly endpoint: string;
  readonly canEdit: boolean;
  readonly readOnly: string | null;
}

/** Organizations in the order of their tree, each with the name of what it belongs to. */
export function toEnvironments(organizations: readonly RawOrganization[], offer: Offer): VendorEnvironment[] {
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return inTreeOrder(organizations).map(({ id, name, parent }) => {
    const belongsTo = names.get(parent?.id ?? '') ?? parent?.name ?? undefined;
    return {
      environmentId: id,
      name,
      ...(belongsTo !== undefined && { parent: belongsTo }),
      endpoint: offer.endpoint,
      variant: 'credential',
      maxValidityDays: null,
      canEdit: offer.canEdit,
      production: null,
      state: 'running',
      ...(offer.readOnly !== null && { readOnly: offer.readOnly }),
    };
  });
}

/** Those without a visible parent first, each with all below it right after; nothing is lost in a circle. */
function inTreeOrder(organizations: readonly RawOrganization[]): RawOrganization[] {
  const known = new Set(organizations.map(({ id }) => id));
  const below = new Map<string, RawOrganization[]>();
  for (const each of organizations) {
    const parent = each.parent?.id ?? '';
    const above = known.has(parent) && parent !== each.id ? parent : '';
    const siblings = below.get(above);
    if (siblings === undefined) below.set(above, [each]);
    else siblings.push(each);
  }
  const ordered = new Set<RawOrganization>();
  const open = [...(below.get('') ?? [])].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    ordered.add(next);
    open.push(...[...(below.get(next.id) ?? [])].reverse());
  }
  return [...ordered, ...organizations.filter((each) => !ordered.has(each))];
}

/** The organizations at the top of what is visible. */
export const topOf = (organizations: readonly RawOrganization[]): RawOrganization[] => {
  const known = new Set(organizations.map(({ id }) => id));
  return organizations.filter(({ parent }) => !known.has(parent?.id ?? ''));
};
