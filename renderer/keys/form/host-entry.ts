import { checkHost, type HostSyntax } from '@core/domain/hosts';
import { MOST_HOSTS } from '@core/domain/key-draft';

/** What became of typed addresses. */
export interface HostEntry {
  readonly hosts: readonly string[];
  /** What could not be taken over, as typed. */
  readonly rest: string;
  /** Why not; null when all was taken. */
  readonly problem: string | null;
}

/** Takes over every address of a text (one, or a pasted list), each in the form in which duplicates are seen. */
export function enterHosts(hosts: readonly string[], typed: string, syntax: HostSyntax): HostEntry {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  const taken = [...hosts];
  const rest: string[] = [];
  let problem: string | null = null;
  for (const word of words) {
    const refused = refusal(taken, word, syntax);
    if (refused === null) taken.push(canonical(word, syntax));
    else {
      problem ??= refused;
      rest.push(word);
    }
  }
  return { hosts: taken, rest: rest.join(' '), problem };
}

/** Why an address cannot join the list; null when it can. */
export function refusal(hosts: readonly string[], typed: string, syntax: HostSyntax): string | null {
  const check = checkHost(typed, syntax);
  if (!check.ok) return check.reason;
  if (hosts.includes(check.canonical)) return `${check.canonical} is already in the list.`;
  return hosts.length >= MOST_HOSTS ? `A key may have ${MOST_HOSTS} addresses.` : null;
}

function canonical(typed: string, syntax: HostSyntax): string {
  const check = checkHost(typed, syntax);
  return check.ok ? check.canonical : typed;
}
