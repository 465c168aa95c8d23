import * as z from 'zod';
import { AppError } from '@core/domain/app-error';
import { environmentKey, type EnvironmentRef } from '@core/domain/environment';
import { Replacement } from '@core/domain/replacement';
import type { DocumentStore } from '@main/ports';

/** The replacements under way and those that ended. */
export const ReplacementFile = z.array(Replacement);
export type ReplacementFile = z.infer<typeof ReplacementFile>;

/** Replacements on disk, oldest first; every change is told once it is there. */
export class ReplacementBook {
  constructor(
    private readonly store: DocumentStore<ReplacementFile>,
    private readonly changed: () => void,
  ) {}

  all(): Promise<readonly Replacement[]> {
    return this.store.read();
  }

  /** Those of an environment that are under way. */
  async open(environment: EnvironmentRef): Promise<Replacement[]> {
    const here = environmentKey(environment);
    const all = await this.store.read();
    return all.filter((each) => each.end === undefined && environmentKey(each) === here);
  }

  /** `not-found` when there is none under this id. */
  async find(id: string): Promise<Replacement> {
    const found = (await this.store.read()).find((each) => each.id === id);
    if (found !== undefined) return found;
    throw new AppError('not-found', 'Keydesk knows of no such replacement (any more).');
  }

  async add(replacement: Replacement): Promise<void> {
    await this.store.update((all) => [...all, replacement]);
    this.changed();
  }

  /** Adds facts to one as it is by then; one that was dropped meanwhile stays dropped. */
  async note(id: string, facts: Partial<Replacement>): Promise<Replacement> {
    const all = await this.store.update((before) =>
      before.map((each) => (each.id === id ? { ...each, ...facts } : each)),
    );
    this.changed();
    return all.find((each) => each.id === id) ?? this.find(id);
  }

  async drop(id: string): Promise<void> {
    await this.store.update((all) => all.filter((each) => each.id !== id));
    this.changed();
  }
}
