import { describe, expect, it } from 'vitest';
import type { Bridge } from '@core/contract/shape';
import type { AppContract } from '@core/contract/contract';
import { failure, success } from '@core/contract/result';
import { AppError } from '@core/domain/app-error';
import { createClient } from '@renderer/api/client';
import { fakeClient } from '@test/support/fake-client';
import { aStatus } from '@test/support/builders';

/** A bridge of which only what a test asks for exists. */
const bridge = (part: object): Bridge<AppContract> =>
  ({ on: fakeClient().on, ...part }) as Bridge<AppContract>;

describe('the client', () => {
  it('turns an envelope into its value', async () => {
    const client = createClient(bridge({ app: { status: async () => success(aStatus()) } }));
    await expect(client.app.status({})).resolves.toEqual(aStatus());
  });

  it('turns an envelope with a failure into the AppError it carries', async () => {
    const error = new AppError('offline', 'The console cannot be reached.', { system: 'ECONNREFUSED' });
    const client = createClient(bridge({ app: { status: async () => failure(error) } }));
    await expect(client.app.status({})).rejects.toMatchObject({
      code: 'offline',
      message: 'The console cannot be reached.',
      facts: { system: 'ECONNREFUSED' },
    });
  });

  it('hands the input on as it is', async () => {
    const seen: unknown[] = [];
    const list = async (input: unknown) => {
      seen.push(input);
      return success([]);
    };
    await createClient(bridge({ environments: { list } })).environments.list({ consoleId: 'acme' });
    expect(seen).toEqual([{ consoleId: 'acme' }]);
  });
});
