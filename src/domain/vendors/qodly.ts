import type { DraftField, KeyTraits, VendorInfo } from '@core/domain/vendor';

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
  hostSyntax: 'ip',
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
  hostSyntax: 'ip',
};

/** Qodly Cloud (QCMC), as its public pages of three generations describe it. */
export const QODLY: VendorInfo = {
  id: 'qodly',
  label: 'Qodly Cloud',
  mark: 'Q',
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
  ],
  stop: {
    verb: 'Delete',
    past: 'deleted',
    undo: 'Nothing brings a deleted key back; a new key has a new secret.',
  },
  secret: { shown: 'any-time', source: 'generated' },
  disable: false,
  mustDeploy: false,
  activationMs: 0,
  use: { header: 'api-key', probePath: '/rest/$catalog' },
  variants: { 'generation-3': GENERATION_3, 'generation-1': GENERATION_1 },
};
