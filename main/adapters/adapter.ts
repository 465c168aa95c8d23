import type { ApiKey } from '@core/domain/api-key';
import type { Operator } from '@core/domain/console';
import type { DeployTarget, PipelineState } from '@core/domain/deployment';
import type { Environment, EnvironmentId } from '@core/domain/environment';
import type { KeyChanges, KeyDraft } from '@core/domain/key-draft';
import type { ProbeReport } from '@core/domain/probe';
import type { Protection, ProtectionChange } from '@core/domain/protection';
import type { ProfileReport } from '@core/domain/route-profile';

/** An environment as the vendor tells it, before the operator's own decisions are laid over. */
export type VendorEnvironment = Omit<Environment, 'consoleId' | 'production' | 'productionBasis' | 'tab'> & {
  /** Null where the vendor does not say. */
  readonly production: boolean | null;
};

/** A key as the vendor tells it. */
export type VendorKey = Omit<ApiKey, 'consoleId' | 'environmentId'>;

/** A newly issued key with its secret; the secret goes to the vault and nowhere else. */
export interface IssuedKey {
  readonly key: VendorKey;
  readonly secret: string;
}

/** One page of a listing. */
export interface KeyPage {
  readonly keys: readonly VendorKey[];
  /** How many there are in all, where the vendor says. */
  readonly total: number | null;
  /** Which save of the configuration the keys are of, where changes have to be deployed. */
  readonly save?: string;
}

/** A draft whose secret, where it has one, is decided. */
export type DecidedDraft = Omit<KeyDraft, 'secret'> & { readonly secret?: string };

/** What is known of a key whose creation was not confirmed. */
export interface IssueTrace {
  readonly clientRef: string;
  readonly name: string;
  /** The keys that had this name before. */
  readonly known: readonly string[];
  /** When it was intended. */
  readonly startedAt: string;
}

/** Making live what is saved, for vendors where that is a step of its own. */
export interface Deploys {
  /** Where an environment can be deployed to. */
  targets(environmentId: EnvironmentId): Promise<DeployTarget[]>;
  /** The save a deployment would make live now. */
  save(environmentId: EnvironmentId): Promise<string>;
  /** Starts a pipeline and gives its id. Sent once; deploying the same save twice is harmless. */
  start(environmentId: EnvironmentId, target: string): Promise<string>;
  /** How a pipeline stands. */
  follow(environmentId: EnvironmentId, target: string, pipeline: string): Promise<PipelineState>;
}

/** The rules by which endpoints let keys through, for vendors where they are part of the same configuration. */
export interface Protections {
  list(environmentId: EnvironmentId): Promise<Protection[]>;
  /** `conflict` when `revision` is no longer the current one. Sent once, like every change. */
  change(
    environmentId: EnvironmentId,
    path: string,
    change: ProtectionChange,
    revision: string,
  ): Promise<Protection>;
}

/** What makes a mutating call findable again. */
export interface Intent {
  /** Random mark the vendor keeps with the key, where it can. */
  readonly clientRef: string;
  readonly idempotencyKey: string;
}

/**
 * What every vendor can do for Keydesk. Built per console from its credentials; holds a session at most.
 *
 * Errors are `AppError`s. For mutating calls (`issue`, `edit`, `stop`) `isDefiniteRefusal` tells what
 * surely had no effect; every other error leaves the outcome open: the call may have taken effect.
 * Mutating calls are sent once; reads may be repeated.
 */
export interface ConsoleAdapter {
  /** Signs in if needed and tells who we are. */
  operator(signal?: AbortSignal): Promise<Operator>;
  environments(signal?: AbortSignal): Promise<VendorEnvironment[]>;
  roles(environmentId: EnvironmentId): Promise<{ name: string; description?: string }[]>;
  /** All keys, page by page, in the vendor's order. */
  keys(environmentId: EnvironmentId, signal?: AbortSignal): AsyncIterable<KeyPage>;
  /** Null when the console has no such key. */
  key(environmentId: EnvironmentId, keyId: string): Promise<VendorKey | null>;
  /** Finds the key an intent created; null when there is none (yet). */
  findIssued(environmentId: EnvironmentId, trace: IssueTrace): Promise<VendorKey | null>;
  issue(environmentId: EnvironmentId, draft: DecidedDraft, intent: Intent): Promise<IssuedKey>;
  /** `forbidden` where the vendor never shows it again. */
  reveal(environmentId: EnvironmentId, keyId: string): Promise<string>;
  /** Every secret that can be shown, in one go, where the vendor tells them with the keys themselves. */
  secrets?(
    environmentId: EnvironmentId,
    signal?: AbortSignal,
  ): Promise<readonly { readonly keyId: string; readonly secret: string }[]>;
  /** `conflict` when `revision` is no longer the current one. */
  edit(
    environmentId: EnvironmentId,
    keyId: string,
    changes: KeyChanges,
    revision?: string,
  ): Promise<VendorKey>;
  /** `not-found` when it is already gone, `conflict` when `revision` is no longer the current one. */
  stop(environmentId: EnvironmentId, keyId: string, revision?: string): Promise<void>;
  /** Uses a secret, harmlessly, where keys of this environment are used. Never throws for an answer. */
  probe(environment: VendorEnvironment, secret: string): Promise<ProbeReport>;
  /** Console's clock minus ours in milliseconds, from the latest answer. */
  clockSkewMs(): number | undefined;
  /** Where the vendor's `mustDeploy` says so. */
  readonly deploys?: Deploys;
  /** Where the vendor's `protections` says so. */
  readonly protections?: Protections;
  /** How the routes stand that are not documented; only for vendors that have such. Signs in at most. */
  profile?(signal?: AbortSignal): Promise<ProfileReport>;
}
