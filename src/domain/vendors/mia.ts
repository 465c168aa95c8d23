import type { VendorFact } from '@core/domain/route-profile';
import type { KeyTraits, VendorInfo } from '@core/domain/vendor';

const CONFIGURED: KeyTraits = {
  columns: [
    { fact: 'name', label: 'ClientType' },
    { fact: 'status', label: 'Status' },
    { fact: 'deployed', label: 'Deployed' },
    { fact: 'usedBy', label: 'Used by endpoints' },
    { fact: 'description', label: 'Description' },
    { fact: 'hint', label: 'Key ends in' },
  ],
  fields: [
    {
      fact: 'secret',
      label: 'API key',
      help: 'Any text without blanks that only the client knows.',
      required: true,
      maxLength: 4_000,
      pattern: { source: /^\S+$/, says: 'An API key contains no blanks.' },
    },
    {
      fact: 'name',
      label: 'ClientType',
      help: 'Who calls with this key; endpoints let it through by this name.',
      required: true,
      maxLength: 190,
      pattern: {
        source: /^[a-zA-Z_][A-Za-z0-9_]*$/,
        says: 'Letters, digits and underscores only, and no digit first.',
      },
    },
    { fact: 'active', label: 'Active', required: false, defaultValue: 'true' },
    { fact: 'description', label: 'Description', required: false, maxLength: 2_000 },
  ],
  editable: ['name', 'active', 'description'],
  hostSyntax: null,
  create: { verb: 'Create', past: 'created' },
  stop: {
    verb: 'Delete',
    past: 'deleted',
    effect:
      'It leaves the configuration at once, and is refused from the next deployment on. Until then it works.',
    undo: 'Before the next deployment the same key can be created again; afterwards too, if somebody still has it.',
  },
  secret: { shown: 'any-time', source: 'either' },
  disable: true,
};

const DESIGN_PAGE = 'Mia-Platform documentation, “API Key”';
const TYPES = 'Mia-Platform console-types (open source)';
const CLIENT = 'Mia-Platform command line client (open source)';

const FACTS: readonly VendorFact[] = [
  {
    statement: 'Keys are the list of secrets in the project’s configuration.',
    basis: 'in-code',
    source: TYPES,
  },
  {
    statement: 'A key has a value without blanks, a ClientType, a switch Active and a description.',
    basis: 'documented',
    source: DESIGN_PAGE,
  },
  {
    statement: 'A ClientType consists of letters, digits and underscores.',
    basis: 'in-code',
    source: TYPES,
  },
  {
    statement: 'A change is the whole configuration saved again with the number of the save it is based on.',
    basis: 'in-code',
    source: CLIENT,
  },
  { statement: 'A saved change is live only after a deployment.', basis: 'documented', source: DESIGN_PAGE },
  {
    statement: 'A save that is based on an older one is refused.',
    basis: 'assumed',
    source:
      'The pages describe the merge, not the answer; any refusal is read as this when the save has moved on',
  },
  {
    statement: 'A gateway refuses an unknown key on every route, also where none is asked for.',
    basis: 'documented',
    source: 'Mia-Platform documentation, “Envoy API Gateway”',
  },
  {
    statement:
      'Keys have no identifier: Keydesk calls them by ClientType, and by a number where it is repeated.',
    basis: 'in-code',
    source: TYPES,
  },
  {
    statement: 'A key that is not active is treated as an unknown one.',
    basis: 'assumed',
    source: 'Follows from what the page says the switch is for',
  },
  {
    statement: 'A version is a snapshot and cannot be changed.',
    basis: 'assumed',
    source: 'Versions are made from revisions by a tag',
  },
  {
    statement: 'The console does not tell where keys are used: the endpoint is entered by you.',
    basis: 'assumed',
    source: 'No documented answer carries it',
  },
];

/** Mia-Platform Console: keys are part of a project's configuration at one revision. */
export const MIA: VendorInfo = {
  id: 'mia',
  label: 'Mia-Platform',
  mark: 'M',
  tone: 'teal',
  urlExample: 'https://console.cloud.mia-platform.eu',
  environment: { one: 'project revision', many: 'project revisions' },
  signIn: [
    {
      id: 'client-secret',
      label: 'Service account (secret)',
      fields: [
        { name: 'clientId', label: 'Client ID', secret: false },
        { name: 'clientSecret', label: 'Client secret', secret: true },
        {
          name: 'gatewayKey',
          label: 'Console client-key',
          secret: true,
          optional: true,
          hint: 'Only where the console itself asks for a client-key header.',
        },
      ],
    },
    {
      id: 'private-key',
      label: 'Service account (private key)',
      fields: [
        { name: 'clientId', label: 'Client ID', secret: false },
        { name: 'keyId', label: 'Key ID', secret: false },
        {
          name: 'privateKey',
          label: 'Private key',
          secret: true,
          multiline: true,
          hint: 'The RSA key in PEM form, from BEGIN PRIVATE KEY to END PRIVATE KEY.',
        },
        {
          name: 'gatewayKey',
          label: 'Console client-key',
          secret: true,
          optional: true,
          hint: 'Only where the console itself asks for a client-key header.',
        },
      ],
    },
  ],
  endpointByOperator: true,
  mustDeploy: true,
  protections: true,
  activationMs: 0,
  findsBack: 'name',
  reconcile:
    'What was sent is looked for in the saved configuration: a new key by its value while Keydesk runs, otherwise by its ClientType.',
  keepsIds: false,
  repeatable: true,
  use: {
    header: 'client-key',
    ways: [
      { kind: 'header', label: 'HTTP header', name: 'client-key' },
      { kind: 'header', label: 'HTTP header (older gateways)', name: 'secret' },
      { kind: 'cookie', label: 'Cookie', name: 'mia_client_key' },
    ],
    probePath: '/',
  },
  routes: [],
  facts: FACTS,
  variants: { configuration: CONFIGURED },
};
