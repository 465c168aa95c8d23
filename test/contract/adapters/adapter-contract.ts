import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultProxy } from '@test/support/fault-proxy';
import { changingContract } from './changing-contract';
import { readingContract } from './reading-contract';
import { signingContract } from './signing-contract';
import { aDraft, anIntent, type Trial, type VendorUnderTest } from './trial';

async function prepare(trial: Trial, vendor: VendorUnderTest): Promise<void> {
  const { editable } = vendor.places;
  trial.vendor = vendor;
  trial.proxy = await startFaultProxy(vendor.managementUrl);
  trial.adapter = vendor.adapter(trial.proxy.url, 'token');
  trial.issue = (more, intent = anIntent()) => trial.adapter.issue(editable, aDraft(more), intent);
  const place = (await trial.adapter.environments()).find(({ environmentId }) => environmentId === editable);
  if (place === undefined) throw new Error(`There is no environment "${editable}".`);
  trial.place = place;
}

/** The suite that every vendor's adapter passes against its practice console, over real HTTP. */
export function adapterContract(name: string, start: () => Promise<VendorUnderTest>): void {
  describe(`the ${name} adapter`, () => {
    const trial = {} as Trial;
    beforeAll(async () => prepare(trial, await start()));
    afterAll(async () => {
      await trial.proxy.stop();
      await trial.vendor.stop();
    });

    signingContract(trial);
    readingContract(trial);
    changingContract(trial);

    it('knows how far the clocks are apart', async () => {
      await trial.adapter.operator();
      expect(Math.abs(trial.adapter.clockSkewMs() ?? Infinity)).toBeLessThan(5_000);
    });
  });
}
