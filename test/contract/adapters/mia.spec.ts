import { PROJECT, DEV } from '../practice/mia/mia-console';
import { adapterContract } from './adapter-contract';
import { aDraft, startMiaDesk } from './mia/console';
import type { VendorFacts } from './trial';

const FACTS: VendorFacts = {
  vendor: 'mia',
  signIns: {
    work: ['secret', 'private key'],
    refused: ['wrong secret', 'wrong key id'],
    session: 'secret',
  },
  name: 'contract_test',
  inDocument: true,
  draft: aDraft,
  issued: { type: null, role: null, active: true, description: 'Made by a test', usedBy: [] },
  roles: [],
  wrong: [
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, 'name'],
    ['a name with a blank', { name: 'two words' }, 'name'],
    ['a name that begins with a digit', { name: '2fast' }, 'name'],
    ['no value', { secret: '' }, 'secret'],
    ['a value with a blank', { secret: 'a b' }, 'secret'],
    ['the value of another key', { secret: 'orders123' }, 'secret'],
    ['a description with control characters', { description: 'a\u0007b' }, 'description'],
  ],
  names: ['constructor', 'toString', '_', 'a'.repeat(190)],
  places: { large: false, empty: true },
  edits: {
    ours: { active: false, description: 'Ours' },
    theirs: { name: 'their_name', active: false },
    guarded: 'edit and stop',
  },
  stopped: 'gone',
};

adapterContract(FACTS, async () => {
  const mia = await startMiaDesk();
  const owner = mia.login('company-owner');
  const signer = mia.login('maintainer');
  const ways: Readonly<Record<string, [method: string, credentials: Readonly<Record<string, string>>]>> = {
    secret: ['client-secret', owner],
    'wrong secret': ['client-secret', { ...owner, clientSecret: 'wrong' }],
    'private key': ['private-key', signer],
    'wrong key id': ['private-key', { ...signer, keyId: 'key-other' }],
  };
  return {
    managementUrl: mia.offer.baseUrl,
    adapter: (baseUrl, as) => {
      const [method = '', credentials = {}] = ways[as] ?? [];
      return mia.connect('company-owner', { baseUrl, method, credentials });
    },
    places: { editable: DEV, empty: `${PROJECT.telemetry}/revisions/main` },
    paths: { keys: /\/configuration/, signIn: /\/oauth\/token/ },
    takeEffect: () => mia.deploy(DEV),
    stop: () => mia.stop(),
  };
});
