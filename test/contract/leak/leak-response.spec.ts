import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Environment } from '@core/domain/environment';
import type { IncidentView } from '@core/domain/incident';
import { toInstant } from '@core/domain/instant';
import type { KeyDraft } from '@core/domain/key-draft';
import { vendorInfo, type VendorId } from '@core/domain/vendor';
import { secretForms } from '@core/text/redact';
import type { Assumptions } from '@main/practice/assumptions';
import { startLeakWorld, type LeakWorld } from './leak-world';

/** How long a stopped key still works, on the clock of the test. */
const WORKS_ON_MS = 8_000;

const DRAFTS: Readonly<Record<VendorId, KeyDraft>> = {
  qodly: { name: 'Leaky', type: 'standard', role: 'Admin', expiresAt: inAMonth(), allowedHosts: [] },
  mia: { name: 'leaky', active: true, secret: 'generate' },
  cloudmc: { name: 'Leaky' },
  qwilt: { name: 'Leaky', role: 'Viewer', validDays: 30 },
};

const DELAYS: readonly [VendorId, Partial<Assumptions>][] = [
  ['qodly', { revocationDelayMs: WORKS_ON_MS }],
  ['mia', { miaDeployMs: WORKS_ON_MS }],
  ['cloudmc', { cloudmcRevocationMs: WORKS_ON_MS }],
  ['qwilt', { qwiltRevocationMs: WORKS_ON_MS, qwiltActivationMs: 4_000 }],
];

function inAMonth(): string {
  return toInstant(Date.now() + 30 * 86_400_000);
}

describe.each(DELAYS)('a leaked key of %s', (vendor, assumptions) => {
  let world: LeakWorld;
  afterEach(() => world.stop());

  const environmentOf = async (): Promise<Environment> => {
    const [console] = await world.app.handlers.consoles.openPractice({});
    const all = await world.app.handlers.environments.list({ consoleId: console?.id ?? '' });
    const usable = all.find(
      ({ production, readOnly, state, endpoint }) =>
        !production && readOnly === undefined && state !== 'stopped' && endpoint !== undefined,
    );
    if (usable === undefined) throw new Error('There is no environment to try this in.');
    return usable;
  };

  /** Makes what is saved live, where that is a step of its own. */
  const deploy = async (environment: { consoleId: string; environmentId: string }): Promise<void> => {
    if (!vendorInfo(vendor).mustDeploy) return;
    const { targets } = await world.app.handlers.deployments.read({ environment });
    for (const { id } of targets) {
      await world.app.handlers.deployments.start({ environment, target: id, typed: 'DEPLOY' });
      const running = async () =>
        (await world.app.handlers.deployments.read({ environment })).pipeline?.state === 'running';
      while (await running()) await delay(20);
    }
  };

  const until = async (incidentId: string, there: (view: IncidentView) => boolean): Promise<IncidentView> => {
    for (;;) {
      const view = await world.app.handlers.incidents.read({ incidentId });
      if (there(view)) return view;
      await delay(20);
    }
  };

  it('is found, stopped, and proved dead only when it is, although it works on for a while', async () => {
    world = await startLeakWorld(vendor, assumptions);
    const { handlers } = world.app;
    const { consoleId, environmentId } = await environmentOf();
    const environment = { consoleId, environmentId };
    const issued = await handlers.keys.issue({
      operationId: randomUUID(),
      environment,
      draft: DRAFTS[vendor],
    });
    if (issued.state !== 'confirmed' || issued.handle === null) throw new Error('Not issued.');
    const { secret } = await handlers.secrets.show({ handle: issued.handle });
    await deploy(environment);

    const pasted = `12:01 WARN curl -H '${vendorInfo(vendor).use.header}: ${secret}' https://a.example failed`;
    const { searchId } = await handlers.leak.submit({ text: pasted });
    const { rows } = await handlers.leak.search({ searchId });
    const exact = rows.filter(({ verdict }) => verdict === 'exact');
    expect(exact.map((row) => [row.environment, row.keys[0]?.key.id, row.keys[0]?.provable])).toEqual([
      [environment, issued.key.id, true],
    ]);
    const key = { ...environment, keyId: issued.key.id };

    const about = { title: 'Leak', by: 'Ada', reportedAt: toInstant(Date.now()), foundAt: 'A log' };
    const { incidentId } = await handlers.incidents.open({ searchId, ...about, keys: [key] });
    await handlers.incidents.prove({ incidentId, key });
    await until(incidentId, ({ leaked }) => leaked[0]?.proof?.state === 'alive');

    const order = { operationId: randomUUID(), key };
    await handlers.incidents.stop({
      incidentId,
      mode: 'kill',
      why: 'It is public.',
      keys: [order],
      evenOwn: true,
    });
    await deploy(environment);
    const proved = await until(
      incidentId,
      ({ leaked }) => leaked[0]?.proof?.state === 'dead' && leaked[0].state === 'stopped',
    );

    const [leaked] = proved.leaked;
    expect(leaked?.proof?.deadAfterMs).toBeGreaterThan(WORKS_ON_MS / 2);
    expect(leaked?.proof?.lastAcceptedAt).not.toBeNull();
    expect(proved).toMatchObject({ proved: 1, chain: { state: 'intact' } });
    await handlers.incidents.close({ incidentId, summary: 'Done.' });
    await expectNoTrace([pasted, secret]);
  });

  /** Nothing of it is in the profile or the log, in no form. */
  const expectNoTrace = async (texts: readonly string[]): Promise<void> => {
    await world.app.quit();
    const entries = await readdir(world.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const contents = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
    );
    const kept = [...contents, JSON.stringify(world.log.lines)].join('\n');
    expect(files.map(({ name }) => name)).toContain('incidents.jsonl');
    expect(texts.flatMap(secretForms).filter((form) => kept.includes(form))).toEqual([]);
  };
});
