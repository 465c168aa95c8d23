import type { ReactNode } from 'react';
import { addressesIn } from '@renderer/consoles/console-origins-form';
import { isPlainHttp, looksPrivate, needsLoopbackTick } from '@renderer/consoles/console-url';
import type { ConsoleDialogState } from '@renderer/consoles/use-console-dialog';
import { CheckInput } from '@renderer/shared/CheckInput';

/** The ticks that unusual addresses take; each is in sight only where it means something. */
export function AddressTicks({ dialog }: { dialog: ConsoleDialogState }): ReactNode {
  const { form, change, addressRefused } = dialog;
  const addresses = addressesIn(form);
  const loopback = addresses.some(needsLoopbackTick);
  // A name may lead into a private network, which only main finds out.
  const inPrivate = addresses.some(looksPrivate) || (!loopback && (form.allowPrivate || addressRefused));
  return (
    <>
      {loopback && (
        <CheckInput
          label={
            addresses.some(isPlainHttp)
              ? 'Allow plain http on this computer'
              : 'Allow an address on this computer'
          }
          help="This is your own computer (loopback): nothing leaves it, but any program on it can answer there."
          checked={form.allowLoopback}
          onChange={(allowLoopback) => change({ allowLoopback })}
        />
      )}
      {inPrivate && (
        <CheckInput
          label="Allow a private network address"
          help="Only for a console that your organization runs in its own network."
          checked={form.allowPrivate}
          onChange={(allowPrivate) => change({ allowPrivate })}
        />
      )}
    </>
  );
}
