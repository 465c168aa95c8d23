import type { KeyRef } from '@core/domain/api-key';
import { environmentKey } from '@core/domain/environment';

/** A text that names a key over all consoles. */
export const refId = (ref: KeyRef): string => `${environmentKey(ref)}\n${ref.keyId}`;
