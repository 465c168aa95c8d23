import { send, type PracticeForTest } from '@test/support/practice';

/** A key as the console has it, as far as tests look at it. */
export interface KeyOnConsole {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly expiresAt: string | null;
  readonly allowedHosts: readonly string[];
}

/** Another operator, who works on the same console without Keydesk. */
export interface Colleague {
  /** All keys of this name in an environment. */
  find(environment: string, name: string): Promise<KeyOnConsole[]>;
  /** Changes the one key of this name. */
  change(environment: string, name: string, changes: Partial<KeyOnConsole>): Promise<void>;
  /** Deletes the one key of this name. */
  remove(environment: string, name: string): Promise<void>;
  /** What the one key of this name is used with. */
  secretOf(environment: string, name: string): Promise<string>;
}

/** A colleague with all rights on a practice console. */
export function colleagueOn({ api, adminToken: token }: PracticeForTest): Colleague {
  const keysOf = (environment: string): string => `${api}/environments/${environment}/keys`;
  const find = async (environment: string, name: string): Promise<KeyOnConsole[]> => {
    const found: KeyOnConsole[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const url: string = `${keysOf(environment)}?limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const { body } = await send<{ items: KeyOnConsole[]; nextCursor: string | null }>('GET', url, {
        token,
      });
      found.push(...body.items.filter((key) => key.name === name));
      cursor = body.nextCursor;
    }
    return found;
  };
  const act = async (
    method: string,
    [environment, name]: [string, string],
    body?: unknown,
  ): Promise<void> => {
    const [key] = await find(environment, name);
    const url = `${keysOf(environment)}/${key?.id ?? ''}`;
    const headers = { 'if-match': '*' };
    const { status } = await send(method, url, { token, headers, ...(body !== undefined && { body }) });
    if (status >= 300) throw new Error(`The colleague was refused with ${status}.`);
  };
  return {
    find,
    change: (environment, name, changes) => act('PATCH', [environment, name], changes),
    remove: (environment, name) => act('DELETE', [environment, name]),
    secretOf: async (environment, name) => {
      const [key] = await find(environment, name);
      const url = `${keysOf(environment)}/${key?.id ?? ''}/secret`;
      return (await send<{ secret: string }>('GET', url, { token })).body.secret;
    },
  };
}
