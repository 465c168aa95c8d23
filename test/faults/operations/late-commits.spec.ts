import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { daysFromNow } from '@test/support/builders';
import { startedDesk, STAGING } from '@test/support/key-desk';
import { minimised, report } from '../recipe';
import { rounds, seededRandom } from '../storage/seeded-random';

const SEED = Number(process.env['KEYDESK_SEED'] ?? 20_261_121);
const COMMITS = rounds(200, 60);
const GATEWAY_TIMEOUT = new AppError('server', 'Gateway timeout.', { status: 504 });

/** Lets so many creates be committed long after their answer, and finds every one of them told of. */
async function commitLate(vendor: 'qodly' | 'qwilt', commits: number): Promise<void> {
  const random = seededRandom(SEED);
  const { desk, ...first } = await startedDesk(vendor);
  const startedAt = new Date(desk.clock.now()).toISOString();
  let services = first;
  const common = { name: 'late', role: vendor === 'qodly' ? 'Reader' : 'Editor' };
  const own =
    vendor === 'qodly'
      ? { type: 'standard' as const, expiresAt: daysFromNow(90), allowedHosts: [] }
      : { validDays: 30 };
  const reported = new Set<string>();
  const sent: string[] = [];
  for (let index = 0; index < commits; index += 1) {
    const operationId = randomUUID();
    sent.push(operationId);
    desk.console.fail('issue', { when: 'late', error: GATEWAY_TIMEOUT });
    const draft = { ...common, ...own, name: `late ${index}` };
    const work = services.keys.issue({ operationId, environment: STAGING, draft });
    // It commits 1 to 60 seconds after the answer, while Keydesk looks, or long after it has stopped looking.
    desk.clock.after(1_000 + random() * 59_000, () => desk.console.arrive());
    // While Keydesk still looks, the form itself tells.
    if ((await desk.clock.until(work)).state === 'confirmed') reported.add(operationId);
    await desk.clock.pass(61_000);
    if (random() < 0.3) services = desk.start();
    await services.journal.open();
    await desk.clock.until(services.operations.settleConsole('acme'));
    const news = services.operations.list(startedAt);
    if (news.some(({ id, state }) => id === operationId && state === 'confirmed')) reported.add(operationId);
  }
  expect(desk.console.created).toHaveLength(commits);
  expect(sent.filter((id) => !reported.has(id))).toEqual([]);
}

it.each(['qodly', 'qwilt'] as const)(
  `C3 late commits at %s: ${COMMITS} of them are reported (KEYDESK_SEED=${SEED})`,
  async (vendor) => {
    const since = performance.now();
    await minimised(COMMITS, (few) => commitLate(vendor, few));
    const did = `${COMMITS} late commits (${vendor}), seed ${SEED}`;
    report({ recipe: 'C3 late commit', did, held: `${COMMITS} reported, 0 silent`, since });
  },
);
