import { describe, expect, it } from 'vitest';
import type { AppContract } from '@core/contract/contract';
import { contract } from '@core/contract/contract';
import { contractNames, createBridge, namesFromArguments, namesToArguments } from '@core/contract/bridge';

function bridge() {
  const sent: [string, unknown][] = [];
  const listening: string[] = [];
  const made = createBridge<AppContract>(contractNames(contract), {
    invoke: async (channel, input) => {
      sent.push([channel, input]);
      return { ok: true, value: null };
    },
    listen: (channel) => {
      listening.push(channel);
      return () => void listening.pop();
    },
    pathOf: (file) => `/home/ada/${(file as File).name}`,
  });
  return { made, sent, listening };
}

describe('the bridge', () => {
  it('has exactly the calls and events of the contract', () => {
    const { made } = bridge();
    const groups = Object.keys(contract.calls);
    expect(Object.keys(made).sort()).toEqual([...groups, 'on', 'pathOf'].sort());
    for (const [group, calls] of Object.entries(contract.calls)) {
      expect(Object.keys(made[group as keyof typeof contract.calls])).toEqual(Object.keys(calls));
    }
    expect(Object.keys(made.on)).toEqual(Object.keys(contract.events));
  });

  it('sends each call on its channel and lets nobody choose one', async () => {
    const { made, sent, listening } = bridge();
    await made.keys.show({ key: { consoleId: 'acme', environmentId: 'e', keyId: 'k' } });
    expect(sent).toEqual([
      ['keydesk:call:keys.show', { key: { consoleId: 'acme', environmentId: 'e', keyId: 'k' } }],
    ]);
    const stop = made.on.statusChanged(() => undefined);
    expect(listening).toEqual(['keydesk:event:statusChanged']);
    stop();
    expect(listening).toEqual([]);
  });

  it('says where a dropped file is', () => {
    expect(bridge().made.pathOf(new File([], 'keys.csv'))).toBe('/home/ada/keys.csv');
  });

  it('cannot be changed by a script of the page', () => {
    const { made } = bridge();
    for (const part of [made, made.keys, made.on]) expect(Object.isFrozen(part)).toBe(true);
    expect(Reflect.set(made.keys, 'show', () => undefined)).toBe(false);
    expect(Reflect.set(made, 'raw', {})).toBe(false);
  });

  it('gets its names through the arguments of the process, whatever else is among them', () => {
    const args = ['--type=renderer', ...namesToArguments(contractNames(contract)), '--enable-sandbox'];
    expect(namesFromArguments(args)).toEqual(contractNames(contract));
    expect(namesFromArguments(['--type=renderer'])).toEqual({ calls: [], events: [] });
  });
});
