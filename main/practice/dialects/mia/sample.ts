import type { PracticeContext } from '../../context';
import { configurationText } from './configuration-routes';
import { ConfigurationStore, type ConfigurationPlace } from './configuration-store';
import { PipelineStore } from './pipeline-store';
import { sampleConfiguration } from './sample-configuration';
import {
  LOYALTY_ENDPOINTS,
  ORDERS_ENDPOINTS,
  PATIENT_ENDPOINTS,
  sampleEndpoints,
  STOREFRONT_ENDPOINTS,
  TELEMETRY_ENDPOINTS,
} from './sample-endpoints';
import {
  LOYALTY_KEYS,
  ORDERS_KEYS,
  PATIENT_KEYS,
  RELEASED_ORDERS_KEYS,
  sampleSecrets,
  STOREFRONT_KEYS,
} from './sample-keys';
import { PROJECTS } from './sample-projects';
import { ServiceAccounts } from './service-accounts';

const DAY_MS = 86_400_000;

/** A sample configuration, where it is saved, and where it is live. */
interface Sample {
  readonly project: string;
  readonly kind: ConfigurationPlace['kind'];
  readonly ref: string;
  readonly text: string;
  /** Days since it was saved. */
  readonly age: number;
  readonly liveIn: readonly string[];
}

type Samples<Made extends (...given: never[]) => unknown> = Parameters<Made>;

function orders(
  endpoints: Samples<typeof sampleEndpoints>[1],
  keys: Samples<typeof sampleSecrets>[0],
): string {
  return sampleConfiguration(sampleEndpoints('orders-service', endpoints), sampleSecrets(keys, 501));
}

function storefront(ref: string, seed: number, age: number): Sample {
  const endpoints = sampleEndpoints('storefront', STOREFRONT_ENDPOINTS);
  const text = sampleConfiguration(endpoints, sampleSecrets(STOREFRONT_KEYS, seed));
  return { project: 'storefront', kind: 'environment', ref, text, age, liveIn: [ref] };
}

function samples(): Sample[] {
  const api = { project: 'orders-api' };
  const patients = sampleConfiguration(
    sampleEndpoints('patient-portal', PATIENT_ENDPOINTS),
    sampleSecrets(PATIENT_KEYS, 505),
  );
  const readings = sampleConfiguration(sampleEndpoints('telemetry', TELEMETRY_ENDPOINTS), []);
  const main = { kind: 'revision', ref: 'main' } as const;
  return [
    { ...api, ...main, text: orders(ORDERS_ENDPOINTS, ORDERS_KEYS), age: 2, liveIn: ['DEV'] },
    {
      ...api,
      kind: 'revision',
      ref: 'feature/loyalty',
      text: orders(LOYALTY_ENDPOINTS, LOYALTY_KEYS),
      age: 0.2,
      liveIn: [],
    },
    {
      ...api,
      kind: 'version',
      ref: 'v1.2.0',
      text: orders(ORDERS_ENDPOINTS, RELEASED_ORDERS_KEYS),
      age: 41,
      liveIn: ['PROD'],
    },
    storefront('DEV', 502, 3),
    storefront('STAGE', 503, 12),
    storefront('PROD', 504, 33),
    { project: 'patient-portal', ...main, text: patients, age: 70, liveIn: ['PROD'] },
    { project: 'device-telemetry', ...main, text: readings, age: 5, liveIn: ['DEV'] },
  ];
}

/** Makes accounts, configurations and deployments where there are none. */
export function fillMiaSample({ store, clock, operatorToken }: PracticeContext): void {
  const configurations = new ConfigurationStore(store);
  const pipelines = new PipelineStore(store);
  if (!configurations.empty) return;
  const add = ({ kind, ref, text, age, liveIn, ...sample }: Sample, position: number): void => {
    const project = PROJECTS.find(({ projectId }) => projectId === sample.project)?._id ?? '';
    const committedAt = Math.floor(clock() - age * DAY_MS);
    const place = { project, kind, ref };
    configurations.add(place, position, { text, committedAt, author: 'Ada Lindgren' });
    const saved = configurations.find(place);
    for (const environment of saved ? liveIn : [])
      pipelines.start({
        project,
        environment,
        text: saved ? configurationText(saved) : text,
        startedAt: committedAt,
        endsAt: committedAt,
        end: 'success',
      });
  };
  store.atomically(() => {
    new ServiceAccounts(store, operatorToken).fill();
    samples().forEach(add);
  });
}
