import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vendorInfo } from '@core/domain/vendor';
import { startFaultProxy } from '@test/support/fault-proxy';
import { changingContract } from './changing-contract';
import { editingContract } from './editing-contract';
import { readingContract } from './reading-contract';
import { signingContract } from './signing-contract';
import { anIntent, listed, traceOf, type Trial, type VendorFacts, type VendorUnderTest } from './trial';

async function prepare(trial: Trial, vendor: VendorUnderTest): Promise<void> {
  const { editable } = vendor.places;
  const { facts } = trial;
  trial.vendor = vendor;
  trial.proxy = await startFaultProxy(vendor.managementUrl);
  trial.adapter = vendor.adapter(trial.proxy.url, facts.signIns.work[0] ?? '');
  trial.issue = (more, intent = anIntent()) => trial.adapter.issue(editable, facts.draft(more), intent);
  trial.trace = async (intent, name = facts.name ?? 'Contract test') => {
    if (vendorInfo(facts.vendor).findsBack === 'mark') return traceOf(intent, { name });
    const namesakes = (await listed(trial.adapter, editable)).filter((key) => key.name === name);
    return traceOf(intent, { name, known: namesakes.map(({ id }) => id) });
  };
  const place = (await trial.adapter.environments()).find(({ environmentId }) => environmentId === editable);
  if (place === undefined) throw new Error(`There is no environment "${editable}".`);
  trial.place = place;
}

/** The suite that every vendor's adapter passes against its practice console, over real HTTP. */
export function adapterContract(facts: VendorFacts, start: () => Promise<VendorUnderTest>): void {
  describe(`the ${vendorInfo(facts.vendor).label} adapter`, () => {
    const trial = { facts } as Trial;
    beforeAll(async () => prepare(trial, await start()));
    afterAll(async () => {
      await trial.proxy.stop();
      await trial.vendor.stop();
    });

    signingContract(trial);
    readingContract(trial);
    changingContract(trial);
    editingContract(trial);

    it('knows how far the clocks are apart', async () => {
      await trial.adapter.operator();
      expect(Math.abs(trial.adapter.clockSkewMs() ?? Infinity)).toBeLessThan(5_000);
    });
  });
}
