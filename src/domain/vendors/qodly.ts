import type { VendorFact } from '@core/domain/route-profile';
import type { DraftField, KeyTraits, StopWords, VendorInfo } from '@core/domain/vendor';

/** Qodly Cloud names a key with at most this many characters; the console's pages give no number, so it is ours. */
const NAME_LENGTH = 200;

/** How a key's use is limited, the same in every generation. */
const LIMITS: readonly DraftField[] = [
  { fact: 'expiresAt', label: 'Expiration date', required: true },
  {
    fact: 'allowedHosts',
    label: 'Allowed hosts',
    help: 'IP addresses that may use the key. Empty means any host.',
    required: false,
  },
];

const DELETE: StopWords = {
  verb: 'Delete',
  past: 'deleted',
  effect: 'Whatever uses this key is refused from then on.',
  undo: 'Nothing brings a deleted key back; a new key has a new secret.',
};

/** What every generation of the management side has in common. */
const MANAGED = {
  hostSyntax: 'ip',
  create: { verb: 'Create', past: 'created' },
  stop: DELETE,
  secret: { shown: 'any-time', source: 'generated' },
  disable: false,
} as const;

/** Today's generation: Standard and Administration keys, at most a year, editable. */
const GENERATION_3: KeyTraits = {
  columns: [
    { fact: 'name', label: 'Description' },
    { fact: 'status', label: 'Status' },
    { fact: 'type', label: 'Type' },
    { fact: 'role', label: 'Role' },
    { fact: 'expiresAt', label: 'Expires' },
    { fact: 'allowedHosts', label: 'Allowed hosts' },
    { fact: 'lastUsedAt', label: 'Last used' },
    { fact: 'lastUsedIp', label: 'Last used from' },
    { fact: 'createdBy', label: 'Created by' },
    { fact: 'createdAt', label: 'Created' },
    { fact: 'hint', label: 'Key ends in' },
  ],
  fields: [
    {
      fact: 'name',
      label: 'Description',
      help: 'What this key is for, so that others recognise it.',
      required: true,
      maxLength: NAME_LENGTH,
    },
    { fact: 'type', label: 'Type', required: true, defaultValue: 'standard' },
    { fact: 'role', label: 'Role', required: true, defaultValue: 'Admin' },
    ...LIMITS,
  ],
  editable: ['name', 'type', 'role', 'expiresAt', 'allowedHosts'],
  ...MANAGED,
};

/** The first generation: a name and a profile, any duration, no edit. */
const GENERATION_1: KeyTraits = {
  columns: [
    { fact: 'name', label: 'API Name' },
    { fact: 'status', label: 'Status' },
    { fact: 'role', label: 'Profile' },
    { fact: 'expiresAt', label: 'Expiration Date' },
    { fact: 'allowedHosts', label: 'Allowed host' },
    { fact: 'createdAt', label: 'Created' },
    { fact: 'hint', label: 'Key ends in' },
  ],
  fields: [
    {
      fact: 'name',
      label: 'API Name',
      help: 'Identifies the key in the list.',
      required: true,
      maxLength: NAME_LENGTH,
    },
    { fact: 'role', label: 'Profile', required: true, defaultValue: 'Admin' },
    ...LIMITS,
  ],
  editable: [],
  ...MANAGED,
};

/** An environment without a management address: keys made in the web console, recorded by hand and watched. */
const ASSISTED: KeyTraits = {
  columns: [
    { fact: 'name', label: 'Description' },
    { fact: 'status', label: 'Status' },
    { fact: 'type', label: 'Type' },
    { fact: 'role', label: 'Role' },
    { fact: 'expiresAt', label: 'Expires' },
    { fact: 'allowedHosts', label: 'Allowed hosts' },
    { fact: 'createdAt', label: 'Recorded' },
    { fact: 'hint', label: 'Key ends in' },
  ],
  fields: [
    {
      fact: 'secret',
      label: 'API key',
      help: 'Paste the key you made in the Qodly console. Its fingerprint and last characters are kept.',
      required: true,
      maxLength: 200,
      pattern: { source: /^\S+$/, says: 'A key contains no blanks.' },
    },
    {
      fact: 'keepSecret',
      label: 'Keep the key in the keychain',
      help: 'Otherwise Keydesk forgets it, and cannot show it again.',
      required: false,
    },
    ...GENERATION_3.fields,
  ],
  editable: ['name', 'type', 'role', 'expiresAt', 'allowedHosts'],
  hostSyntax: 'ip',
  create: { verb: 'Record', past: 'recorded' },
  stop: {
    verb: 'Forget',
    past: 'forgotten',
    effect:
      'Only the record in Keydesk goes. The key itself keeps working until you delete it in the Qodly console.',
    undo: 'You can record the key again if you still have it.',
  },
  secret: { shown: 'kept', source: 'operator' },
  disable: false,
};

const CONSOLE_PAGE = 'Qodly documentation, “API Keys”';
const REST_PAGE = 'Qodly documentation, “REST API overview”';

const FACTS: readonly VendorFact[] = [
  {
    statement:
      'A key has a description, a type, a role, an expiration date of at most one year and allowed hosts.',
    basis: 'documented',
    source: CONSOLE_PAGE,
  },
  { statement: 'A key can be shown again, edited and deleted.', basis: 'documented', source: CONSOLE_PAGE },
  {
    statement: 'Keys are sent in the header api-key; refusals carry one of the listed texts.',
    basis: 'documented',
    source: REST_PAGE,
  },
  {
    statement: 'Qodly publishes no management API. Keydesk speaks an open contract of its own to a console.',
    basis: 'assumed',
    source: 'No page, client or package describes one',
  },
  {
    statement: 'Allowed hosts are single addresses, not ranges; any other host is refused with 403.',
    basis: 'assumed',
    source: 'The pages say “IP addresses” only, and no answer is documented',
  },
];

/** Qodly Cloud (QCMC), as its public pages of three generations describe it. */
export const QODLY: VendorInfo = {
  id: 'qodly',
  label: 'Qodly Cloud',
  mark: 'Q',
  tone: 'violet',
  urlExample: 'https://console.example.com',
  environment: { one: 'environment', many: 'environments' },
  signIn: [
    {
      id: 'password',
      label: 'User name and password',
      fields: [
        { name: 'userName', label: 'User name', secret: false },
        { name: 'password', label: 'Password', secret: true },
      ],
    },
    {
      id: 'token',
      label: 'Token',
      fields: [{ name: 'token', label: 'Token', secret: true }],
    },
    {
      id: 'assisted',
      label: 'Without management URL',
      fields: [],
      note: 'For one environment whose keys are made in the Qodly web console: record them here, watch them and verify them.',
      url: {
        label: 'API endpoint',
        example: 'https://dev-0f3c….example-api.cloud.com',
        help: 'Copy it from the API keys tab of the environment.',
      },
    },
  ],
  endpointByOperator: false,
  mustDeploy: false,
  protections: false,
  activationMs: 0,
  findsBack: 'mark',
  reconcile: 'A new key is found again by the mark Keydesk gave it, all else by reading the key.',
  keepsIds: true,
  repeatable: true,
  use: {
    header: 'api-key',
    ways: [
      { kind: 'header', label: 'HTTP header', name: 'api-key' },
      {
        kind: 'code',
        label: 'openDatastore',
        template:
          'var remote = openDatastore({ "hostname": "{endpoint}", "api-key": "{key}", "tls": true }, "remote")',
      },
    ],
    probePath: '/rest/$catalog',
  },
  routes: [],
  facts: FACTS,
  variants: { 'generation-3': GENERATION_3, 'generation-1': GENERATION_1, assisted: ASSISTED },
};
