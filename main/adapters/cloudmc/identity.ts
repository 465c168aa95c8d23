import { AppError } from '@core/domain/app-error';
import type { CloudmcClient } from './client';
import { topOf } from './organizations';
import type { RawUser } from './schema';
import { operatorAmong } from './users';

/** Whose key is signed in with. */
export interface Whose {
  /** Null where the console does not tell. */
  readonly user: RawUser | null;
  /** What to call them then. */
  readonly name: string;
  /** That it is not known, in a sentence. */
  readonly note: string | null;
}

const UNTOLD =
  'This API key sees several users, and the console does not say which of them it belongs to; so the role of its keys is not shown.';

/** Finds out whose key is signed in with: no call of the API is known that says so. */
export class Identity {
  private latest: Promise<Whose> | null = null;

  constructor(private readonly client: CloudmcClient) {}

  /** As it was read last, or read now. */
  known(): Promise<Whose> {
    return this.latest ?? this.read();
  }

  read(signal?: AbortSignal): Promise<Whose> {
    const reading = this.look(signal);
    this.latest = reading;
    reading.catch(() => {
      if (this.latest === reading) this.latest = null;
    });
    return reading;
  }

  private async look(signal?: AbortSignal): Promise<Whose> {
    const [organizations, users] = await Promise.all([
      this.client.organizations(signal),
      this.client.users(signal).catch(noneAllowed),
    ]);
    const user = operatorAmong(users, organizations);
    const [top] = topOf(organizations);
    return {
      user,
      name: top === undefined ? 'A user of this console' : `A user of ${top.name}`,
      note: user === null ? UNTOLD : null,
    };
  }
}

/** Somebody who may not even see themselves can still have keys. */
function noneAllowed(error: unknown): RawUser[] {
  if (error instanceof AppError && error.code === 'forbidden') return [];
  throw error;
}
