import { describe, expect, it } from 'vitest';
import { toEnvironments } from '@main/adapters/cloudmc/organizations';
import type { RawOrganization, RawUser } from '@main/adapters/cloudmc/schema';
import { nameOf, operatorAmong, roleOf } from '@main/adapters/cloudmc/users';
import { scripted } from './scripted-console';

const organization = (id: string, parent?: string): RawOrganization => ({
  id,
  name: id.toUpperCase(),
  ...(parent !== undefined && { parent: { id: parent, name: `${parent} by name` } }),
});
const user = (userName: string, organizationId: string, more: Partial<RawUser> = {}): RawUser => ({
  id: userName,
  userName,
  organization: { id: organizationId },
  ...more,
});

describe('whose key it is', () => {
  const TREE = [organization('top'), organization('below', 'top')];
  const found = (...users: RawUser[]) => operatorAmong(users, TREE)?.userName;

  it('is that of the only user who is shown', () => {
    expect(found(user('a', 'elsewhere'))).toBe('a');
  });

  it('is that of the only one at the top who may make calls', () => {
    const others = [
      user('b', 'below'),
      user('c', 'top', { status: 'DISABLED' }),
      user('d', 'top', { deleted: true }),
    ];
    expect(found(user('a', 'top'), ...others)).toBe('a');
  });

  it('is not guessed', () => {
    expect(found()).toBeUndefined();
    expect(found(user('a', 'top'), user('b', 'top'))).toBeUndefined();
    expect(found(user('a', 'below'), user('b', 'below'))).toBeUndefined();
    const twoTops = [organization('one'), organization('two')];
    expect(operatorAmong([user('a', 'one'), user('b', 'three')], twoTops)).toBeNull();
  });

  it('is said where it is not known', async () => {
    const { adapter } = scripted(() => ({ body: { data: [] } }));
    expect(await adapter.operator()).toEqual({
      name: 'Frodo Baggins',
      email: 'frodo@cloud.mc',
      canWrite: true,
      canReveal: false,
    });
    expect(nameOf(user('frodo', 'x', { firstName: '', lastName: null }))).toBe('frodo');
    expect(roleOf(user('frodo', 'x'))).toBeNull();
    expect(roleOf(null)).toBeNull();
  });
});

describe('the tree of organizations', () => {
  const offer = { endpoint: 'https://e.example/api/v2', canEdit: true, readOnly: null };
  const ordered = (...organizations: RawOrganization[]) =>
    toEnvironments(organizations, offer).map(({ environmentId, parent }) => [environmentId, parent]);

  it('comes in its order, whatever the order of the list', () => {
    const list = [organization('c', 'b'), organization('b', 'a'), organization('d', 'a'), organization('a')];
    expect(ordered(...list)).toEqual([
      ['a', undefined],
      ['b', 'A'],
      ['c', 'B'],
      ['d', 'A'],
    ]);
  });

  it('loses nobody: a hidden parent keeps its name, a circle its members', () => {
    expect(ordered(organization('x', 'hidden'))).toEqual([['x', 'hidden by name']]);
    expect(
      ordered(organization('p', 'q'), organization('q', 'p'), organization('self', 'self')),
    ).toHaveLength(3);
  });
});
