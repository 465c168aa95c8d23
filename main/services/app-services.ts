import type { ListingSummary } from '@main/services/listing-service';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Settings, SettingsChange } from '@core/domain/settings';
import type { Instant } from '@core/domain/instant';
import type { DocumentStore } from '@main/ports';
import type { BulkService } from '@main/services/bulk-service';
import type { CopyReport } from '@main/services/clipboard-service';
import type { ConsoleService } from '@main/services/console-service';
import type { DeploymentService } from '@main/services/deployment-service';
import type { EnvironmentService } from '@main/services/environment-service';
import type { IncidentService } from '@main/services/incidents/incident-service';
import type { KeyService } from '@main/services/key-service';
import type { LeakSearch } from '@main/services/leak/leak-search';
import type { ListingService } from '@main/services/listing-service';
import type { OperationService } from '@main/services/operation-service';
import type { ProfileService } from '@main/services/profile-service';
import type { ProtectionService } from '@main/services/protection-service';
import type { SecretService } from '@main/services/secret-service';
import type { SecretVault } from '@main/services/secret-vault';
import type { SessionService } from '@main/services/session-service';
import type { StatusService } from '@main/services/status-service';

/** What the handlers reach: the services, and the few calls that touch several of them. */
export interface AppServices {
  readonly startedAt: Instant;
  readonly consoles: ConsoleService;
  readonly environments: EnvironmentService;
  readonly listings: ListingService;
  readonly keys: KeyService;
  readonly secrets: SecretService;
  readonly vault: SecretVault;
  readonly leak: LeakSearch;
  readonly incidents: IncidentService;
  readonly bulk: BulkService;
  readonly operations: OperationService;
  readonly deployments: DeploymentService;
  readonly protections: ProtectionService;
  readonly profiles: ProfileService;
  readonly session: SessionService;
  readonly status: StatusService;
  readonly settings: DocumentStore<Settings>;
  painted(state: 'loading' | 'ready'): void;
  openLink(link: string): Promise<void>;
  changeSettings(change: SettingsChange): Promise<Settings>;
  chooseCertificate(): Promise<{ fileName: string; pem: string } | null>;
  copyEndpoint(environment: EnvironmentRef): Promise<CopyReport>;
  loadKeys(environment: EnvironmentRef): Promise<ListingSummary>;
}
