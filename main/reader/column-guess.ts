import { MAPPABLE, type CsvMapping, type Mappable } from '@core/domain/inventory-mapping';
import { VENDOR_LIST } from '@core/domain/vendor';

/** Headings as other programs write them, in letters alone, the likeliest first. */
const WORDS: Readonly<Record<Mappable, readonly string[]>> = {
  id: ['id', 'keyid', 'identifier', 'apikeyid', 'uuid', 'serviceaccountid', 'clientid'],
  name: ['name', 'keyname', 'label', 'title', 'displayname', 'apikey', 'key'],
  description: ['description', 'note', 'notes', 'comment', 'purpose'],
  type: ['type', 'keytype', 'kind'],
  role: ['role', 'roles', 'permission', 'permissions', 'scope', 'scopes', 'profile'],
  active: ['active', 'enabled', 'status', 'state'],
  createdAt: ['created', 'createdat', 'creationdate', 'createdon', 'datecreated', 'issued', 'issuedat'],
  createdBy: ['createdby', 'creator', 'owner', 'author', 'user', 'issuedby'],
  expiresAt: ['expires', 'expiresat', 'expiry', 'expiration', 'expirydate', 'expirationdate', 'validuntil'],
  allowedHosts: ['allowedhosts', 'hosts', 'allowedips', 'ips', 'ipallowlist', 'referrers', 'domains'],
  lastUsedAt: ['lastused', 'lastusedat', 'lastuse', 'lastactivity', 'lastseen', 'lastusedon'],
  lastUsedIp: ['lastusedfrom', 'lastusedip', 'lastip', 'ip'],
  hint: ['hint', 'prefix', 'suffix', 'keyprefix', 'lastfour', 'maskedkey', 'partialkey'],
  revokedAt: ['revoked', 'revokedat', 'revocationdate', 'deletedat', 'revokedon'],
  environment: [
    'environment',
    'env',
    'project',
    'site',
    'application',
    'workspace',
    'tenant',
    'organization',
  ],
};

/** Which columns are likely which facts; each column is one fact at most. */
export function guessMapping(headings: readonly string[]): CsvMapping {
  const plain = headings.map((heading) => heading.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const columns: CsvMapping['columns'] = {};
  for (const fact of MAPPABLE) {
    const at = WORDS[fact].map((word) => plain.indexOf(word)).find((index) => index >= 0);
    if (at !== undefined && !Object.values(columns).includes(at)) columns[fact] = at;
  }
  return { columns, vendor: VENDOR_LIST[0]?.id ?? 'qodly' };
}
