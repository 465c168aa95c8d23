import type { BulkAct } from '@core/domain/bulk';
import { confirmationWord } from '@core/domain/confirmation';
import type { KeyTraits } from '@core/domain/vendor';
import type { ApiKey } from '@core/domain/api-key';

type Stops = Pick<KeyTraits, 'stop'>;

/** How an act is called and what its keys are afterwards: the vendors' words where all agree. */
export function actWords(act: BulkAct, traits: readonly Stops[]): { verb: string; past: string } {
  if (act.kind !== 'stop') return ACTS[act.kind];
  const verb = common(traits.map(({ stop }) => stop.verb)) ?? 'Stop';
  const past = common(traits.map(({ stop }) => stop.past)) ?? 'stopped';
  return { verb, past };
}

const ACTS = {
  disable: { verb: 'Disable', past: 'disabled' },
  enable: { verb: 'Enable', past: 'enabled' },
  extend: { verb: 'Extend', past: 'extended' },
} as const;

function common(words: readonly string[]): string | undefined {
  const [first, ...others] = new Set(words);
  return others.length === 0 ? first : undefined;
}

/** What decides the word for a whole selection. */
export interface BulkScope {
  readonly act: BulkAct;
  readonly keys: readonly Pick<ApiKey, 'type'>[];
  /** The traits at every place of the selection. */
  readonly traits: readonly Stops[];
  readonly environments: number;
  readonly production: boolean;
}

/**
 * The word an operator types before a run; null when one confirmation is enough. It grows with the selection: with
 * the number of keys, and with the number of environments where there are several.
 */
export function bulkWord({ act, keys, traits, environments, production }: BulkScope): string | null {
  const word = confirmationWord({ keys, production, stop: actWords(act, traits) });
  return word === null || environments < 2 ? word : `${word} IN ${environments} ENVIRONMENTS`;
}
