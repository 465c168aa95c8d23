import { AppError } from '@core/domain/app-error';
import type { EnvironmentId } from '@core/domain/environment';
import type { MiaClient, Missing } from './client';
import { saveBody, type Configuration } from './document';
import { placeOf, type Place } from './place';
import { SNAPSHOT } from './transform';

/** Makes a change out of a configuration; `first` is what the change was made of before somebody else saved. */
export type Change = (text: string, first: string | null) => string;

/** What a change is called in the console's history, and how it is made. */
export interface Saving {
  readonly title: string;
  readonly change: Change;
}

/** Told of every save. */
export type Saved = (environmentId: EnvironmentId, previous: string, save: string) => void;

/** Statuses that say nothing of the configuration: signing in, waiting, being asked for a pause. */
const OTHER_REFUSALS = [401, 408, 429];

/** Reads and saves whole configurations. In one environment one save at a time, for each is based on the one before. */
export class Configurations {
  private readonly lines = new Map<EnvironmentId, Promise<unknown>>();

  constructor(
    private readonly client: MiaClient,
    private readonly saved: Saved,
  ) {}

  /** A configuration as it is now; `missing` where the console has none under this id. */
  async read(environmentId: EnvironmentId, missing: Missing, signal?: AbortSignal): Promise<Configuration> {
    return this.client.configuration(this.place(environmentId, missing), missing, signal);
  }

  /**
   * Changes a configuration and gives it back as it was saved. Where somebody else saved meanwhile, the change is
   * made once more out of what they saved. What was refused had no effect; every other error leaves that open.
   */
  change(environmentId: EnvironmentId, saving: Saving): Promise<Configuration> {
    const before = this.lines.get(environmentId) ?? Promise.resolve();
    const work = before.then(() => this.save(environmentId, saving));
    this.lines.set(
      environmentId,
      work.catch(() => undefined),
    );
    return work;
  }

  /** Where a configuration is. Throws `missing` for an id that is none of this vendor's. */
  place(environmentId: EnvironmentId, missing: Missing): Place {
    const place = placeOf(environmentId);
    if (place !== null) return place;
    throw new AppError(missing, 'The console has no such project or revision.');
  }

  private async save(environmentId: EnvironmentId, { title, change }: Saving): Promise<Configuration> {
    const place = this.place(environmentId, 'bad-answer');
    if (place.kind === 'versions') throw new AppError('forbidden', SNAPSHOT);
    const first = await this.client.configuration(place, 'bad-answer');
    const send = async ({ save }: Configuration, text: string): Promise<Configuration> => {
      const id = await this.client.save(place, saveBody(text, save, title));
      this.saved(environmentId, save, id);
      return { text, save: id };
    };
    try {
      return await send(first, change(first.text, null));
    } catch (error) {
      const moved = await this.movedOn(place, first, error);
      if (moved === null) throw refusal(error);
      return send(moved, change(moved.text, first.text)).catch((again: unknown) => {
        throw isRefusal(again) ? busy() : again;
      });
    }
  }

  /** What somebody else saved since, where a save was refused; null where that was not the reason. */
  private async movedOn(place: Place, first: Configuration, error: unknown): Promise<Configuration | null> {
    if (!isRefusal(error)) return null;
    const now = await this.client.configuration(place, 'bad-answer').catch(() => first);
    return now.save === first.save ? null : now;
  }
}

/** How the console refuses an outdated save is not documented: any refusal may be one. */
function isRefusal(error: unknown): error is AppError {
  if (!(error instanceof AppError)) return false;
  const { status = 0 } = error.facts;
  return status >= 400 && status < 500 && !OTHER_REFUSALS.includes(status);
}

/** SECURITY: nobody else saved, so it is no conflict between two, and never the proof that a key is gone. */
function refusal(error: unknown): unknown {
  if (!isRefusal(error) || !['conflict', 'bad-answer', 'not-found'].includes(error.code)) return error;
  const sentence = 'The console refused to save the configuration. A rule for saving may forbid this change.';
  return new AppError('forbidden', sentence, error.facts);
}

const busy = (): AppError =>
  new AppError(
    'invalid-input',
    'Others save this configuration again and again right now. Nothing was changed; try again in a moment.',
  );
