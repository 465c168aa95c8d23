import type { ConsoleView } from '@core/domain/console';
import type { OperationState } from '@core/domain/operation';
import { vendorInfo } from '@core/domain/vendor';
import { plural } from '@core/text/format';
import { isOpen } from '@core/domain/operation';
import type { OperationView } from '@renderer/api/types';

const STATES: Record<OperationState, string> = {
  intended: 'It was written down and never sent.',
  sent: 'It was sent; how it ended is not known yet.',
  ambiguous: 'It was sent, and the answer never came through. It may or may not have happened.',
  absent: 'The console does not have it. Should it arrive late, Keydesk notices for a day.',
  confirmed: 'It happened: Keydesk found it on the console.',
  failed: 'It did not happen.',
};

/** What is known of a change, in a sentence. */
export const operationSentence = ({ state }: Pick<OperationView, 'state'>): string => STATES[state];

/** What was intended: "Create key “Accounting”"; stopping in the vendor's word. */
export function operationTitle({ kind, label }: OperationView, console: ConsoleView | undefined): string {
  const stop = console === undefined ? 'Revoke' : vendorInfo(console.vendor).stop.verb;
  const verb = { issue: 'Create', edit: 'Edit', stop }[kind];
  return `${verb} key “${label}”`;
}

/** What the banner says; null when there is nothing to tell. */
export function operationsSummary(operations: readonly OperationView[]): string | null {
  const open = operations.filter(isOpen).length;
  const settled = operations.length - open;
  if (open > 0) return `${plural(open, 'change is', 'changes are')} still being checked.`;
  return settled > 0
    ? `${plural(settled, 'change that was unclear is', 'changes that were unclear are')} settled.`
    : null;
}
