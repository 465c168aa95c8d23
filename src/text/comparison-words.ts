import type { ChangeKind } from '@core/domain/comparison-changes';
import type { MatchedBy } from '@core/domain/comparison-matching';

/** What a kind of change is called. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  reappeared: 'Reappeared',
  new: 'New',
  'type-wider': 'Administration now',
  'role-wider': 'Role widened',
  'hosts-wider': 'Hosts widened',
  'expiry-later': 'Expiry extended',
  enabled: 'Enabled',
  'role-other': 'Role changed',
  'hosts-other': 'Hosts changed',
  renamed: 'Renamed',
  other: 'Other facts',
  'type-narrower': 'Standard now',
  'role-narrower': 'Role narrowed',
  'hosts-narrower': 'Hosts narrowed',
  'expiry-sooner': 'Expiry shortened',
  disabled: 'Disabled',
  revoked: 'Revoked',
  gone: 'Gone',
};

/** How a key was recognised, after "Recognised". */
export const MATCH_WORDS: Readonly<Record<MatchedBy, string>> = {
  id: 'by its identifier',
  fingerprint: 'by its secret, which has the same fingerprint',
  probable: 'by its name and dates, which is probable and not certain',
};
