import type { FastifyInstance } from 'fastify';
import { createContext, type ConsoleOffer, type Dialect, type PracticeContext } from './context';
import { MIA } from './dialects/mia/dialect';
import { CLOUDMC } from './dialects/cloudmc/dialect';
import { EnvironmentStore } from './dialects/qodly/environment-store';
import { QODLY_GATEWAY } from './dialects/qodly/environments';
import { QODLY } from './dialects/qodly/dialect';
import { QWILT } from './dialects/qwilt/dialect';
import { listenOnLoopback } from './loopback-app';
import { OPERATOR_TABLE, type Right } from './operators';
import type { PracticeOptions } from './options';
import { REPLAY_TABLE } from './replays';
import { SESSION_TABLE } from './sessions';
import { openStore } from './store';

const DIALECTS: readonly Dialect[] = [QODLY, QWILT, MIA, CLOUDMC];

/** Training credentials of one operator. */
export interface PracticeLogin {
  readonly userName: string;
  readonly password: string;
  /** Personal token, used directly as bearer. */
  readonly token: string;
  readonly rights: readonly Right[];
}

/** A running practice console. */
export interface PracticeConsole {
  /** Every console it offers, by vendor. */
  readonly consoles: Readonly<Record<string, ConsoleOffer>>;
  /** Qodly's console URL, `http://127.0.0.1:PORT/qodly`; the contract is below `/api/v1`. */
  readonly baseUrl: string;
  /** Origin of Qodly's endpoints. */
  readonly gatewayOrigin: string;
  readonly dataFolder: string;
  readonly logins: readonly PracticeLogin[];
  /** Starts or stops a Qodly environment: its data plane answers 502 while it is stopped. */
  setEnvironmentStatus(environmentId: string, status: 'running' | 'stopped'): void;
  /** Ends all connections, closes the data. May be called twice. */
  stop(): Promise<void>;
}

interface PlannedOrigin {
  readonly name: string;
  readonly port: number;
  readonly build: () => FastifyInstance;
}

/** Origins in their order, each with the port asked for: Qodly's two have their own, the others follow them. */
function plan(options: PracticeOptions, context: PracticeContext): PlannedOrigin[] {
  const { gatewayPort = 0, managementPort = 0, otherPorts = 0 } = options;
  return DIALECTS.flatMap(({ origins }) => origins).map(({ name, build }, at) => ({
    name,
    port: [gatewayPort, managementPort][at] ?? (otherPorts === 0 ? 0 : otherPorts + at - 2),
    build: () => build(context),
  }));
}

const closeAll = async (apps: readonly FastifyInstance[]): Promise<void> => {
  await Promise.all(apps.map((app) => app.close()));
};

async function listen(options: PracticeOptions, context: PracticeContext): Promise<FastifyInstance[]> {
  const apps: FastifyInstance[] = [];
  try {
    for (const { name, port, build } of plan(options, context)) {
      const { app, origin } = await listenOnLoopback(build, port);
      apps.push(app);
      context.origins.set(name, origin);
    }
    return apps;
  } catch (error) {
    await closeAll(apps);
    throw error;
  }
}

function describe(context: PracticeContext, dataFolder: string): Omit<PracticeConsole, 'stop'> {
  const offers = DIALECTS.map((dialect) => [dialect.vendor, dialect.offer(context)] as const);
  return {
    consoles: Object.fromEntries(offers),
    baseUrl: QODLY.offer(context).baseUrl,
    gatewayOrigin: context.origins.get(QODLY_GATEWAY) ?? '',
    dataFolder,
    logins: context.operators.all.map(({ userName, password, token, rights }) => ({
      userName,
      password,
      token,
      rights,
    })),
    setEnvironmentStatus: (id, status) => {
      if (!new EnvironmentStore(context.store).setStatus(id, status))
        throw new RangeError(`There is no environment "${id}".`);
    },
  };
}

/**
 * Starts a practice console on loopback with its data in a folder, filled with sample data at the first start.
 * Fails with `AppError`: `storage` when the data cannot be used, `offline` when it cannot listen.
 */
export async function startPractice(options: PracticeOptions): Promise<PracticeConsole> {
  const shared = [OPERATOR_TABLE, SESSION_TABLE, REPLAY_TABLE];
  const store = openStore(options.dataFolder, [...shared, ...DIALECTS.map(({ tables }) => tables)]);
  try {
    const context = createContext(options, store);
    for (const dialect of DIALECTS) dialect.fill(context, options);
    const apps = await listen(options, context);
    let stopped: Promise<void> | null = null;
    const stop = (): Promise<void> => (stopped ??= closeAll(apps).then(() => store.close()));
    return { ...describe(context, options.dataFolder), stop };
  } catch (error) {
    store.close();
    throw error;
  }
}
