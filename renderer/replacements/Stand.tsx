import type { ReactNode } from 'react';
import type { Environment } from '@core/domain/environment';
import type { Replacement, ReplacementState } from '@core/domain/replacement';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { dueText, endText, waitText } from '@core/text/replacement';
import { useConsoles } from '@renderer/api/queries';
import { Notice } from '@renderer/shared/Notice';
import { WaitSetting } from './WaitSetting';

export interface StandProps {
  readonly environment: Environment;
  readonly replacement: Replacement;
  readonly state: ReplacementState;
}

/** What is waited for, or how it ended. */
export function Stand({ environment, replacement, state }: StandProps): ReactNode {
  const { data: consoles = [] } = useConsoles();
  const console = consoles.find(({ id }) => id === replacement.consoleId);
  if (console === undefined) return null;
  const vendor = vendorInfo(console.vendor);
  const { end } = replacement;
  if (end !== undefined) return <Notice tone="info">{endText(replacement, end.why, vendor)}</Notice>;
  return (
    <>
      <Notice tone="info" role="status">
        {state === 'due' ? dueText(replacement) : waitText(replacement)} Nothing is stopped without a click.
      </Notice>
      <WaitSetting replacement={replacement} traits={traitsOf(vendor, environment.variant)} />
    </>
  );
}
