import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { KeydeskApp } from '@main/app';
import { keyAt, STAGING } from '@test/support/key-desk';
import { draft, id } from './called-app';
import { DeskApp } from './desk-app';

const ID = id(1);

describe('a lock', () => {
  let at: DeskApp;
  let keydesk: KeydeskApp;

  beforeEach(async () => {
    at = await DeskApp.create();
    keydesk = at.start();
  });

  it('lets go of secrets, rows, sessions and the clipboard, and loads the window anew', async () => {
    const { handlers } = keydesk;
    at.desk.console.add();
    const { listing } = await handlers.keys.load({ environment: STAGING });
    const issued = await handlers.keys.issue({ operationId: ID, environment: STAGING, draft });
    if (issued.state !== 'confirmed' || issued.handle === null) throw new Error('Not issued.');
    const { handle } = issued;
    await handlers.secrets.copy({ handle });
    expect(at.desk.clipboard.content).toBe('secret-of-new-1');
    await handlers.app.lock({});
    expect(at.desk.clipboard.content).toBe('');
    await expect((async () => handlers.secrets.show({ handle }))()).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect((async () => handlers.keys.page({ listing, page: 0 }))()).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(at.reloads).toBe(1);
    expect(at.emitted.at(-1)).toMatchObject({ event: 'statusChanged', payload: { locked: true } });
    const sessions = at.desk.connections.length;
    await handlers.app.unlock({});
    await handlers.keys.load({ environment: STAGING });
    expect(at.desk.connections).toHaveLength(sessions + 1);
  });

  it('loses no secret that is shown once and arrives in the middle of it', async () => {
    at = await DeskApp.create('cloudmc');
    keydesk = at.start();
    let arrive = (): void => undefined;
    at.desk.console.answerGate = (call) =>
      call === 'issue' ? new Promise((resolve) => (arrive = resolve)) : null;
    const form = { operationId: ID, environment: STAGING, draft: { name: 'ci' } };
    const issuing = Promise.resolve(keydesk.handlers.keys.issue(form));
    await at.settled(() => at.desk.console.created.length > 0);
    await keydesk.handlers.app.lock({});
    arrive();
    await issuing;
    await keydesk.handlers.app.unlock({});
    const [waiting] = await keydesk.handlers.secrets.waiting({});
    expect(waiting).toMatchObject({ key: keyAt('new-1'), label: 'ci' });
    expect(await keydesk.handlers.secrets.show({ handle: waiting?.handle ?? '' })).toMatchObject({
      secret: 'secret-of-new-1',
    });
  });

  it('keeps no secret that the console shows again and that arrives in the middle of it', async () => {
    let arrive = (): void => undefined;
    at.desk.console.answerGate = (call) =>
      call === 'issue' ? new Promise((resolve) => (arrive = resolve)) : null;
    const form = { operationId: ID, environment: STAGING, draft };
    const issuing = Promise.resolve(keydesk.handlers.keys.issue(form));
    await at.settled(() => at.desk.console.created.length > 0);
    await keydesk.handlers.app.lock({});
    arrive();
    await issuing;
    await keydesk.handlers.app.unlock({});
    expect(await keydesk.handlers.secrets.waiting({})).toEqual([]);
  });

  it('lets go of the rest although the clipboard cannot be cleared', async () => {
    const { handlers } = keydesk;
    at.desk.console.add();
    await handlers.keys.copy({ key: keyAt('key-1') });
    at.desk.clipboard.unreadable = new AppError('unexpected', 'The system does not let us.');
    await handlers.app.lock({});
    expect(at.reloads).toBe(1);
    expect(keydesk.session.locked).toBe(true);
  });
});
