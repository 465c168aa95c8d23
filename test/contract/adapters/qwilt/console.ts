import type { ConsoleAdapter, DecidedDraft } from '@main/adapters/adapter';
import type { ConsoleConnection } from '@main/adapters/connection';
import { adapterRegistry } from '@main/adapters/registry';
import { openHttp } from '@main/http/console-http';
import type { PracticeOptions } from '@main/practice/options';
import { aConnection } from '@test/support/connection';
import { startPracticeForTest } from '@test/support/practice';

/** A draft that Qwilt takes. */
export const aDraft = (more: Partial<DecidedDraft> = {}): DecidedDraft => ({
  name: 'Contract test',
  role: 'Editor',
  validDays: 30,
  ...more,
});

/** The organization of the first sign-in. */
export const MEDIA = 'harbour-media';
export const LABS = 'harbour-labs';

type Given = Partial<ConsoleConnection>;
type SignIn = 'administrator' | 'keyless' | 'editor';

/** A practice console for Qwilt, with adapters that talk to it. */
export async function startQwilt(options: Partial<PracticeOptions> = {}) {
  const practice = await startPracticeForTest({
    ...options,
    assumptions: { qwiltActivationMs: 0, ...options.assumptions },
  });
  const offer = practice.console.consoles['qwilt'];
  if (!offer) throw new Error('The practice console has no Qwilt.');
  const { baseUrl, origins, logins, own } = offer;
  const [administrator, keyless, editor] = logins;
  const signIns = { administrator, keyless, editor };
  return {
    origins: { login: '', users: '', data: '', ...origins },
    own,
    /** The fields of a sign-in. */
    fields: (as: SignIn): Readonly<Record<string, string>> => signIns[as]?.fields ?? {},
    /** An adapter signed in with certain fields. */
    connect(
      method: string,
      credentials: Readonly<Record<string, string>>,
      given: Given = {},
    ): ConsoleAdapter {
      const connection = {
        baseUrl,
        method,
        credentials,
        ...given,
        origins: { ...origins, ...given.origins },
      };
      return adapterRegistry(openHttp).qwilt(aConnection(connection));
    },
    as(who: SignIn, given: Given = {}): ConsoleAdapter {
      const login = signIns[who];
      return this.connect(login?.method ?? '', login?.fields ?? {}, given);
    },
    stop: () => practice.stop(),
  };
}

export type QwiltConsole = Awaited<ReturnType<typeof startQwilt>>;
