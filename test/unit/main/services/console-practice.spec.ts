import { describe, expect, it } from 'vitest';
import { ACME, KeyDesk, startedDesk } from '@test/support/key-desk';
import { draft } from './console-form';

describe('the practice console', () => {
  it('is added once, however often it is opened', async () => {
    const { desk, consoles } = await startedDesk();
    const [[one], [two]] = await Promise.all([consoles.openPractice(), consoles.openPractice()]);
    expect(two?.id).toBe(one?.id);
    expect((await consoles.openPractice()).map(({ id }) => id)).toEqual([one?.id]);
    expect(desk.stores.consoles.value.filter(({ practice }) => practice)).toHaveLength(1);
    expect(one).toMatchObject({ practice: true, credentials: 'kept', allowLoopback: true });
  });

  it('has a console of every vendor it speaks for, and those it learns later', async () => {
    const { desk, consoles } = await startedDesk();
    desk.practice.vendors = ['qwilt', 'qodly', 'unheard-of'];
    const [first, second] = await consoles.openPractice();
    expect([first?.label, second?.label]).toEqual(['Practice Qodly Cloud', 'Practice Qwilt']);
    desk.practice.vendors = ['qodly', 'mia', 'cloudmc', 'qwilt'];
    const all = await consoles.openPractice();
    expect(all.map(({ vendor }) => vendor).sort()).toEqual(['cloudmc', 'mia', 'qodly', 'qwilt']);
    expect(all.slice(0, 2).map(({ id }) => id)).toEqual([first?.id, second?.id]);
    await consoles.remove(first?.id ?? '');
    expect(await consoles.openPractice()).toHaveLength(4);
  });

  it('says so where it does not speak for a vendor any more', async () => {
    const { desk, consoles, environments } = await startedDesk();
    const id = (await consoles.openPractice())[0]?.id ?? '';
    desk.practice.vendors = [];
    desk.practice.crash();
    await expect(environments.list(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is reached at the origin and with the credential of its latest start', async () => {
    const { desk, consoles, environments } = await startedDesk();
    const id = (await consoles.openPractice())[0]?.id ?? '';
    await environments.list(id);
    expect(desk.connections.at(-1)).toMatchObject({
      baseUrl: 'http://127.0.0.1:4000/qodly',
      credentials: { token: 'practice-token-4000' },
      allowLoopback: true,
    });
    desk.practice.crash();
    await environments.list(id);
    expect(desk.connections.at(-1)).toMatchObject({ baseUrl: 'http://127.0.0.1:4001/qodly' });
    await environments.list(id);
    expect(desk.connections).toHaveLength(2);
  });

  it('has no credentials in file or keychain and cannot be changed', async () => {
    const { desk, consoles } = await startedDesk();
    const id = (await consoles.openPractice())[0]?.id ?? '';
    expect(JSON.stringify(desk.stores.consoles.value)).not.toContain('practice-token');
    await expect(consoles.change(id, draft(), true)).rejects.toMatchObject({ code: 'invalid-input' });
    desk.keychain.state = 'locked';
    await consoles.remove(id);
    expect(desk.stores.consoles.value).toEqual([ACME]);
  });
});

describe('the list of consoles', () => {
  it('shows everything but what is secret', async () => {
    const desk = new KeyDesk();
    expect(await desk.start().consoles.list()).toEqual([
      expect.objectContaining({ id: 'acme', label: 'Acme Qodly', credentials: 'kept', customCa: false }),
    ]);
  });
});
