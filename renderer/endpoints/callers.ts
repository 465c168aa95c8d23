import { mayCall, parseAcl, type Acl } from '@core/domain/acl/acl';
import type { ApiKey } from '@core/domain/api-key';
import type { Protection, ProtectionView } from '@core/domain/protection';

/** A key that may call an endpoint. */
export type Caller = ProtectionView['callers'][number];

/** The active keys that an expression lets through. */
export function callersOf(acl: Acl, keys: readonly ApiKey[]): Caller[] {
  return keys
    .filter(({ active }) => active !== false)
    .map(({ id, name }) => ({ keyId: id, name, may: mayCall(acl, name) }))
    .filter((caller): caller is Caller => caller.may !== 'no');
}

/** "billing; depending on the user’s groups: crm and 3 more": each name once, and not more of them than are read. */
export function callersText(callers: readonly Caller[], most = 6): string {
  const named = (may: Caller['may']): string =>
    names(
      callers.filter((caller) => caller.may === may),
      most,
    );
  const [sure, perhaps] = [named('yes'), named('depends')];
  if (perhaps === '') return sure === '' ? 'No key' : sure;
  return `${sure === '' ? 'Depending' : `${sure}; depending`} on the user’s groups: ${perhaps}`;
}

function names(callers: readonly Caller[], most: number): string {
  const all = [...new Set(callers.map(({ name }) => name))];
  const more = all.length - most;
  return `${all.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Who may call an endpoint, in a few words. */
export function whoMayCall({ acl, secreted, callers, problem }: ProtectionView): string {
  if (problem !== undefined) return 'Not known';
  if (restricts(acl)) return callersText(callers);
  return secreted ? 'Every active key' : 'Anybody, with or without a key';
}

/** Whether an expression asks anything of the caller. */
function restricts(text: Protection['acl']): boolean {
  const parsed = parseAcl(text);
  return !parsed.ok || !(parsed.acl.kind === 'constant' && parsed.acl.value);
}

/** What a change would give and take. */
export function callerChanges(
  before: readonly Caller[],
  after: readonly Caller[],
): { readonly gains: Caller[]; readonly loses: Caller[] } {
  const missing = (from: readonly Caller[], among: readonly Caller[]): Caller[] =>
    from.filter(({ keyId, may }) => !among.some((other) => other.keyId === keyId && other.may === may));
  return { gains: missing(after, before), loses: missing(before, after) };
}
