import type { BulkAct, BulkReport } from '@core/domain/bulk';
import type { VendorId } from '@core/domain/vendor';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';

export const STOP: BulkAct = { kind: 'stop' };

/** The operation of the nth key. */
export const operationId = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The nth key as it is selected, at the version it was listed with. */
export const target = (index: number, revision = '1') => ({
  operationId: operationId(index),
  key: keyAt(`key-${index}`),
  revision,
});

/** The first keys, selected. */
export const targets = (count: number) => Array.from({ length: count }, (_none, index) => target(index + 1));

/** The outcomes in order. */
export const states = (report: BulkReport): string[] => report.rows.map(({ state }) => state);

/** A desk with what a run over many keys takes, as the window goes about it. */
export async function bulkDesk(vendor: VendorId = 'qodly') {
  const at = await startedDesk(vendor);
  return {
    at,
    /** Puts keys on the console and reads them. */
    list: async (count: number, over: Parameters<typeof aVendorKey>[0] = {}): Promise<void> => {
      for (let index = 1; index <= count; index += 1)
        at.desk.console.add(
          aVendorKey({ id: `key-${index}`, name: `Key ${String(index).padStart(3, '0')}`, ...over }),
        );
      await at.listings.load(STAGING);
    },
    confirm: async (count: number, act = STOP): Promise<string> =>
      (await at.bulk.confirm({ act, targets: targets(count) }))?.token ?? '',
    /** Starts a run and gives what is known once nothing is on its way any more. */
    run: async (token: string, typed: string): Promise<BulkReport> => {
      await at.bulk.start(token, typed);
      return at.desk.clock.until(at.bulk.ended(token), 600_000);
    },
    resume: async (bulkId: string): Promise<BulkReport> => {
      await at.bulk.resume(bulkId);
      return at.desk.clock.until(at.bulk.ended(bulkId), 600_000);
    },
    /** Keydesk is killed and started again. */
    crash: (): void => void Object.assign(at, at.desk.start()),
  };
}
