import type { ExpiringKey } from '@core/domain/expiry';
import { toInstant } from '@core/domain/instant';
import { icsText } from '@core/text/ics';
import type { Clock, Crypto, Dialogs, SecretFiles } from '@main/ports';

/** What the files are made of and where they go. */
export interface CalendarFilesParts {
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly files: SecretFiles;
  readonly clock: Pick<Clock, 'now'>;
  readonly crypto: Pick<Crypto, 'sha256'>;
}

/** The ends of keys as calendar files. */
export class CalendarFiles {
  constructor(private readonly parts: CalendarFilesParts) {}

  /** Null when the operator cancels. */
  async save(keys: readonly ExpiringKey[], leadDays: number): Promise<{ path: string } | null> {
    const at = toInstant(this.parts.clock.now());
    const chosen = await this.parts.dialogs.saveFile(`keydesk-expiry-${at.slice(0, 10)}.ics`);
    if (chosen === null) return null;
    const uid = (identity: string): string => this.parts.crypto.sha256(identity).slice(0, 40);
    await this.parts.files.save(chosen.path, icsText(keys, { at, leadDays, uid }), chosen.overwrite);
    return { path: chosen.path };
  }
}
