import type { ConsoleOffer, Dialect, PracticeContext } from '../../context';
import { CLOUDMC_CONSOLE, cloudmcApp } from './app';
import { fillCloudmc, TRAINEES } from './fill';
import { CLOUDMC_TABLES, KeyStore } from './key-store';
import { permissionsOf } from './sample';

/** Identifier of the sign-in method, and the name of its one field. */
const METHOD = 'api-key';

function offer(context: PracticeContext): ConsoleOffer {
  const { operatorToken, origins, store } = context;
  const keys = new KeyStore(store);
  return {
    baseUrl: origins.get(CLOUDMC_CONSOLE) ?? '',
    origins: {},
    endpoints: {},
    logins: TRAINEES.map(({ user }) => ({
      label: `API key of ${user.firstName} ${user.lastName} (${user.role.name})`,
      method: METHOD,
      fields: { apiKey: keys.printed(user.id)?.printed ?? '' },
      may: user.status === 'DISABLED' ? 'nothing: disabled' : [...permissionsOf(user)].join(', '),
    })),
    own: operatorToken === undefined ? null : { method: METHOD, fields: { apiKey: operatorToken } },
  };
}

/** CloudMC: organizations, users and roles as they are documented, API keys as they are assumed. */
export const CLOUDMC: Dialect = {
  vendor: 'cloudmc',
  tables: CLOUDMC_TABLES,
  fill: (context) => fillCloudmc(context),
  origins: [{ name: CLOUDMC_CONSOLE, build: cloudmcApp }],
  offer,
};
