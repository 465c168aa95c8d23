import type { Assumptions } from '@main/practice/assumptions';
import { send, startPracticeForTest, type Answered, type PracticeForTest } from '@test/support/practice';

/** A key on the wire, under the names that are assumed. */
export interface WireKey {
  readonly id: string;
  readonly name: string;
  readonly lastIp: string | null;
  readonly lastActivity: string | null;
}
export type IssuedWireKey = WireKey & { readonly apiKey: string };

/** Any answer of the API: data, a task, or errors. */
export interface Wire<Data = unknown> {
  readonly data: Data;
  readonly metadata?: { readonly recordCount: number };
  readonly taskId?: string;
  readonly taskStatus?: string;
  readonly result?: Data;
  readonly errors?: readonly {
    readonly code?: number;
    readonly errorCode?: string;
    readonly message: string;
    readonly context: Record<string, string>;
  }[];
}

/** The organizations of the sample data, by a short name. */
export const HARBOUR = '1e0a4a0c-52c4-4a3f-9a57-6b0d3c1f2a01';
export const FJORD = '2f1b5b1d-63d5-4b40-8b68-7c1e4d203b02';
export const BEACON = '412d7d3f-85f7-4d62-8d8a-9e306f425d04';
export const OLD_MILL = '523e8e40-9608-4e73-9e9b-af4170536e05';

/** Somebody who can sign in with a key that the console prints. */
export type Who = 'ada' | 'victor' | 'sam';

/** The CloudMC side of a practice console. */
export class Harbour {
  private constructor(readonly practice: PracticeForTest) {}

  static async open(
    assumptions: Partial<Assumptions> = {},
    options: Parameters<typeof startPracticeForTest>[0] = {},
  ): Promise<Harbour> {
    return new Harbour(await startPracticeForTest({ assumptions, ...options }));
  }

  get origin(): string {
    return this.practice.console.consoles['cloudmc']?.baseUrl ?? '';
  }

  /** The printed API key of a sample user. */
  apiKey(who: Who): string {
    const place = { ada: 0, victor: 1, sam: 2 }[who];
    return this.practice.console.consoles['cloudmc']?.logins[place]?.fields['apiKey'] ?? '';
  }

  /** One call below `/api/v2`, as the administrator unless somebody else's key is given; null: without a key. */
  call<Data = unknown>(
    method: string,
    path: string,
    { apiKey = this.apiKey('ada'), body }: { apiKey?: string | null; body?: unknown } = {},
  ): Promise<Answered<Wire<Data>>> {
    const headers = apiKey === null ? {} : { 'MC-Api-Key': apiKey };
    return send(method, `${this.origin}/api/v2${path}`, {
      headers,
      ...(body !== undefined && { body }),
    });
  }

  keys(organization = HARBOUR): Promise<Answered<Wire<WireKey[]>>> {
    return this.call('GET', `/api_keys?org_id=${organization}`);
  }

  /** Creates a key that must come into being. */
  async issued(body: unknown = {}): Promise<IssuedWireKey> {
    const answer = await this.call<IssuedWireKey>('POST', '/api_keys', { body });
    if (answer.status !== 200) throw new Error(`The key was not created: ${answer.status}`);
    return answer.body.data;
  }

  stop(): Promise<void> {
    return this.practice.stop();
  }
}
