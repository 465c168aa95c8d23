import { AppError } from '@core/domain/app-error';
import type { KeyDraft } from '@core/domain/key-draft';
import type { VendorId } from '@core/domain/vendor';
import { STAGING, startedDesk } from '@test/support/key-desk';

/** An operation id. */
export const id = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
/** An answer that never came. */
export const reset = new AppError('offline', 'The connection broke off.', { system: 'ECONNRESET' });
/** A form that each vendor takes. */
export const DRAFTS: Readonly<Record<Exclude<VendorId, 'qodly'>, KeyDraft>> = {
  mia: { name: 'web', secret: { typed: 'swordfish-1' }, active: true },
  cloudmc: { name: 'ci' },
  qwilt: { name: 'ci', role: 'Viewer', validDays: 30 },
};

/** Keydesk at a console of one vendor. */
export async function deskOf(vendor: keyof typeof DRAFTS) {
  const at = await startedDesk(vendor);
  const issue = (draft: Partial<KeyDraft> = {}, index = 1) =>
    at.desk.clock.until(
      at.keys.issue({
        operationId: id(index),
        environment: STAGING,
        draft: { ...DRAFTS[vendor], ...draft },
      }),
    );
  return { ...at, issue };
}
