import { adapterContract } from './adapter-contract';
import { aDraft, BEACON, HARBOUR, startCloudmc } from './cloudmc/console';
import { HOSTILE_NAMES, type VendorFacts } from './trial';

const FACTS: VendorFacts = {
  vendor: 'cloudmc',
  signIns: {
    work: ['key', 'key of an ordinary user', 'own key'],
    refused: ['wrong key'],
  },
  draft: aDraft,
  issued: { role: 'Administrator', type: null, active: null, lastUsedAt: 'never' },
  roles: [],
  wrong: [
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['a name with control characters', { name: 'a\u0007b' }],
    ['an empty name', { name: ' ' }],
  ],
  names: HOSTILE_NAMES,
  places: { large: false, empty: true },
  edits: { ours: { name: 'Ours ⚓' }, theirs: { name: 'Theirs' }, guarded: 'edit' },
  stopped: 'gone',
};

adapterContract(FACTS, async () => {
  const cloudmc = await startCloudmc({}, { operatorToken: 'given-by-the-application' });
  const keys: Readonly<Record<string, string>> = {
    key: cloudmc.apiKey('administrator'),
    'key of an ordinary user': cloudmc.apiKey('ordinary'),
    'own key': cloudmc.own?.fields['apiKey'] ?? '',
    'wrong key': 'made-up',
  };
  return {
    managementUrl: cloudmc.baseUrl,
    adapter: (baseUrl, as) => cloudmc.connect(keys[as] ?? '', { baseUrl }),
    places: { editable: HARBOUR, empty: BEACON },
    paths: { keys: /\/api\/v2\/api_keys/ },
    stop: () => cloudmc.stop(),
  };
});
