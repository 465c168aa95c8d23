import type { DeploymentView } from '@core/domain/deployment';
import type { EnvironmentRef } from '@core/domain/environment';
import type { AppPorts } from '@main/app';
import { createActivity, createJournal, recordDeployment } from '@main/app-activity';
import type { Places } from '@main/app-places';
import type { AppStores } from '@main/app-stores';
import { nodeCrypto as crypto } from '@main/node-crypto';
import type { Settle } from '@main/services/attempt';
import { DeploymentService } from '@main/services/deployment-service';
import { settleWith } from '@main/services/findings';
import { FingerprintService } from '@main/services/fingerprint-service';
import { ListingService, type ListingProgress } from '@main/services/listing-service';
import { OperationService } from '@main/services/operation-service';
import { SecretVault } from '@main/services/secret-vault';

/**
 * What every change of keys goes through: listings, the journal, deployments, the vault, and the log of it all.
 * @param deployed told of every step of a deployment, besides the window and the log
 */
export function createOperations(
  outside: AppPorts,
  stores: AppStores,
  places: Places,
  deployed: (environment: EnvironmentRef, view: DeploymentView) => void,
) {
  const { environments, records } = places;
  const { clock, log, emit, keychain } = outside;
  const listings = createListings(outside, places);
  const activity = createActivity(outside, stores, { ...places, listings });
  const fingerprints = new FingerprintService({ keychain, entries: stores.fingerprints, crypto, clock, log });
  const vault = new SecretVault(
    crypto,
    clock,
    log.redact,
    // A disk that fails now only means that the key is told of once more.
    (key) => void operations.handovers.taken(key).catch(() => undefined),
  );
  const journal = createJournal(outside, stores, activity);
  const findDeployed: Settle = (operation) => deployments.find(operation);
  const operations = new OperationService(journal, clock, settleWith(environments, journal, findDeployed));
  const changed = (environment: EnvironmentRef, view: DeploymentView): void => {
    emit('deploymentChanged', { environment, view });
    recordDeployment(activity, environment, view);
    deployed(environment, view);
  };
  const deployments = new DeploymentService({
    environments,
    records,
    operations,
    clock,
    crypto,
    log,
    changed,
  });
  return { environments, operations, journal, deployments, vault, fingerprints, activity, listings };
}

/** What `createOperations` made. */
export type Operations = ReturnType<typeof createOperations>;

function createListings(
  { clock, emit }: AppPorts,
  { environments, records: deployments, lastKnown }: Places,
): ListingService {
  const progress: ListingProgress = (environment, loaded, total) =>
    emit('keysProgress', { environment, loaded, total });
  return new ListingService({ environments, deployments, clock, crypto, progress, lastKnown });
}
