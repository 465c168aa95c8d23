import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Report } from '@main/practice/process-messages';
import { servePractice } from '@main/practice/process-service';
import { send } from '@test/support/practice';

/** The parent's end of the line, as Electron's utility process has it; messages are cloned on the way. */
class Line extends EventEmitter<{ message: [{ data: unknown }]; report: [Report]; ended: [] }> {
  constructor() {
    super();
    servePractice(
      {
        on: (event, listener) => this.on(event, listener),
        postMessage: (report) => this.emit('report', structuredClone(report)),
      },
      () => this.emit('ended'),
    );
  }

  async ask(data: unknown): Promise<Report> {
    const report = once(this, 'report') as Promise<[Report]>;
    this.emit('message', { data: structuredClone(data) });
    return (await report)[0];
  }
}

const START = { type: 'start', options: { dataFolder: ':memory:', operatorToken: 'for-this-start-only' } };

describe('the practice process', () => {
  it('starts, says where it is, and stops', async () => {
    const line = new Line();
    const ready = await line.ask(START);
    if (ready.type !== 'ready') throw new Error('not ready');
    expect(Object.keys(ready.consoles)).toContain('qodly');
    for (const { own } of Object.values(ready.consoles))
      expect(JSON.stringify(own)).toContain('for-this-start-only');
    const url = `${ready.consoles['qodly']?.baseUrl ?? ''}/api/v1/operator`;
    expect((await send('GET', url, { token: 'for-this-start-only' })).status).toBe(200);
    expect(await line.ask(START)).toMatchObject({ type: 'failed' });
    const ended = once(line, 'ended');
    expect(await line.ask({ type: 'stop' })).toEqual({ type: 'stopped' });
    await ended;
    await expect(send('GET', url)).rejects.toThrow('fetch failed');
  });

  it('keeps the token of another start out', async () => {
    const line = new Line();
    await line.ask(START);
    await line.ask({ type: 'stop' });
    const ready = await line.ask({ type: 'start', options: { dataFolder: ':memory:' } });
    if (ready.type !== 'ready') throw new Error('not ready');
    expect(Object.values(ready.consoles).map(({ own }) => own)).not.toContainEqual(expect.anything());
    const url = `${ready.consoles['qodly']?.baseUrl ?? ''}/api/v1/operator`;
    expect((await send('GET', url, { token: 'for-this-start-only' })).status).toBe(401);
    await line.ask({ type: 'stop' });
  });

  it.each([
    ['nothing', null],
    ['another word', { type: 'restart' }],
    ['no folder', { type: 'start', options: {} }],
    ['an unknown option', { type: 'start', options: { dataFolder: ':memory:', host: '0.0.0.0' } }],
    ['a folder that cannot be', { type: 'start', options: { dataFolder: '/dev/null/x' } }],
  ])('answers %s with a sentence', async (_what, message) => {
    const line = new Line();
    const report = await line.ask(message);
    expect(report.type).toBe('failed');
    expect(report.type === 'failed' && report.message).toMatch(/^The .+\.$/);
  });
});
