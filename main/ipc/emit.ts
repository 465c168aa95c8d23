import type { WebContents } from 'electron';
import type { ContractShape, Emit } from '@core/contract/shape';
import { eventChannel } from '@core/contract/shape';
import type { Log } from '@main/ports';

/** Sends events of the contract to a page, stripped to their schema. One that does not fit is logged, not sent. */
export function emitTo<C extends ContractShape>(
  contract: C,
  contents: Pick<WebContents, 'send' | 'isDestroyed'>,
  log: Log,
): Emit<C> {
  return (event, payload) => {
    const parsed = contract.events[event]?.safeParse(payload);
    if (parsed?.success !== true) return log.error('ipc.bad-event', { kind: event });
    if (!contents.isDestroyed()) contents.send(eventChannel(event), parsed.data);
  };
}
