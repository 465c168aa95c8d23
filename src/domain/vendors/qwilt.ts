import type { RouteSpec, VendorFact } from '@core/domain/route-profile';
import type { KeyTraits, VendorInfo } from '@core/domain/vendor';

const TOKEN: KeyTraits = {
  columns: [
    { fact: 'name', label: 'Name' },
    { fact: 'status', label: 'Status' },
    { fact: 'role', label: 'Permission' },
    { fact: 'expiresAt', label: 'Expires' },
    { fact: 'createdBy', label: 'Created by' },
    { fact: 'createdAt', label: 'Created' },
    { fact: 'description', label: 'Description' },
  ],
  fields: [
    { fact: 'name', label: 'Name', required: true, maxLength: 200 },
    {
      fact: 'role',
      label: 'Permission',
      required: true,
      defaultValue: 'Viewer',
      choices: [
        { value: 'Viewer', help: 'May get and list.' },
        { value: 'Editor', help: 'May also create, update and delete.' },
      ],
    },
    {
      fact: 'validDays',
      label: 'Valid for (days)',
      help: 'At most 365. A key cannot be renewed; make its successor in time.',
      required: true,
      defaultValue: '90',
    },
    { fact: 'description', label: 'Description', required: false, maxLength: 2_000 },
  ],
  editable: [],
  hostSyntax: null,
  create: { verb: 'Create', past: 'created' },
  stop: {
    verb: 'Revoke',
    past: 'revoked',
    effect: 'Whatever uses this key is refused; how fast everywhere is not documented.',
    undo: 'A revoked key cannot be enabled again; a new key has a new secret.',
  },
  secret: { shown: 'once', source: 'generated' },
  disable: false,
};

const KEYS_PAGE = 'Qwilt documentation, “Create an API Key”';
const API_PAGE = 'Qwilt API documentation, “API Keys”';
const LOGIN_PAGE = 'Qwilt API documentation, “Authentication”';
const LIKELY = 'The page names the call, not its route';

const ROUTES: readonly RouteSpec[] = [
  {
    id: 'keys.list',
    purpose: 'List the API keys of the organization',
    likely: { method: 'GET', path: '/api/1/api-keys' },
    trusted: true,
    names: [],
    basis: 'assumed',
    source: LIKELY,
  },
  {
    id: 'keys.get',
    purpose: 'Read one API key',
    likely: { method: 'GET', path: '/api/1/api-keys/{keyId}' },
    trusted: true,
    names: ['keyId'],
    basis: 'assumed',
    source: LIKELY,
  },
  {
    id: 'keys.revoke',
    purpose: 'Revoke an API key',
    likely: { method: 'DELETE', path: '/api/1/api-keys/{keyId}' },
    trusted: true,
    names: ['keyId'],
    basis: 'assumed',
    source: 'Only the button is documented',
  },
];

const FACTS: readonly VendorFact[] = [
  {
    statement: 'Signing in is answered with a redirect that carries the session in a cookie.',
    basis: 'documented',
    source: LOGIN_PAGE,
  },
  { statement: 'A session lasts one hour.', basis: 'documented', source: LOGIN_PAGE },
  {
    statement: 'A key is created with a name, a permission, a validity in days and a description.',
    basis: 'documented',
    source: API_PAGE,
  },
  {
    statement: 'The key itself is in the answer to its creation and nowhere else.',
    basis: 'documented',
    source: API_PAGE,
  },
  { statement: 'A new key may be refused for up to five minutes.', basis: 'documented', source: KEYS_PAGE },
  {
    statement:
      'A key is valid for at most 365 days, cannot be renewed, and cannot be enabled again once revoked.',
    basis: 'documented',
    source: KEYS_PAGE,
  },
  {
    statement: 'The keys of all users of the organization are listed.',
    basis: 'documented',
    source: KEYS_PAGE,
  },
  {
    statement: 'A key belongs to the organization that was signed in to.',
    basis: 'assumed',
    source: LOGIN_PAGE,
  },
  {
    statement: 'Viewer is written MediaViewer on the wire, as Editor is written MediaEditor.',
    basis: 'assumed',
    source: 'Only MediaEditor is shown',
  },
  { statement: 'The routes to list, read and revoke keys.', basis: 'assumed', source: LIKELY },
  {
    statement: 'A list of keys comes whole, and a key that is not in it any more was revoked.',
    basis: 'assumed',
    source: 'Neither pages of a list nor the marks of a revoked key are documented',
  },
  {
    statement: 'A key that is not accepted is answered with 401.',
    basis: 'in-code',
    source: 'The vendor’s Terraform provider',
  },
];

/** Qwilt QC Services: keys of an organization. */
export const QWILT: VendorInfo = {
  id: 'qwilt',
  label: 'Qwilt',
  mark: 'W',
  tone: 'rose',
  urlExample: 'https://qc-services.cqloud.com',
  environment: { one: 'organization', many: 'organizations' },
  signIn: [
    {
      id: 'password',
      label: 'User name and password',
      fields: [
        { name: 'userName', label: 'User name', secret: false },
        { name: 'password', label: 'Password', secret: true },
        {
          name: 'organization',
          label: 'Organization',
          secret: false,
          optional: true,
          hint: 'Several separated by commas; empty means your default organization.',
        },
      ],
    },
    {
      id: 'api-key',
      label: 'API key',
      note: 'For users who sign in with single sign-on or a second factor.',
      fields: [
        { name: 'apiKey', label: 'API key', secret: true },
        {
          name: 'organization',
          label: 'Organization',
          secret: false,
          optional: true,
          hint: 'The name of the organization the key belongs to, as you want to see it.',
        },
      ],
    },
  ],
  origins: {
    specs: [
      { name: 'login', label: 'Login URL', service: 'login' },
      { name: 'users', label: 'Users URL', service: 'users' },
      { name: 'data', label: 'Data URL', service: 'media-sites' },
    ],
    services: ['qc-services'],
  },
  endpointByOperator: false,
  mustDeploy: false,
  protections: false,
  activationMs: 300_000,
  findsBack: 'name',
  reconcile:
    'A new key is looked for by its name among keys that were not listed before; it is never sent a second time. A stop is looked for in the list.',
  keepsIds: true,
  repeatable: false,
  use: {
    header: 'X-API-KEY',
    ways: [
      { kind: 'header', label: 'HTTP header', name: 'X-API-KEY' },
      { kind: 'header', label: 'Authorization header', name: 'Authorization', prefix: 'X-API-KEY ' },
    ],
    probePath: '/api/v2/sites',
  },
  routes: ROUTES,
  facts: FACTS,
  variants: { token: TOKEN },
};
