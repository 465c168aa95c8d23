import type { Fault } from './exchange';

/** Which requests a fault befalls. */
export interface Match {
  readonly method?: string;
  /** Looked for in path and query. */
  readonly path?: RegExp;
  /** How often; always when absent. */
  readonly times?: number;
  /** How many matching requests get through first. */
  readonly skip?: number;
}

interface Rule {
  readonly match: Match;
  readonly fault: Fault;
  seen: number;
}

/** Faults in the order they were added. The first rule that matches and is not used up decides. */
export class Rules {
  private rules: Rule[] = [];

  add(match: Match, fault: Fault): void {
    this.rules.push({ match, fault, seen: 0 });
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault for a request, which counts as seen; `null` lets it through. */
  faultFor(method: string, path: string): Fault | null {
    for (const rule of this.rules) {
      const { skip = 0, times = Infinity } = rule.match;
      if (!matches(rule.match, method, path) || rule.seen >= skip + times) continue;
      rule.seen += 1;
      if (rule.seen > skip) return rule.fault;
    }
    return null;
  }
}

function matches(match: Match, method: string, path: string): boolean {
  return (match.method ?? method) === method && (match.path === undefined || path.search(match.path) >= 0);
}
