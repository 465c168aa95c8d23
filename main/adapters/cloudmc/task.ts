import { AppError } from '@core/domain/app-error';
import type { Clock } from '@main/ports';
import { RawRecord, RawStarted, type RawTask } from './schema';

/** How a task is waited for, in milliseconds. */
export interface TaskWait {
  readonly clock: Pick<Clock, 'monotonic' | 'after'>;
  readonly everyMs: number;
  readonly mostMs: number;
}

/**
 * The record that a change answered with, at once or as the result of a task; undefined when it answered nothing.
 * Once the change was taken on, no failure may look like a refusal: what is not certain is `bad-answer` or `server`.
 */
export async function outcomeOf(
  answer: unknown,
  task: (taskId: string) => Promise<RawTask>,
  wait: TaskWait,
): Promise<unknown> {
  const started = RawStarted.safeParse(answer);
  if (!started.success) return recordIn(answer);
  const { taskId, taskStatus, data } = started.data;
  if (taskStatus === 'FAILED' || taskStatus === 'FAILURE') throw failed();
  if (taskStatus === 'SUCCESS' && data !== undefined) return data;
  return (await finished(() => task(taskId), wait)) ?? data;
}

/** A record is unpacked; an empty answer is none. */
function recordIn(answer: unknown): unknown {
  if (answer === undefined) return undefined;
  const { success, data } = RawRecord.safeParse(answer);
  if (success) return data.data;
  throw new AppError('bad-answer', 'The console did not say in a known form whether this is done.');
}

async function finished(
  look: () => Promise<RawTask>,
  { clock, everyMs, mostMs }: TaskWait,
): Promise<unknown> {
  const until = clock.monotonic() + mostMs;
  while (clock.monotonic() < until) {
    await new Promise<void>((resolve) => void clock.after(everyMs, resolve));
    const { status, result } = await look().catch(unclear);
    if (status === 'FAILED' || status === 'FAILURE') throw failed();
    if (status === 'SUCCESS') return result;
  }
  return unclear();
}

const failed = (): AppError =>
  new AppError('server', 'The console began with this and reports that it failed.');

function unclear(): never {
  throw new AppError('bad-answer', 'The console began with this and did not say how it ended.');
}
