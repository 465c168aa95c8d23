import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '@core/domain/app-error';
import type { Assumptions } from './assumptions';
import {
  DEFAULT_GATEWAY_PORT,
  DEFAULT_MANAGEMENT_PORT,
  DEFAULT_OTHER_PORTS,
  defaultDataFolder,
  IN_MEMORY,
  type PracticeOptions,
} from './options';
import { MAXIMUM_EXTRA_KEYS } from './process-messages';

/** What `npm run console -- --help` prints. */
export const USAGE = `Usage: npm run console -- [options]

  --port N           port of Qodly's console (${DEFAULT_MANAGEMENT_PORT}); 0 for any free one
  --gateway-port N   port of Qodly's API endpoints (${DEFAULT_GATEWAY_PORT}); 0 for any free one
  --other-ports N    first port of the other vendors' consoles (${DEFAULT_OTHER_PORTS}); 0 for free ones
  --data DIR         folder of the training data; ${IN_MEMORY} keeps nothing
  --latency MS       delay every management answer
  --revocation-delay MS
                     how long a stopped key still works
  --activation-delay MS
                     how long a new key is still refused, where a vendor has that
  --keys N           add an environment with N keys, for load tests
  --reset            begin again with fresh sample data
  --quiet            print the console URL only
  --help             print this
`;

/** What the command line asks for. */
export interface CommandLine {
  readonly options: PracticeOptions & { readonly managementPort: number; readonly gatewayPort: number };
  readonly reset: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
}

const PORT_LIMIT = 65_535;
const LATENCY_LIMIT_MS = 60_000;
const DELAY_LIMIT_MS = 3_600_000;

function wholeNumber(name: string, text: string, limit: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) <= limit) return Number(text);
  throw new AppError('invalid-input', `--${name} takes a whole number from 0 to ${limit}.`, { field: name });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: String(DEFAULT_MANAGEMENT_PORT) },
        'gateway-port': { type: 'string', default: String(DEFAULT_GATEWAY_PORT) },
        'other-ports': { type: 'string', default: String(DEFAULT_OTHER_PORTS) },
        data: { type: 'string' },
        latency: { type: 'string', default: '0' },
        'revocation-delay': { type: 'string' },
        'activation-delay': { type: 'string' },
        keys: { type: 'string' },
        reset: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // The message names the option that is not known, and nothing else.
    throw new AppError('invalid-input', (error as Error).message.slice(0, 300));
  }
}

type Delays = Pick<ReturnType<typeof parsed>, 'revocation-delay' | 'activation-delay'>;

/** What is assumed differently for these; undefined where neither is given. */
function delays(given: Delays): Partial<Assumptions> | undefined {
  const { 'revocation-delay': revocation, 'activation-delay': activation } = given;
  if (revocation === undefined && activation === undefined) return undefined;
  const of = (name: string, text: string): number => wholeNumber(name, text, DELAY_LIMIT_MS);
  return {
    ...(revocation !== undefined && everyRevocation(of('revocation-delay', revocation))),
    ...(activation !== undefined && { qwiltActivationMs: of('activation-delay', activation) }),
  };
}

const everyRevocation = (ms: number): Partial<Assumptions> => ({
  revocationDelayMs: ms,
  qwiltRevocationMs: ms,
  cloudmcRevocationMs: ms,
});

/** Reads the arguments after the script's name. Fails with `AppError('invalid-input')`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { port, data, latency, keys, reset, quiet, help, ...others } = parsed(args);
  if (data === '') throw new AppError('invalid-input', '--data takes a folder.', { field: 'data' });
  const folder = data === undefined ? defaultDataFolder() : data;
  return {
    options: {
      dataFolder: folder === IN_MEMORY ? folder : resolve(folder),
      managementPort: wholeNumber('port', port, PORT_LIMIT),
      gatewayPort: wholeNumber('gateway-port', others['gateway-port'], PORT_LIMIT),
      otherPorts: wholeNumber('other-ports', others['other-ports'], PORT_LIMIT),
      latencyMs: wholeNumber('latency', latency, LATENCY_LIMIT_MS),
      extraKeys: keys === undefined ? undefined : wholeNumber('keys', keys, MAXIMUM_EXTRA_KEYS),
      assumptions: delays(others),
    },
    reset,
    quiet,
    help,
  };
}
