import { randomUUID } from 'node:crypto';
import { AppError, type AppErrorCode } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import type { KeyChanges } from '@core/domain/key-draft';
import { traitsOf, vendorInfo, type VendorId } from '@core/domain/vendor';
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

/**
 * What the suite has to know of a vendor before its console runs. What `VendorInfo` says (whether secrets are shown
 * again, whether a creation may be repeated…) is taken from there; a part without a fact here is left out.
 */
export interface VendorFacts {
  readonly vendor: VendorId;
  readonly signIns: {
    /** Ways of signing in that work, the usual one first. */
    readonly work: readonly string[];
    readonly refused: readonly string[];
    /** A way that asks the management API for a session first, at `VendorUnderTest.paths.signIn`. */
    readonly session?: string;
    /** Somebody who may change nothing. */
    readonly viewer?: string;
  };
  /** What the draft is called, where it cannot be `Contract test`. */
  readonly name?: string;
  /** Keys are in a document of the operator's own, in which a member of any name is data. */
  readonly inDocument?: true;
  /** A draft that the vendor takes; its name unless another is given: `name`. */
  draft(more?: Partial<DecidedDraft>): DecidedDraft;
  /** What a key of that draft is like. */
  readonly issued: Partial<VendorKey>;
  /** Some of the roles. */
  readonly roles: readonly string[];
  /** Drafts that are refused, what is wrong with them and the field that is named, where the vendor names it. */
  readonly wrong: readonly [string, Partial<DecidedDraft>, string?][];
  /** Names that come back as they are. */
  readonly names: readonly string[];
  /** Whether there are the places `large` and `empty`. */
  readonly places: { readonly large: boolean; readonly empty: boolean };
  /** Two different changes of a key of that draft; absent where keys cannot be edited. */
  readonly edits?: {
    readonly ours: KeyChanges;
    readonly theirs: KeyChanges;
    /** Whether a revision guards against overwriting what somebody else changed. */
    readonly guarded: 'edit and stop' | 'edit' | 'nothing';
  };
  /** What is left of a stopped key: nothing, or a key with `revokedAt`. */
  readonly stopped: 'gone' | 'revoked';
}

/** Names that try out what comes between the operator and the console. */
export const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '"; drop table',
  'ключ 🔑 \u202eabc',
  '../..%2f',
];

/** What a vendor provides so that the suite can try its adapter over real HTTP. */
export interface VendorUnderTest {
  /** Where the console's management API listens; the suite puts a misbehaving proxy in front of it. */
  readonly managementUrl: string;
  /** Builds an adapter that talks to a management URL, signed in one way or another. */
  adapter(managementUrl: string, as: string): ConsoleAdapter;
  /** Environments by what they are good for in this suite. */
  readonly places: {
    /** Keys can be changed here. */
    readonly editable: string;
    /** So many keys that a listing takes several pages. */
    readonly large?: { readonly id: string; readonly keys: number };
    /** No keys at all. */
    readonly empty?: string;
  };
  /** Paths of the management API, to aim faults at: where keys are read and created, and where one signs in. */
  readonly paths: { readonly keys: RegExp; readonly signIn?: RegExp };
  /** Makes what was changed take effect on the data plane, where that is a step of its own. */
  takeEffect?(): Promise<void>;
  stop(): Promise<void>;
}

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

/** What a running suite works with; beyond `facts` it is there once the console has started. */
export interface Trial {
  readonly facts: VendorFacts;
  vendor: VendorUnderTest;
  /** In front of the management API. */
  proxy: FaultProxy;
  /** Signed in the usual way, by way of the proxy. */
  adapter: ConsoleAdapter;
  /** The environment where keys can be changed. */
  place: VendorEnvironment;
  issue(more?: Partial<DecidedDraft>, intent?: Intent): Promise<IssuedKey>;
  /** What main would know of a creation that is about to be sent. */
  trace(intent: Intent, name?: string): Promise<IssueTrace>;
}

/** Whether the vendor shows a secret again. */
export const shownAgain = ({ vendor }: VendorFacts): boolean =>
  traitsOf(vendorInfo(vendor), '').secret.shown === 'any-time';
