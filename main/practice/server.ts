import type { FastifyInstance } from 'fastify';
import { createContext, type Dialect, type PracticeContext } from './context';
import { EnvironmentStore } from './dialects/qodly-environment-store';
import { QODLY_GATEWAY } from './dialects/qodly-environments';
import { QODLY } from './dialects/qodly';
import { listenOnLoopback } from './loopback-app';
import { MANAGEMENT, managementApp } from './management';
import { OPERATOR_TABLE, type Right } from './operators';
import type { PracticeOptions } from './options';
import { REPLAY_TABLE } from './replays';
import { SESSION_TABLE } from './sessions';
import { openStore } from './store';

const DIALECTS: readonly Dialect[] = [QODLY];

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
  /** Qodly's console URL, `http://127.0.0.1:PORT/qodly`; the contract is below `/api/v1`. */
  readonly baseUrl: string;
  /** Every console it offers. */
  readonly consoles: readonly { readonly vendor: string; readonly baseUrl: string }[];
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

function plan(options: PracticeOptions, context: PracticeContext): PlannedOrigin[] {
  const ports: Record<string, number | undefined> = { [QODLY_GATEWAY]: options.gatewayPort };
  const gateways = DIALECTS.flatMap((dialect) => dialect.gateways).map((gateway) => ({
    name: gateway.name,
    port: ports[gateway.name] ?? 0,
    build: () => gateway.build(context),
  }));
  // Last, because it answers with the gateways' addresses.
  const management = {
    name: MANAGEMENT,
    port: options.managementPort ?? 0,
    build: () => managementApp(context, DIALECTS),
  };
  return [...gateways, management];
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
  const management = context.origins.get(MANAGEMENT) ?? '';
  return {
    baseUrl: `${management}/${QODLY.vendor}`,
    consoles: DIALECTS.map(({ vendor }) => ({ vendor, baseUrl: `${management}/${vendor}` })),
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
