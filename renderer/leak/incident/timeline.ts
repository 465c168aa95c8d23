import type { Instant } from '@core/domain/instant';
import type { IncidentView } from '@core/domain/incident';
import { elapsedText } from '@renderer/leak/elapsed';

/** One station of a response. */
export interface Station {
  readonly label: string;
  readonly at: Instant | undefined;
  /** How long after the report; absent where it was not reached, and for the report itself. */
  readonly after: string | undefined;
  /** The next one to be reached. */
  readonly current: boolean;
}

const LABELS = [
  ['Reported', 'reportedAt'],
  ['Identified', 'identifiedAt'],
  ['Decided', 'decidedAt'],
  ['Stopped', 'stoppedAt'],
  ['Proved dead', 'provedAt'],
] as const;

/** The stations of an incident in their order. */
export function stations({ times, state }: Pick<IncidentView, 'times' | 'state'>): Station[] {
  const next = LABELS.find(([, name]) => times[name] === undefined)?.[1];
  return LABELS.map(([label, name]) => {
    const at = times[name];
    const measured = at !== undefined && name !== 'reportedAt';
    return {
      label,
      at,
      after: measured ? elapsedText(Date.parse(at) - Date.parse(times.reportedAt)) : undefined,
      current: state === 'open' && name === next,
    };
  });
}

/** The times of a response that ended in proof, in one sentence; null before. */
export function timesSentence({ times }: Pick<IncidentView, 'times'>): string | null {
  if (times.provedAt === undefined) return null;
  const since = (at: Instant): string => elapsedText(Date.parse(at) - Date.parse(times.reportedAt));
  const steps = [
    ['identified', times.identifiedAt],
    ['decided', times.decidedAt],
    ['stopped', times.stoppedAt],
    ['proved dead', times.provedAt],
  ] as const;
  const said = steps.flatMap(([word, at]) => (at === undefined ? [] : [`${word} after ${since(at)}`]));
  return `From the report to the proof it took ${since(times.provedAt)}: ${said.join(', ')}.`;
}
