import type { AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import { REVOKE_ONLY, type RevokeOnlyRule } from '@main/ipc/revoke-only-rules';
import type { RevokeOnlyMode } from '@main/services/revoke-only';

type Handler = (input: unknown) => unknown;
type Rules = Readonly<Record<string, Readonly<Record<string, RevokeOnlyRule<unknown>>>>>;

/** The handlers, of which those that show, create or change something are refused while the mode is on. */
export function guarded(
  handlers: Handlers<AppContract>,
  mode: Pick<RevokeOnlyMode, 'refuse'>,
): Handlers<AppContract> {
  const groups = Object.entries(handlers as Readonly<Record<string, Readonly<Record<string, Handler>>>>);
  // The table of rules has the types of the very handlers they are for.
  const rules = REVOKE_ONLY as Rules;
  const wrapped = groups.map(([group, calls]) => [
    group,
    Object.fromEntries(
      Object.entries(calls).map(([name, handle]) => [name, guard(handle, rules[group]?.[name], mode)]),
    ),
  ]);
  return Object.fromEntries(wrapped) as Handlers<AppContract>;
}

/** SECURITY: a call without a rule is refused. */
function guard(
  handle: Handler,
  rule: RevokeOnlyRule<unknown> = 'refused',
  mode: Pick<RevokeOnlyMode, 'refuse'>,
): Handler {
  if (rule === 'works') return handle;
  return async (input) => {
    if (rule === 'refused' || rule(input) === 'refused') await mode.refuse();
    return handle(input);
  };
}
