import type { RouteSpec, VendorFact } from '@core/domain/route-profile';
import type { KeyTraits, VendorInfo } from '@core/domain/vendor';

const CREDENTIAL: KeyTraits = {
  columns: [
    { fact: 'name', label: 'Name' },
    { fact: 'status', label: 'Status' },
    { fact: 'role', label: 'Role of its owner' },
    { fact: 'lastUsedAt', label: 'Last activity' },
    { fact: 'lastUsedIp', label: 'Last IP' },
  ],
  fields: [
    {
      fact: 'name',
      label: 'Name',
      help: 'Best the application that will use the key.',
      required: true,
      maxLength: 200,
      defaultStem: 'api_key_',
    },
  ],
  editable: ['name'],
  hostSyntax: null,
  create: { verb: 'Create', past: 'created' },
  stop: {
    verb: 'Revoke',
    past: 'revoked',
    effect: 'Whatever uses this key is refused at once.',
    undo: 'A revoked key cannot be brought back; a new key has a new secret.',
  },
  secret: { shown: 'once', source: 'generated' },
  disable: false,
};

const KEY_PAGE = 'CloudMC knowledge base, “Generate a CloudMC API key”';
const API_PAGES = 'CloudMC API documentation';
const NOT_PUBLISHED = 'No page names it; it follows the style of the documented routes';

const route = (
  id: string,
  purpose: string,
  method: RouteSpec['likely']['method'],
  key: boolean,
): RouteSpec => ({
  id,
  purpose,
  likely: { method, path: key ? '/api_keys/{keyId}' : '/api_keys' },
  trusted: false,
  names: key ? ['keyId'] : [],
  basis: 'assumed',
  source: NOT_PUBLISHED,
});

const ROUTES: readonly RouteSpec[] = [
  route('keys.list', 'List the API keys of the operator', 'GET', false),
  route('keys.create', 'Create an API key', 'POST', false),
  route('keys.rename', 'Rename an API key', 'PUT', true),
  route('keys.revoke', 'Revoke an API key', 'DELETE', true),
];

const FACTS: readonly VendorFact[] = [
  { statement: 'A key has exactly the rights of its user.', basis: 'documented', source: KEY_PAGE },
  { statement: 'A new key is shown once and never again.', basis: 'documented', source: KEY_PAGE },
  { statement: 'A revoked key is refused at once.', basis: 'documented', source: KEY_PAGE },
  {
    statement: 'Name, last IP and last activity are listed; nothing else is recorded of a key.',
    basis: 'documented',
    source: KEY_PAGE,
  },
  { statement: 'Keys are sent in the header MC-Api-Key.', basis: 'documented', source: API_PAGES },
  { statement: 'Organizations are chosen with org_id.', basis: 'documented', source: API_PAGES },
  {
    statement: 'Every console serves a description of its API, in which the routes for keys are looked for.',
    basis: 'in-code',
    source: 'The vendor’s client generator (open source)',
  },
  {
    statement: 'A list is whole: only then does a key that it lacks count as revoked.',
    basis: 'assumed',
    source: 'Paging is documented for usage reports only',
  },
  {
    statement:
      'A key belongs to the only user the console shows, or to the only active one of the topmost organization.',
    basis: 'assumed',
    source: 'No page names a call that says whose key it is',
  },
  {
    statement:
      'Keys have no versions: Keydesk looks right before it renames one, and does not see a change in that very moment.',
    basis: 'assumed',
    source: 'No page names a version',
  },
  {
    statement: 'The routes for keys, and the names of their fields, are not published.',
    basis: 'assumed',
    source: NOT_PUBLISHED,
  },
];

/** CloudMC (CloudOps and the clouds built on it): keys of the operator, seen in one organization. */
export const CLOUDMC: VendorInfo = {
  id: 'cloudmc',
  label: 'CloudMC',
  mark: 'C',
  tone: 'blue',
  urlExample: 'https://portal.cloudmc.io',
  environment: { one: 'organization', many: 'organizations' },
  signIn: [
    {
      id: 'api-key',
      label: 'API key',
      fields: [
        {
          name: 'apiKey',
          label: 'API key',
          secret: true,
          hint: 'Make one for Keydesk alone: My profile, API credentials, Generate API key.',
        },
      ],
    },
  ],
  endpointByOperator: false,
  mustDeploy: false,
  protections: false,
  activationMs: 0,
  findsBack: 'name',
  reconcile:
    'A new key is looked for by its name among keys that were not listed before; it is never sent a second time. A stop is looked for in the list.',
  keepsIds: true,
  repeatable: false,
  use: {
    header: 'MC-Api-Key',
    ways: [{ kind: 'header', label: 'HTTP header', name: 'MC-Api-Key' }],
    probePath: '/organizations',
  },
  routes: ROUTES,
  facts: FACTS,
  variants: { credential: CREDENTIAL },
};
