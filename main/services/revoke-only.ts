import type { AppStatus } from '@core/contract/messages';
import { AppError } from '@core/domain/app-error';
import type { BulkAct } from '@core/domain/bulk';
import { takesAway } from '@core/domain/bulk-fate';
import type { Settings } from '@core/domain/settings';
import type { DocumentStore } from '@main/ports';
import type * as z from 'zod';

/** Whether the mode is on, and what turned it on: the switch at the start, which no setting turns off, or the setting. */
export type RevokeOnlyState = z.infer<typeof AppStatus>['revokeOnly'];

const SENTENCE =
  'Keydesk is in revoke-only mode: keys can be found, verified and stopped, but not shown, created or changed.';

/** The mode in which keys are only found and stopped. It guards against slips, not against whoever owns the machine. */
export class RevokeOnlyMode {
  /** As it was when it was last looked at. */
  last: RevokeOnlyState;

  /** @param forced Keydesk was started with the switch */
  constructor(
    private readonly forced: boolean,
    private readonly settings: Pick<DocumentStore<Settings>, 'read'>,
  ) {
    this.last = forced ? 'switch' : 'off';
  }

  /** How it is now. SECURITY: settings that cannot be read end the call that asks, never the mode. */
  async state(): Promise<RevokeOnlyState> {
    if (!this.forced) this.last = (await this.settings.read()).revokeOnly ? 'setting' : 'off';
    return this.last;
  }

  /** Throws `forbidden` while the mode is on. */
  async refuse(): Promise<void> {
    if ((await this.state()) !== 'off') throw new AppError('forbidden', SENTENCE);
  }

  /** Throws `forbidden` for what gives access, while the mode is on. */
  readonly permit = async (act: BulkAct): Promise<void> => {
    if (!takesAway(act)) await this.refuse();
  };
}
