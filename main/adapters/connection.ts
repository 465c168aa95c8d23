import type { RouteProfile } from '@core/domain/route-profile';
import type { Clock, RecordBook } from '@main/ports';
import type { ConsoleAdapter } from '@main/adapters/adapter';

/** Everything needed to talk to one console. Holds credentials: built when needed, never kept in a file or a log. */
export interface ConsoleConnection {
  /** Origin and optional path. */
  readonly baseUrl: string;
  /** Which of the vendor's sign-in methods the credentials are for. */
  readonly method: string;
  /** By the name of the sign-in method's field. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly allowLoopback: boolean;
  readonly allowPrivate: boolean;
  /** Certificate authorities trusted in addition to the public ones, as PEM. */
  readonly caPem?: string;
  /** `http://host:port` of a proxy; not used for consoles on this computer. */
  readonly proxyUrl?: string;
  readonly clock: Clock;
  /** Further addresses by name, as the operator gave them. */
  readonly origins: Readonly<Record<string, string>>;
  /** Routes the operator set. */
  readonly routes: RouteProfile;
  /** Where keys are used, by environment id, for a vendor whose console does not say. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Keys that were recorded by hand for this console. */
  readonly book: RecordBook;
  /** To be told of every save of an environment's configuration, with the save it was based on. */
  readonly saved: (environmentId: string, previous: string, save: string) => void;
}

/** Builds the adapter of one console. Throws `invalid-input` where its address, proxy or certificate is refused. */
export type AdapterFactory = (connection: ConsoleConnection) => ConsoleAdapter;
