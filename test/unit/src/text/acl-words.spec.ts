import { describe, expect, it } from 'vitest';
import { parseAcl } from '@core/domain/acl/acl';
import { aclInWords } from '@core/text/acl-words';

function words(text: string): string {
  const parsed = parseAcl(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return aclInWords(parsed.acl);
}

describe('an expression in words', () => {
  it.each([
    ['', 'Lets everybody through.'],
    ['false', 'Lets nobody through.'],
    ['clientType == "crm"', 'Lets through the key “crm”.'],
    ['!(clientType == "crm")', 'Lets through everybody except the key “crm”.'],
    ['groups.admin', 'Lets through a user in the group “admin”.'],
    ['["a", "b", "c"] in groups', 'Lets through a user in the group “a”, “b” and “c” (any of them).'],
    ['permissions["read"]', 'Lets through a user with the permission “read”.'],
    [
      'clientType == "crm" && (groups.a || groups.b)',
      'Lets through the key “crm” together with (a user in the group “a”, or a user in the group “b”).',
    ],
  ])('%s', (text, said) => expect(words(text)).toBe(said));
});
