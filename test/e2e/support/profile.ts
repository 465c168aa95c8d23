import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one run of Keydesk keeps everything: a person's home with nothing else in it. */
export interface Profile {
  readonly home: string;
  /** Keydesk's own folder. */
  readonly userData: string;
  /** The practice console's data, which is outside the profile. */
  readonly trainingFolder: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** A profile that has never been used. */
export async function newProfile(): Promise<Profile> {
  const home = await mkdtemp(join(tmpdir(), 'keydesk-e2e-'));
  const place = (name: string): string => join(home, name);
  await mkdir(place('run'), { mode: 0o700 });
  await mkdir(place('Downloads'));
  return {
    home,
    userData: join(place('config'), 'Keydesk'),
    trainingFolder: join(place('data'), 'keydesk-training'),
    env: {
      HOME: home,
      XDG_CONFIG_HOME: place('config'),
      XDG_DATA_HOME: place('data'),
      XDG_STATE_HOME: place('state'),
      XDG_CACHE_HOME: place('cache'),
      XDG_RUNTIME_DIR: place('run'),
    },
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}
