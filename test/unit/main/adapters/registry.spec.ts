import { describe, expect, it } from 'vitest';
import { VENDOR_LIST } from '@core/domain/vendor';
import { adapterRegistry } from '@main/adapters/registry';
import { aConnection } from '@test/support/connection';
import { fakeHttp } from '@test/support/fake-http';

describe('the registry', () => {
  it.each(VENDOR_LIST)('builds for $label what it is said to do, and contacts nobody', (vendor) => {
    const { open, sent, opened } = fakeHttp(() => ({}));
    const method = vendor.signIn[0]?.id ?? '';
    const adapter = adapterRegistry(open)[vendor.id](aConnection({ baseUrl: vendor.urlExample, method }));
    expect(adapter.deploys !== undefined).toBe(vendor.mustDeploy);
    expect(adapter.protections !== undefined).toBe(vendor.protections);
    expect(adapter.profile !== undefined).toBe(vendor.routes.length > 0);
    expect(opened.length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
  });
});
