import type { Acl } from '@core/domain/acl/acl';
import { listed } from '@core/text/format';

/** Who an expression lets through, as a sentence for people who do not read expressions. */
export function aclInWords(acl: Acl): string {
  if (acl.kind !== 'constant') return `Lets through ${phrase(acl)}.`;
  return acl.value ? 'Lets everybody through.' : 'Lets nobody through.';
}

function phrase(acl: Acl): string {
  switch (acl.kind) {
    case 'constant':
      return acl.value ? 'everybody' : 'nobody';
    case 'not':
      return `everybody except ${within(acl.operand)}`;
    case 'all':
      return acl.operands.map(within).join(' together with ');
    case 'any':
      return acl.operands.map(within).join(', or ');
    case 'client-type':
      return `the key “${acl.name}”`;
    case 'member':
      return acl.of === 'groups'
        ? `a user in the group ${alternatives(acl.names)}`
        : `a user with the permission ${alternatives(acl.names)}`;
  }
}

/** What consists of several parts stands in parentheses inside something else. */
const within = (acl: Acl): string =>
  acl.kind === 'any' || acl.kind === 'all' ? `(${phrase(acl)})` : phrase(acl);

const alternatives = (names: readonly string[]): string => {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 3 ? quoted.join(' or ') : `${listed(quoted)} (any of them)`;
};
