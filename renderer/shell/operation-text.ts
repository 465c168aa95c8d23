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

const LOST =
  'The key is on the console, but nobody has its secret, which is told only once: Keydesk ended, or the answer was lost, before it was copied or saved. Revoke this key and make another.';

type Told = Pick<OperationView, 'kind' | 'state' | 'secret'>;

/**
 * What is known of a change, in a sentence.
 * @param once the console tells a secret once
 */
export function operationSentence(operation: Told, once: boolean): string {
  const { kind, state } = operation;
  if (isSecretLost(operation, once)) return LOST;
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

const isSecretLost = ({ kind, state, secret }: Told, once: boolean): boolean =>
  kind === 'issue' && state === 'confirmed' && (secret === 'waiting' || (once && secret === undefined));

/** What the banner says; null when there is nothing to tell. */
export function operationsSummary(operations: readonly OperationView[]): string | null {
  const open = operations.filter(isOpen).length;
  const lost = operations.filter(({ secret }) => secret === 'waiting').length;
  const settled = operations.length - open - lost;
  if (lost > 0)
    return `${plural(lost, 'new key has a secret', 'new keys have secrets')} that nobody copied or saved.`;
  if (open > 0) return `${plural(open, 'change is', 'changes are')} still being checked.`;
  return settled > 0
    ? `${plural(settled, 'change that was unclear is', 'changes that were unclear are')} settled.`
    : null;
}
