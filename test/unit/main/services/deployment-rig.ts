import { AppError } from '@core/domain/app-error';
import type { ApiKey } from '@core/domain/api-key';
import type { DeploymentView } from '@core/domain/deployment';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

/** An answer that never came. */
export const offline = new AppError('offline', 'The connection broke off.', { system: 'ECONNRESET' });
/** A disk that takes nothing more. */
export const full = new AppError('storage', 'The disk is full.');

/** Keydesk at a console whose changes have to be deployed, with one key. */
export class DeploymentRig {
  private changes = 0;

  private constructor(readonly at: Desk) {}

  static async create(): Promise<DeploymentRig> {
    const rig = new DeploymentRig(await startedDesk('mia'));
    rig.at.desk.console.add(aVendorKey({ active: true }));
    await rig.read();
    return rig;
  }

  get configuration() {
    return this.at.desk.console.configuration;
  }

  read(): Promise<DeploymentView> {
    return this.at.deployments.read(STAGING);
  }

  start(target = 'development', typed?: string): Promise<DeploymentView> {
    return this.at.deployments.start(STAGING, target, typed);
  }

  /** Every place with its state. */
  async targets(): Promise<string[]> {
    return (await this.read()).targets.map(({ id, state }) => `${id}: ${state}`);
  }

  /** Saves a change. */
  rename(name: string) {
    const operationId = `00000000-0000-4000-8000-${String((this.changes += 1)).padStart(12, '0')}`;
    return this.at.desk.clock.until(
      this.at.keys.edit({ operationId, key: keyAt('key-1'), label: 'Accounting', changes: { name } }),
    );
  }

  /** What the list says of every key. */
  async deployed(): Promise<ApiKey['deployed'][]> {
    const { listing } = await this.at.listings.load(STAGING);
    return (JSON.parse(this.at.listings.page(listing, 0)) as ApiKey[]).map((key) => key.deployed);
  }

  /** Deploys and lets the pipeline come to its end. */
  async deploy(
    end: 'succeeded' | 'failed' | 'cancelled' = 'succeeded',
    target = 'development',
  ): Promise<DeploymentView> {
    this.configuration.ends.push(end);
    const view = await this.start(target, 'DEPLOY');
    await this.at.desk.clock.pass(10_000);
    return view;
  }
}
