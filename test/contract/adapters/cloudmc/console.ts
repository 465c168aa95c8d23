import type { ConsoleAdapter, DecidedDraft } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import type { PracticeOptions } from '@main/practice/options';
import { aConnection } from '@test/support/connection';
import { startPracticeForTest } from '@test/support/practice';

/** A draft that CloudMC takes. */
export const aDraft = (more: Partial<DecidedDraft> = {}): DecidedDraft => ({
  name: 'Contract test',
  ...more,
});

/** Organizations of the practice console. */
export const HARBOUR = '1e0a4a0c-52c4-4a3f-9a57-6b0d3c1f2a01';
export const FJORD = '2f1b5b1d-63d5-4b40-8b68-7c1e4d203b02';
export const BEACON = '412d7d3f-85f7-4d62-8d8a-9e306f425d04';

type Given = Partial<ConsoleConnection>;
/** Whose printed key is signed in with. */
export type Who = 'administrator' | 'ordinary' | 'disabled';

/** A practice console for CloudMC, with adapters that talk to it. */
export async function startCloudmc(
  assumptions: PracticeOptions['assumptions'] = {},
  options: Partial<PracticeOptions> = {},
) {
  const practice = await startPracticeForTest({ ...options, assumptions });
  const offer = practice.console.consoles['cloudmc'];
  if (!offer) throw new Error('The practice console has no CloudMC.');
  const { baseUrl, logins, own } = offer;
  const [administrator, ordinary, disabled] = logins;
  const signIns = { administrator, ordinary, disabled };
  return {
    baseUrl,
    own,
    /** A printed key. */
    apiKey: (who: Who): string => signIns[who]?.fields['apiKey'] ?? '',
    /** An adapter signed in with a key. */
    connect(apiKey: string, given: Given = {}): ConsoleAdapter {
      const connection = { baseUrl, method: 'api-key', credentials: { apiKey }, ...given };
      return adapterRegistry(openHttp).cloudmc(aConnection(connection));
    },
    as(who: Who, given: Given = {}): ConsoleAdapter {
      return this.connect(this.apiKey(who), given);
    },
    stop: () => practice.stop(),
  };
}

export type CloudmcConsole = Awaited<ReturnType<typeof startCloudmc>>;
