import type { KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { UsageChoice } from '@core/contract/messages';
import type { DownloadFormat } from '@core/domain/download';
import type { EnvironmentRef } from '@core/domain/environment';
import type { ProbeReport } from '@core/domain/probe';
import type { Settings } from '@core/domain/settings';
import { downloadText, downloadName } from '@core/text/download';
import { usageSnippet } from '@core/text/usage';
import type { Dialogs, DocumentStore, SecretFiles } from '@main/ports';
import type { ClipboardService, CopyReport } from '@main/services/clipboard-service';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import type { FingerprintService } from '@main/services/fingerprint-service';
import type { SecretVault } from '@main/services/secret-vault';

/** What the service stands on. */
export interface SecretServiceParts {
  readonly environments: EnvironmentService;
  readonly vault: SecretVault;
  readonly fingerprints: FingerprintService;
  readonly clipboard: ClipboardService;
  readonly settings: DocumentStore<Settings>;
  readonly dialogs: Dialogs;
  readonly files: SecretFiles;
  /** From now on this text never appears in a log. */
  readonly sensitive: (secret: string) => void;
}

/** A secret on its way to the screen, and for how long. */
export interface ShownSecret {
  readonly secret: string;
  readonly hideAfterSeconds: number;
}

/** Shows, copies, saves and verifies secrets; only `show` lets one leave main. */
export class SecretService {
  constructor(private readonly parts: SecretServiceParts) {}

  /** The secret of a listed key for the screen. */
  async show(key: KeyRef): Promise<ShownSecret> {
    this.parts.vault.countReveal();
    return this.shown(await this.reveal(key));
  }

  /** Copies the secret of a listed key without showing it. */
  async copy(key: KeyRef): Promise<CopyReport> {
    return this.toClipboard(await this.reveal(key));
  }

  /** Uses a listed key once, where it is meant to be used; as the operator pasted it, where they did. */
  async verify(key: KeyRef, pasted?: string): Promise<ProbeReport> {
    if (pasted !== undefined) this.parts.sensitive(pasted);
    const secret = pasted?.trim() ?? (await this.reveal(key));
    const place = await (pasted === undefined ? this.placeForOurs(key) : this.parts.environments.place(key));
    const report = await this.probe(place, secret);
    if (place.vendor.activationMs === 0 || report.reason !== 'not-valid') return report;
    const listed = await place.adapter.key(key.environmentId, key.keyId).catch(unlessOurs);
    return unlessEarly(report, listed?.activatesAt);
  }

  /** Copies a snippet that uses a listed key. */
  async copyUsage(key: KeyRef, choice: UsageChoice): Promise<CopyReport> {
    return this.copySnippet(key, choice, () => this.reveal(key));
  }

  /** The secret of a handle for the screen. */
  async showHeld(handle: string): Promise<ShownSecret> {
    const { secret } = this.parts.vault.get(handle);
    this.parts.vault.countReveal();
    return this.shown(secret);
  }

  /** Copies a held secret. */
  async copyHeld(handle: string): Promise<CopyReport> {
    const report = await this.toClipboard(this.parts.vault.get(handle).secret);
    this.parts.vault.noteTaken(handle);
    return report;
  }

  /** Uses a held secret once. */
  async verifyHeld(handle: string): Promise<ProbeReport> {
    const { secret, environment, activatesAt } = this.parts.vault.get(handle);
    return unlessEarly(await this.probe(await this.placeForOurs(environment), secret), activatesAt);
  }

  /** Copies a snippet that uses a held secret. */
  async copyHeldUsage(handle: string, choice: UsageChoice): Promise<CopyReport> {
    const { secret, environment } = this.parts.vault.get(handle);
    const report = await this.copySnippet(environment, choice, () => Promise.resolve(secret));
    if (choice.withSecret) this.parts.vault.noteTaken(handle);
    return report;
  }

  /** Saves a held secret where the operator chooses; null when they cancel. The vault keeps it whatever happens. */
  async download(handle: string, format: DownloadFormat): Promise<{ path: string } | null> {
    const { secret, environment, label, keyId } = this.parts.vault.get(handle);
    const place = await this.parts.environments.place(environment);
    const choice = await this.parts.dialogs.saveFile(downloadName(label, keyId, format));
    if (choice === null) return null;
    const text = downloadText(format, {
      secret,
      label,
      environment: place.environment.name,
      endpoint: place.environment.endpoint ?? '',
      use: place.vendor.use,
    });
    await this.parts.files.save(choice.path, text, choice.overwrite);
    this.parts.vault.noteTaken(handle);
    return { path: choice.path };
  }

  private async reveal(key: KeyRef): Promise<string> {
    const { adapter } = await this.parts.environments.place(key);
    const secret = await adapter.reveal(key.environmentId, key.keyId);
    this.parts.sensitive(secret);
    void this.parts.fingerprints.remember(secret, key);
    return secret;
  }

  private async copySnippet(
    environment: EnvironmentRef,
    { snippet, way, withSecret }: UsageChoice,
    secretOf: () => Promise<string>,
  ): Promise<CopyReport> {
    const { vendor, environment: place } = await this.parts.environments.place(environment);
    const secret = withSecret ? await secretOf() : null;
    const text = usageSnippet(snippet, way, { use: vendor.use, endpoint: place.endpoint ?? '', secret });
    return secret === null ? this.parts.clipboard.copyText(text) : this.toClipboard(text);
  }

  private async shown(secret: string): Promise<ShownSecret> {
    const { hideAfterSeconds } = await this.parts.settings.read();
    this.parts.vault.mustBeOpen();
    return { secret, hideAfterSeconds };
  }

  private async toClipboard(secret: string): Promise<CopyReport> {
    const { clearClipboardSeconds } = await this.parts.settings.read();
    this.parts.vault.mustBeOpen();
    return this.parts.clipboard.copySecret(secret, clearClipboardSeconds);
  }

  /** SECURITY: where the window says at which address secrets are tried, trying one is as good as seeing it. */
  private async placeForOurs(environment: EnvironmentRef): Promise<Place> {
    const place = await this.parts.environments.place(environment);
    if (place.vendor.endpointByOperator) this.parts.vault.countReveal();
    return place;
  }

  private probe({ adapter, raw, environment: { endpoint } }: Place, secret: string): Promise<ProbeReport> {
    return adapter.probe({ ...raw, ...(endpoint !== undefined && { endpoint }) }, secret);
  }
}

/** A refusal of a key that may not have arrived everywhere says nothing yet. */
function unlessEarly(report: ProbeReport, activatesAt: string | undefined): ProbeReport {
  const early = activatesAt !== undefined && report.at < activatesAt && report.reason === 'not-valid';
  return early ? { ...report, verdict: 'inconclusive', reason: 'not-active-yet' } : report;
}

/** What the gateway said stands, whether or not the console can be asked about the key. */
function unlessOurs(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
