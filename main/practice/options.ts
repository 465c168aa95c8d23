import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Assumptions } from './assumptions';

/** The ports `npm run console` asks for; a taken one gives way to a free one. */
export const DEFAULT_MANAGEMENT_PORT = 4710;
/** See `DEFAULT_MANAGEMENT_PORT`. */
export const DEFAULT_GATEWAY_PORT = 4711;

/** See `DEFAULT_MANAGEMENT_PORT`: the first of the ports of the other vendors' consoles. */
export const DEFAULT_OTHER_PORTS = 4712;

/** How long a token from signing in lives, in milliseconds. */
export const DEFAULT_SESSION_LIFETIME_MS = 3_600_000;

/** A data folder that keeps nothing. */
export const IN_MEMORY = ':memory:';

/** How a practice console is started. */
export interface PracticeOptions {
  /** Folder of the training data, made when missing; `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** 0 or absent: a free port. */
  readonly managementPort?: number | undefined;
  /** 0 or absent: a free port. */
  readonly gatewayPort?: number | undefined;
  /** The first port of the other vendors' origins, which follow each other; 0 or absent: free ports. */
  readonly otherPorts?: number | undefined;
  /** Delays every management answer, in milliseconds. */
  readonly latencyMs?: number | undefined;
  /** Adds an environment `bulk` with so many keys; absent leaves what is there. */
  readonly extraKeys?: number | undefined;
  /** A bearer token of the administrator, valid for this start only and never stored. */
  readonly operatorToken?: string | undefined;
  /** The server's clock, in milliseconds since the epoch. */
  readonly clock?: (() => number) | undefined;
  /** How long a token from signing in lives, in milliseconds; one hour when absent. */
  readonly sessionLifetimeMs?: number | undefined;
  /** What to assume differently from `ASSUMPTIONS`. */
  readonly assumptions?: Partial<Assumptions> | undefined;
}

/** Where the practice console keeps its data on its own: beside other applications' data, outside any profile. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const shared = environment['XDG_DATA_HOME'];
  // The XDG specification says that a relative path is to be ignored.
  const base = shared && isAbsolute(shared) ? shared : join(homedir(), '.local', 'share');
  return join(base, 'keydesk-training');
}
