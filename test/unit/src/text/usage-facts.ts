import { vendorInfo, type KeyUse } from '@core/domain/vendor';
import type { UsageFacts } from '@core/text/usage';

export const SECRET = 'f3b1c2d4-0000-4000-8000-1234567890ab';
export const ENDPOINT = 'https://staging.acme.example';
/** What a snippet is written with, for a Qodly key. */
export const facts = (over: Partial<UsageFacts> = {}): UsageFacts => ({
  use: vendorInfo('qodly').use,
  endpoint: ENDPOINT,
  secret: SECRET,
  ...over,
});

/** Every way at once. */
export const ALL_WAYS: KeyUse = {
  header: 'api-key',
  probePath: '/rest/$catalog',
  ways: [
    { kind: 'header', label: 'HTTP header', name: 'api-key' },
    { kind: 'header', label: 'Authorization', name: 'Authorization', prefix: 'X-API-KEY ' },
    { kind: 'cookie', label: 'Cookie', name: 'mia_client_key' },
    {
      kind: 'code',
      label: 'openDatastore',
      template: 'open({ "at": "{endpoint}", "on": "{host}", "k": "{key}" })',
    },
  ],
};
