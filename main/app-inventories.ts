import type { AppPorts } from '@main/app';
import type { AppStores } from '@main/app-stores';
import { nodeSigning } from '@main/node-signing';
import { SigningService } from '@main/services/signing/signing-service';
import { TrustBook } from '@main/services/signing/trust-book';

/** Who signs files here, and whose signatures count. */
export function createSigning(
  { keychain, clock }: Pick<AppPorts, 'keychain' | 'clock'>,
  stores: Pick<AppStores, 'trusted'>,
) {
  const trust = new TrustBook(stores.trusted, nodeSigning, clock);
  return { trust, signing: new SigningService({ keychain, signing: nodeSigning, trust }) };
}
