import type { DeployTarget, PipelineState } from '@core/domain/deployment';
import type { EnvironmentId } from '@core/domain/environment';
import type { Deploys } from '@main/adapters/adapter';
import type { MiaClient } from './client';
import type { Configurations } from './configurations';

/** The console's words, one of them as it misspells it. */
const STATES: ReadonlyMap<string, PipelineState> = new Map([
  ['success', 'succeeded'],
  ['succededWithIssues', 'succeeded'],
  ['succeededWithIssues', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['abandoned', 'cancelled'],
  ['skipped', 'cancelled'],
  ['running', 'running'],
  ['pending', 'running'],
  ['created', 'running'],
  ['preparing', 'running'],
  ['scheduled', 'running'],
  ['waiting_for_resource', 'running'],
]);

/** Makes live what is saved. */
export class MiaDeploys implements Deploys {
  constructor(
    private readonly client: MiaClient,
    private readonly configurations: Configurations,
  ) {}

  /** The project's runtime environments; one with a configuration of its own is deployed to itself only. */
  async targets(environmentId: EnvironmentId): Promise<DeployTarget[]> {
    const { project, kind, ref } = this.configurations.place(environmentId, 'not-found');
    const { environments = [] } = await this.client.project(project);
    return environments
      .filter(({ envId }) => kind !== 'environments' || envId === ref)
      .map(({ envId, label = envId, isProduction = false }) => ({
        id: envId,
        label,
        production: isProduction,
      }));
  }

  async save(environmentId: EnvironmentId): Promise<string> {
    return (await this.configurations.read(environmentId, 'not-found')).save;
  }

  start(environmentId: EnvironmentId, target: string): Promise<string> {
    const { project, kind, ref } = this.configurations.place(environmentId, 'not-found');
    // A version may have the name of a revision, which only the second of the two documented bodies can tell.
    const how =
      kind === 'versions'
        ? { refType: 'version' }
        : { deployType: 'smart_deploy', forceDeployWhenNoSemver: false };
    return this.client.deploy(project, { environment: target, revision: ref, ...how });
  }

  async follow(environmentId: EnvironmentId, target: string, pipeline: string): Promise<PipelineState> {
    const { project } = this.configurations.place(environmentId, 'not-found');
    return STATES.get(await this.client.pipeline(project, target, pipeline)) ?? 'unclear';
  }
}
