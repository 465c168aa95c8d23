import { randomUUID } from 'node:crypto';
import { AppError, type AppErrorCode } from '@core/domain/app-error';
import { DAY_MS, toInstant } from '@core/domain/instant';
import type {
  ConsoleAdapter,
  DecidedDraft,
  Intent,
  IssuedKey,
  IssueTrace,
  VendorEnvironment,
  VendorKey,
} from '@main/adapters/adapter';
import type { FaultProxy } from '@test/support/fault-proxy';

/** What a vendor provides so that the suite can try its adapter over real HTTP. */
export interface VendorUnderTest {
  /** Where the console's management API listens; the suite puts a misbehaving proxy in front of it. */
  readonly managementUrl: string;
  /** Builds an adapter that talks to a management URL, signed in one way or another. */
  adapter(managementUrl: string, as: SignIn): ConsoleAdapter;
  /** Environments by what they are good for in this suite. */
  readonly places: {
    /** Keys can be changed here. */
    readonly editable: string;
    /** So many keys that a listing takes several pages. */
    readonly large: { readonly id: string; readonly keys: number };
    /** No keys at all. */
    readonly empty: string;
  };
  /** Paths of the management API, to aim faults at. */
  readonly paths: { readonly keys: RegExp; readonly signIn: RegExp };
  stop(): Promise<void>;
}

/** The ways of signing in that the suite tries. */
export type SignIn = 'token' | 'wrong-token' | 'password' | 'wrong-password' | 'viewer';

export const anIntent = (): Intent => ({
  clientRef: randomUUID().replaceAll('-', ''),
  idempotencyKey: randomUUID(),
});

/** What is known of a key that an intent was to create. */
export const traceOf = ({ clientRef }: Intent, more: Partial<IssueTrace> = {}): IssueTrace => ({
  clientRef,
  name: 'Contract test',
  known: [],
  startedAt: toInstant(Date.now()),
  ...more,
});

/** A draft that every vendor takes. */
export const aDraft = (more: Partial<DecidedDraft> = {}): DecidedDraft => ({
  name: 'Contract test',
  role: 'Admin',
  expiresAt: toInstant(Date.now() + 30 * DAY_MS),
  allowedHosts: [],
  ...more,
});

/** The code of the `AppError` that a call ends with. */
export async function codeOf(call: Promise<unknown>): Promise<AppErrorCode | 'no error'> {
  try {
    await call;
    return 'no error';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** All keys of an environment. */
export async function listed(adapter: ConsoleAdapter, environmentId: string): Promise<VendorKey[]> {
  const keys: VendorKey[] = [];
  for await (const page of adapter.keys(environmentId)) keys.push(...page.keys);
  return keys;
}

/** What a running suite works with; there once the console has started. */
export interface Trial {
  vendor: VendorUnderTest;
  /** In front of the management API. */
  proxy: FaultProxy;
  /** Signed in with a token, by way of the proxy. */
  adapter: ConsoleAdapter;
  /** The environment where keys can be changed. */
  place: VendorEnvironment;
  issue(more?: Partial<DecidedDraft>, intent?: Intent): Promise<IssuedKey>;
}
