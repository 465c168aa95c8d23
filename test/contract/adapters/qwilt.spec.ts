import { adapterContract } from './adapter-contract';
import { aDraft, MEDIA, startQwilt } from './qwilt/console';
import { HOSTILE_NAMES, type VendorFacts } from './trial';

const FACTS: VendorFacts = {
  vendor: 'qwilt',
  signIns: {
    work: ['password', 'key', 'own key'],
    refused: ['wrong password', 'wrong key'],
    viewer: 'keyless user',
  },
  draft: aDraft,
  issued: { role: 'Editor', type: null, active: null },
  roles: ['Viewer', 'Editor'],
  wrong: [
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['more than a year', { validDays: 366 }],
    ['no day at all', { validDays: 0 }],
    ['an unknown permission', { role: 'Nobody' }, 'role'],
    ['a missing validity', { validDays: undefined }, 'validDays'],
  ],
  names: HOSTILE_NAMES,
  places: { large: false, empty: false },
  stopped: 'revoked',
};

adapterContract(FACTS, async () => {
  const qwilt = await startQwilt({ operatorToken: 'given-by-the-application' });
  const { userName = '' } = qwilt.fields('administrator');
  const ways: Readonly<Record<string, [method: string, fields: Readonly<Record<string, string>>]>> = {
    password: ['password', qwilt.fields('administrator')],
    'wrong password': ['password', { userName, password: 'wrong', organization: '' }],
    'keyless user': ['password', qwilt.fields('keyless')],
    key: ['api-key', qwilt.fields('editor')],
    'own key': ['api-key', qwilt.own?.fields ?? {}],
    'wrong key': ['api-key', { apiKey: 'made-up' }],
  };
  return {
    managementUrl: qwilt.origins.users,
    adapter: (users, as) =>
      qwilt.connect(...(ways[as] ?? ['', {}]), { origins: { ...qwilt.origins, users } }),
    places: { editable: MEDIA },
    paths: { keys: /\/api-keys/ },
    stop: () => qwilt.stop(),
  };
});
