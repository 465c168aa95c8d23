import type { Fault } from '@test/support/fault-proxy/exchange';
import { faults } from '@test/support/fault-proxy/faults';
import { seededRandom } from '../storage/seeded-random';

const ELSEWHERE = 'https://elsewhere.example/keys';

/** The eighteen ways in which an exchange goes wrong; what hangs is ended by the caller's own deadline. */
export const KINDS: readonly Fault[] = [
  faults.resetBeforeForward(),
  faults.forwardThenReset(),
  faults.forwardThenResetInBody(),
  faults.forwardThenTruncate(),
  faults.forwardThenTruncatedGzip(),
  faults.html200(),
  faults.wrongContentType(),
  faults.afterForward(faults.hang()),
  faults.trickle(1, 40),
  faults.status(503, {}, { 'retry-after': '1' }),
  faults.afterForward(faults.status(500)),
  faults.status(429, {}, { 'retry-after': '1' }),
  faults.redirect(302, ELSEWHERE),
  faults.afterForward(faults.redirect(307, ELSEWHERE)),
  faults.afterForward(faults.empty200()),
  faults.protoJson(),
  faults.hugeHeader(20_000),
  faults.late(),
];

const PASS: Fault = { name: 'pass', apply: async (exchange) => exchange.deliver(await exchange.forward()) };

/** Weather on the wire: each request meets one of the kinds by chance, which a seed makes again. */
export class WireWeather implements Fault {
  readonly name = 'weather';
  /** How often each kind struck. */
  readonly struck = new Map<string, number>();
  /** How likely a request goes wrong, from 0 to 1. */
  chance: number;
  private readonly random: () => number;

  constructor(seed: number, chance: number) {
    this.random = seededRandom(seed);
    this.chance = chance;
  }

  /** How many requests went wrong. */
  get faults(): number {
    return [...this.struck.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Whether something happens that happens this often, from 0 to 1. */
  happens(often: number): boolean {
    return this.random() < often;
  }

  readonly apply: Fault['apply'] = (exchange) => {
    const kind = this.happens(this.chance) ? KINDS[Math.floor(this.random() * KINDS.length)] : undefined;
    if (kind !== undefined) this.struck.set(kind.name, (this.struck.get(kind.name) ?? 0) + 1);
    return (kind ?? PASS).apply(exchange);
  };
}
