import { NO_HASH, type ActivityEntry } from '@core/domain/activity';
import { hashOf } from '@core/domain/activity-check';
import { toInstant } from '@core/domain/instant';
import { nodeCrypto } from '@main/node-crypto';
import { NOW } from '@test/support/builders';

type Facts = Partial<Omit<ActivityEntry, 'seq' | 'previous' | 'hash'>>;

/** The line with the hash it should have. */
export const sealed = (entry: Omit<ActivityEntry, 'hash'>): ActivityEntry => ({
  ...entry,
  hash: hashOf(entry, (text) => nodeCrypto.sha256(text)),
});

/** A log of so many lines, a minute after each other, each as `facts` wants it. */
export function activityLog(lines: number, facts: (line: number) => Facts = () => ({})): ActivityEntry[] {
  const log: ActivityEntry[] = [];
  for (let seq = 1; seq <= lines; seq += 1) {
    const previous = log.at(-1)?.hash ?? NO_HASH;
    const at = toInstant(NOW + seq * 60_000);
    log.push(sealed({ action: 'show', result: 'done', person: 'ada', at, ...facts(seq), seq, previous }));
  }
  return log;
}
