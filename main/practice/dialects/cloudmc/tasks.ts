import { randomUUID } from 'node:crypto';
import type { PracticeContext } from '../../context';

/** How long a task can be asked for, in milliseconds. */
const KEPT_MS = 30 * 60_000;

interface Task {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: number;
  /** Null: it failed. */
  readonly result: unknown;
}

/** Work that is answered before it is done. Kept in memory only, since a result may be a secret. */
export class Tasks {
  private readonly tasks = new Map<string, Task>();

  constructor(private readonly context: PracticeContext) {}

  /** Starts a task whose result is there already, but told later; null makes it fail. */
  start(userId: string, result: unknown): Record<string, unknown> {
    const createdAt = this.context.clock();
    for (const { id, createdAt: then } of this.tasks.values())
      if (createdAt - then > KEPT_MS) this.tasks.delete(id);
    const task = { id: randomUUID(), userId, createdAt, result };
    this.tasks.set(task.id, task);
    return { taskId: task.id, taskStatus: 'PENDING' };
  }

  /** A task as its documented answer, in the form that is assumed; null when its user has no such task. */
  answer(userId: string, id: string): Record<string, unknown> | null {
    const task = this.tasks.get(id);
    if (!task || task.userId !== userId || this.age(task) > KEPT_MS) return null;
    const status = this.status(task);
    const result = status === 'SUCCESS' ? task.result : null;
    if (this.context.assumptions.cloudmcTaskShape === 'flat')
      return { taskId: id, taskStatus: status, ...(result !== null && { result }) };
    return { data: { id, status, created: new Date(task.createdAt).toISOString(), result } };
  }

  private age({ createdAt }: Task): number {
    return this.context.clock() - createdAt;
  }

  private status(task: Task): string {
    const { cloudmcTaskMs, cloudmcTaskFailure } = this.context.assumptions;
    if (this.age(task) < cloudmcTaskMs) return 'PENDING';
    return task.result === null ? cloudmcTaskFailure : 'SUCCESS';
  }
}
