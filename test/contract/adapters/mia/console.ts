import { randomBytes } from 'node:crypto';
import type { ConsoleAdapter, DecidedDraft, VendorEnvironment } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import { aConnection } from '@test/support/connection';
import {
  MAIN,
  signInWith,
  startMia,
  type MiaForTest,
  type WireConfiguration,
  type WireSecret,
} from '../../practice/mia/mia-console';

/** A practice console with Mia-Platform's adapter in front of it. */
export interface MiaDesk extends MiaForTest {
  /** Signed in with this role, or in another way; what differs is given. */
  connect(role?: string, more?: Partial<ConsoleConnection>): ConsoleAdapter;
  /** An environment as the adapter tells it. */
  place(environmentId: string): Promise<VendorEnvironment>;
  /** Signs in, with nothing of the adapter. */
  token(): Promise<{ access_token: string }>;
  /** The keys on the wire. */
  secrets(): Promise<WireSecret[]>;
  /** Makes live what is saved; pipelines must take no time. */
  deploy(environmentId: string, target?: string): Promise<void>;
}

/** A draft that the vendor takes; its value is random unless one is given. */
export const aDraft = (more: Partial<DecidedDraft> = {}): DecidedDraft => ({
  name: 'contract_test',
  secret: randomBytes(24).toString('base64url'),
  active: true,
  description: 'Made by a test',
  ...more,
});

/** Starts a practice console whose pipelines take no time unless told otherwise. */
export async function startMiaDesk(options: Parameters<typeof startMia>[0] = {}): Promise<MiaDesk> {
  const mia = await startMia({ ...options, assumptions: { miaDeployMs: 0, ...options.assumptions } });
  const { baseUrl, endpoints } = mia.offer;
  const connect: MiaDesk['connect'] = (role = 'company-owner', more = {}) => {
    const credentials = mia.login(role);
    const method = 'privateKey' in credentials ? 'private-key' : 'client-secret';
    return adapterRegistry(openHttp).mia(aConnection({ baseUrl, method, credentials, endpoints, ...more }));
  };
  const direct = connect();
  return {
    ...mia,
    connect,
    token: async () => {
      const { clientId = '', clientSecret = '' } = mia.login('company-owner');
      return (await signInWith(mia.offer, clientId, clientSecret)).body;
    },
    secrets: async () => (await mia.call<WireConfiguration>('GET', MAIN)).body.secrets,
    place: async (id) => {
      const found = (await direct.environments()).find(({ environmentId }) => environmentId === id);
      if (found === undefined) throw new Error(`There is no environment "${id}".`);
      return found;
    },
    deploy: async (environmentId, target = 'DEV') => {
      const pipeline = await direct.deploys?.start(environmentId, target);
      const state = await direct.deploys?.follow(environmentId, target, pipeline ?? '');
      if (state !== 'succeeded') throw new Error(`The pipeline is ${state ?? 'missing'}.`);
    },
  };
}
