import type { ActivityCheck, ActivityFault, ActivityTail } from '@core/domain/activity-check';
import { formatCount, plural } from '@core/text/format';
import type { Tone } from '@renderer/shared/Notice';

/** What *Verify* found, in words. */
export interface CheckText {
  readonly tone: Tone;
  readonly title: string;
  /** What is wrong, one sentence each. */
  readonly faults: readonly string[];
  /** What is known of the end of the log. */
  readonly tail: string;
}

const UNKNOWN: Readonly<Record<Extract<ActivityTail, { state: 'unknown' }>['why'], string>> = {
  absent: 'the keychain holds no record of where this log ended',
  damaged: 'what the keychain holds of this log is damaged',
  locked: 'the keychain is locked',
  unavailable: 'there is no keychain',
  unresponsive: 'the keychain does not answer',
};

/** Says what a check found, and what it cannot know. */
export function checkText(check: ActivityCheck): CheckText {
  const faults = [
    ...check.faults.map(faultText),
    ...(check.faultsInAll > check.faults.length
      ? [`${formatCount(check.faultsInAll - check.faults.length)} more faults.`]
      : []),
    ...endFaults(check.tail),
    ...check.losses.map(({ line, text }) => `Line ${formatCount(line)} says: ${text}`),
  ];
  return { ...headline(check, faults.length), faults, tail: tailText(check.tail) };
}

function headline({ lines, tail }: ActivityCheck, faults: number): Pick<CheckText, 'tone' | 'title'> {
  if (faults > 0) return { tone: 'error', title: 'This log is not as it was written' };
  const all = lines === 1 ? 'The line of this log is' : `All ${formatCount(lines)} lines are`;
  if (tail.state === 'unknown')
    return {
      tone: lines === 0 ? 'info' : 'warning',
      title: lines === 0 ? 'There is no line to verify' : `${all} as written, as far as they are here`,
    };
  return { tone: 'success', title: `${all} as written` };
}

function faultText({ kind, line, count = 0 }: ActivityFault): string {
  const at = formatCount(line);
  switch (kind) {
    case 'changed':
      return `Line ${at} was changed.`;
    case 'unreadable':
      return `Line ${at} cannot be read: it is no entry of this log.`;
    case 'order':
      return `Line ${at} stands where another belongs.`;
    case 'missing':
      return `Before line ${at}, ${plural(count, 'line is', 'lines are')} missing.`;
  }
}

function endFaults(tail: ActivityTail): string[] {
  if (tail.state === 'cut') return [`At the end, ${plural(tail.missing, 'line is', 'lines are')} missing.`];
  if (tail.state === 'changed')
    return [`Line ${formatCount(tail.line)} is not the line that the keychain knows.`];
  return [];
}

function tailText(tail: ActivityTail): string {
  if (tail.state === 'unknown')
    return `Whether lines are missing at the end cannot be known: ${UNKNOWN[tail.why]}.`;
  if (tail.state !== 'kept') return '';
  const kept = `The keychain knows the log up to line ${formatCount(tail.count)}.`;
  if (tail.after === 0) return `${kept} Nothing is missing at the end.`;
  const after = plural(tail.after, 'line was', 'lines were');
  return `${kept} ${after} appended since; whether more followed cannot be known.`;
}
