/**
 * Everything the practice console does that no vendor documents. Each is an inference with a switch, so that
 * a test can ask "and if the real console did the opposite?". Adapters must not rely on any of them.
 *
 * Without a switch, because Keydesk depends on none of it: how records look, the privileges that `$info` names,
 * how an update that makes no sense is refused, and that a stopped environment answers before the key is looked at.
 */
export interface Assumptions extends CloudmcAssumptions {
  /**
   * Qodly publishes no management API at all: the whole management surface is Keydesk's open contract.
   * Off, only the data plane answers, as a Qodly console without management URL would.
   */
  readonly qodlyManagement: boolean;
  /** Qodly documents no answer for a host that is not allowed: status of the refusal. */
  readonly hostRefusedStatus: number;
  /** Its `error` text; the documented text of a refused but valid key. */
  readonly hostRefusedText: string;
  /** Qodly speaks of "IP addresses" only: whether ranges such as 10.0.0.0/8 are taken too. */
  readonly cidrHosts: boolean;
  /** A published picture shows one address twice, so duplicates are kept. Off, they are refused. */
  readonly duplicateHosts: boolean;
  /** How many allowed hosts one key may have. */
  readonly maximumHosts: number;
  /** How long a deleted key still works, in milliseconds; nothing is documented. */
  readonly revocationDelayMs: number;
  /** Whether a key keeps its secret when it is edited. */
  readonly editKeepsSecret: boolean;
  /** The first generation speaks of a "read-only API key". On, its keys never write, whatever their profile. */
  readonly firstGenerationReadOnly: boolean;
  /** What an expiry may exceed the maximum validity by, so that two clocks need not agree, in milliseconds. */
  readonly validityGraceMs: number;
  /** How long an idempotent answer is kept, in milliseconds. Only successful answers are kept. */
  readonly replayRetentionMs: number;
  /** Wrong passwords in a row before sign-in pauses. */
  readonly signInAttempts: number;
  /** How long it pauses, in milliseconds. */
  readonly signInPauseMs: number;

  /** How long a new key of Qwilt is still refused, in milliseconds; up to five minutes are documented. */
  readonly qwiltActivationMs: number;
  /** How long a revoked key of Qwilt still works, in milliseconds; nothing is documented. */
  readonly qwiltRevocationMs: number;
  /** Method and path of Qwilt's list of keys: that it exists is documented, its route is not. */
  readonly qwiltListRoute: string;
  /** See `qwiltListRoute`: one key. */
  readonly qwiltGetRoute: string;
  /** See `qwiltListRoute`: for revoking, only the button is documented. */
  readonly qwiltRevokeRoute: string;
  /** How Qwilt's list comes: a bare array, or `{ "apiKeys": […] }`. */
  readonly qwiltListEnvelope: 'array' | 'apiKeys';
  /** Whether Qwilt still lists revoked keys, marked with `revoked` and `revokedAt`. Expired ones stay anyway. */
  readonly qwiltRevokedStayListed: boolean;
  /** Qwilt documents the permission `MediaEditor` on the wire; the other one by symmetry. */
  readonly qwiltViewerPermission: string;
  /** Status of Qwilt's answer to a creation; any 2xx is taken by the vendor's own client. */
  readonly qwiltCreatedStatus: number;
  /** Status of Qwilt's answer to a revocation. */
  readonly qwiltRevokedStatus: number;
  /** Whether a session token of Qwilt names its organization; the published sample says `*`. */
  readonly qwiltSessionNamesOrganization: boolean;
  /** Whether a key of Qwilt names its own identifier and organization. */
  readonly qwiltTokenNamesKey: boolean;
}

/** What the CloudMC dialect assumes; its pages name neither the routes nor the fields of API keys. */
export interface CloudmcAssumptions {
  /** Where API keys are, below `/api/v2`; `{userId}` stands for the caller's own identifier. */
  readonly cloudmcKeyPath: string;
  /** What the console publishes about its API: with the routes for keys, without them, or nothing at all. */
  readonly cloudmcDescription: 'with-keys' | 'without-keys' | 'none';
  /** Whether the paths of that description begin with `/api/v2`, or are below a server that ends with it. */
  readonly cloudmcWholePaths: boolean;
  /** The field of a key with the address of its last use. */
  readonly cloudmcLastIpField: string;
  /** The field of a key with the time of its last use. */
  readonly cloudmcLastActivityField: string;
  /** The field of a new key that holds its secret. */
  readonly cloudmcSecretField: string;
  /** Keys belong to an organization. Off, the same keys are listed in every one. */
  readonly cloudmcKeysPerOrganization: boolean;
  /** How long a revoked key still works, in milliseconds; “immediately” is documented. */
  readonly cloudmcRevocationMs: number;
  /** How many characters a key's name may have. */
  readonly cloudmcNameLimit: number;
  /** Whether a key is created by a task, whose result has to be asked for. */
  readonly cloudmcCreateByTask: boolean;
  /** How long a task takes, in milliseconds. */
  readonly cloudmcTaskMs: number;
  /** The documents show a task in two forms: its fields as they are, or in `data` under other names. */
  readonly cloudmcTaskShape: 'flat' | 'data';
  /** The two words for a task that failed. */
  readonly cloudmcTaskFailure: 'FAILED' | 'FAILURE';
  /** Lets every task fail. */
  readonly cloudmcTaskFails: boolean;
  /** How a deletion is confirmed: with nothing, or with an empty record. */
  readonly cloudmcDeleteStatus: 204 | 200;
  /** The documents show `code`, clients read `errorCode`. */
  readonly cloudmcErrorSpelling: 'both' | 'code' | 'errorCode';
  /** A disabled user cannot make calls; the status of the refusal is not documented. */
  readonly cloudmcDisabledStatus: 401 | 403;

  /*
   * Mia-Platform. Without a switch, because Keydesk depends on none of it: what a version says besides its name,
   * the texts of refusals, that unknown addresses and names are 404, that callers of an endpoint are never signed
   * in, that an expression which cannot be read lets nobody in, and that deployments may overlap.
   */
  /** Nothing says how a save is refused whose `previousSave` is not the last one: its status. */
  readonly miaStaleSaveStatus: number;
  /** Status for a save that the published schema does not allow. */
  readonly miaInvalidSaveStatus: number;
  /** Status for a save to a version, which is a snapshot. */
  readonly miaSnapshotSaveStatus: number;
  /** Status for asking by revision where configurations are managed by environment, or the other way round. */
  readonly miaOtherManagementStatus: number;
  /** The vendor's clients read the feature toggle in two shapes: by its identifier, or as `toggle`. */
  readonly miaToggleAnswer: 'by-id' | 'toggle';
  /** Whether `permissions` of the user information names what the caller may do, or is empty. */
  readonly miaPermissionsListed: boolean;
  /** Items on a page, unless fewer are asked for. */
  readonly miaPageSize: number;
  /** How far ahead a signed assertion may expire, in milliseconds. */
  readonly miaAssertionLifetimeMs: number;
  /** How long a deployment takes, in milliseconds; it is pending for the first third. */
  readonly miaDeployMs: number;
  /** How every deployment ends. */
  readonly miaDeployEnd: 'success' | 'failed' | 'canceled' | 'abandoned' | 'skipped' | 'succededWithIssues';
  /** Whether a deployment fails when the environment lacks a variable that the configuration names as `{{NAME}}`. */
  readonly miaMissingVariableFails: boolean;
  /** The vendor's clients read a pipeline's identifier as a number or as a text. */
  readonly miaNumericPipelineIds: boolean;
  /** Status for a key that is unknown or not active: documented for one of the two gateways. */
  readonly miaUnknownKeyStatus: number;
  /** Status where a key is required and none was sent: 404 is likely with the other gateway. */
  readonly miaMissingKeyStatus: number;
}

/** What the practice console assumes unless told otherwise. */
export const ASSUMPTIONS: Assumptions = {
  qodlyManagement: true,
  hostRefusedStatus: 403,
  hostRefusedText: '403 - Forbidden',
  cidrHosts: false,
  duplicateHosts: true,
  maximumHosts: 50,
  revocationDelayMs: 0,
  editKeepsSecret: true,
  firstGenerationReadOnly: false,
  validityGraceMs: 5 * 60_000,
  replayRetentionMs: 48 * 3_600_000,
  signInAttempts: 5,
  signInPauseMs: 30_000,

  qwiltActivationMs: 10_000,
  qwiltRevocationMs: 0,
  qwiltListRoute: 'GET /api/1/api-keys',
  qwiltGetRoute: 'GET /api/1/api-keys/{keyId}',
  qwiltRevokeRoute: 'DELETE /api/1/api-keys/{keyId}',
  qwiltListEnvelope: 'array',
  qwiltRevokedStayListed: true,
  qwiltViewerPermission: 'MediaViewer',
  qwiltCreatedStatus: 201,
  qwiltRevokedStatus: 204,
  qwiltSessionNamesOrganization: true,
  qwiltTokenNamesKey: true,

  cloudmcKeyPath: '/api_keys',
  cloudmcDescription: 'with-keys',
  cloudmcWholePaths: false,
  cloudmcLastIpField: 'lastIp',
  cloudmcLastActivityField: 'lastActivity',
  cloudmcSecretField: 'apiKey',
  cloudmcKeysPerOrganization: true,
  cloudmcRevocationMs: 0,
  cloudmcNameLimit: 200,
  cloudmcCreateByTask: false,
  cloudmcTaskMs: 1000,
  cloudmcTaskShape: 'flat',
  cloudmcTaskFailure: 'FAILED',
  cloudmcTaskFails: false,
  cloudmcDeleteStatus: 204,
  cloudmcErrorSpelling: 'both',
  cloudmcDisabledStatus: 403,

  miaStaleSaveStatus: 409,
  miaInvalidSaveStatus: 400,
  miaSnapshotSaveStatus: 400,
  miaOtherManagementStatus: 404,
  miaToggleAnswer: 'by-id',
  miaPermissionsListed: true,
  miaPageSize: 200,
  miaAssertionLifetimeMs: 3_600_000,
  miaDeployMs: 3000,
  miaDeployEnd: 'success',
  miaMissingVariableFails: true,
  miaNumericPipelineIds: true,
  miaUnknownKeyStatus: 403,
  miaMissingKeyStatus: 403,
};
