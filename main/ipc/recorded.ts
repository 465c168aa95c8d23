import type { AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import { AppError, type AppErrorCode } from '@core/domain/app-error';
import { ACTIVITY_RULES, type ActivityRule } from '@main/ipc/activity-rules';
import type { AppServices } from '@main/services/app-services';

type Handler = (input: unknown) => unknown;
type Rules = Readonly<Record<string, Readonly<Record<string, ActivityRule<unknown, unknown>>>>>;

/** With these nothing was done, and nothing was tried. */
const NOTHING_DONE: readonly AppErrorCode[] = ['invalid-input', 'cancelled', 'locked'];

/** The handlers, leaving a line in the activity log for every call that has a rule. */
export function recorded(handlers: Handlers<AppContract>, services: AppServices): Handlers<AppContract> {
  const groups = Object.entries(handlers as Readonly<Record<string, Readonly<Record<string, Handler>>>>);
  // The table of rules has the types of the very handlers they are for.
  const rules = ACTIVITY_RULES as Rules;
  const wrapped = groups.map(([group, calls]) => [
    group,
    Object.fromEntries(
      Object.entries(calls).map(([name, handle]) => {
        const rule = rules[group]?.[name];
        return [name, rule === undefined ? handle : recording(handle, rule, services)];
      }),
    ),
  ]);
  return Object.fromEntries(wrapped) as Handlers<AppContract>;
}

function recording(handle: Handler, rule: ActivityRule<unknown, unknown>, services: AppServices): Handler {
  return async (input) => {
    // Not being able to name what is done must not keep it from being done.
    const about = await Promise.resolve(rule.about(input, services)).catch(() => null);
    if (about !== null && rule.early === true) services.activity.record({ ...about, result: 'begun' });
    try {
      const output = await handle(input);
      const came = rule.outcome === undefined ? {} : rule.outcome(output, input, services);
      if (about !== null && came !== null && rule.early !== true)
        services.activity.record({ result: 'done', ...about, ...came });
      return output;
    } catch (error) {
      const why = error instanceof AppError ? error.code : 'unexpected';
      if (about !== null && !NOTHING_DONE.includes(why) && rule.told?.(input, services) !== true)
        services.activity.record({ ...about, result: rule.failed?.(error) ?? 'failed', why });
      throw error;
    }
  };
}
