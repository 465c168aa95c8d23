import type { ConsoleView } from '@core/domain/console';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { plural } from '@core/text/format';
import { isOpen, type OperationKind, type OperationState } from '@core/domain/operation';
import type { OperationView } from '@renderer/api/types';

const UNSETTLED: Record<Exclude<OperationState, 'absent' | 'confirmed'>, string> = {
  intended: 'It was written down and never sent.',
  sent: 'It was sent; how it ended is not known yet.',
  ambiguous: 'It was sent, and the answer never came through. It may or may not have happened.',
  failed: 'It did not happen.',
};

const DONE: Record<OperationKind, string> = {
  issue: 'It happened: Keydesk found it on the console.',
  edit: 'It happened: Keydesk found it on the console.',
  stop: 'It happened: the key is gone from the console.',
  protect: 'It happened: Keydesk found it on the console.',
  deploy: 'It happened: what was saved is live there.',
};

const UNDONE: Record<Exclude<OperationKind, 'deploy'>, string> = {
  issue: 'The console has no such key.',
  edit: 'The key is as it was before.',
  stop: 'The key is still there.',
  protect: 'The endpoint is as it was before.',
};

/** Its console lists no pipelines but tells of those whose id is known. */
const UNKNOWN_DEPLOYMENT =
  'Nobody can tell how it ended: Keydesk never heard of its pipeline. Look at the pipelines on the console, or deploy again: that does no harm.';

/** What is known of a change, in a sentence. */
export function operationSentence({ kind, state }: Pick<OperationView, 'kind' | 'state'>): string {
  if (state === 'confirmed') return DONE[kind];
  if (state === 'absent') {
    if (kind === 'deploy') return UNKNOWN_DEPLOYMENT;
    return `It did not happen. ${UNDONE[kind]} Should it take effect late, Keydesk notices for a day.`;
  }
  return UNSETTLED[state];
}

/** What was intended: "Create key “Accounting”"; stopping in the vendor's word. */
export function operationTitle({ kind, label }: OperationView, console: ConsoleView | undefined): string {
  if (kind === 'protect') return `Edit endpoint “${label}”`;
  if (kind === 'deploy') return `Deploy to “${label}”`;
  const stop = console === undefined ? 'Revoke' : traitsOf(vendorInfo(console.vendor), '').stop.verb;
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
