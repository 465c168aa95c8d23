import { AppError } from '@core/domain/app-error';
import { consoleOrigins } from '@core/domain/console-origins';
import { QWILT } from '@core/domain/vendors/qwilt';
import type { ConsoleConnection } from '@main/adapters/connection';
import type { Http, OpenHttp } from '@main/http/http';

/** The three services of a console. Credentials go to `login` only, tokens and keys to the two others only. */
export interface Origins {
  readonly login: Http;
  readonly users: Http;
  readonly data: Http;
  /** Where keys are used. */
  readonly dataUrl: string;
}

/** Opens the services of a console. Throws `invalid-input` where an address is refused or cannot be told. */
export function openOrigins(connection: ConsoleConnection, openHttp: OpenHttp): Origins {
  const { specs = [], services = [] } = QWILT.origins ?? {};
  const urls = consoleOrigins(specs, services, connection.baseUrl, connection.origins);
  if (urls === null)
    throw new AppError(
      'invalid-input',
      'The addresses of this console cannot be told from its URL. Type the login, the users and the data URL.',
      { field: 'baseUrl' },
    );
  const at = (name: string): string => (urls[name] ?? '').replace(/\/+$/, '');
  // SECURITY: each passes the rules of addresses by itself, before anything is sent to any of them.
  const open = (name: string): Http => openHttp({ ...connection, baseUrl: at(name) });
  return { login: open('login'), users: open('users'), data: open('data'), dataUrl: at('data') };
}
