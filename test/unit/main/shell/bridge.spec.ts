import { describe, expect, it } from 'vitest';
import { contractNames, createBridge, namesFromArguments, namesToArguments } from '@core/contract/bridge';
import { contract, type AppContract } from '@core/contract/contract';
import { fakeIpc } from '@test/support/fake-electron-ipc';

const names = contractNames(contract);

describe('the bridge', () => {
  it('has one function per call and per event of the contract and nothing else', () => {
    const { on, pathOf, ...groups } = createBridge<AppContract>(names, fakeIpc().port);
    const shape = (named: object): Record<string, string[]> =>
      Object.fromEntries(
        Object.entries(named).map(([group, calls]) => [group, Object.keys(calls as object)]),
      );
    expect(shape(groups)).toEqual(shape(contract.calls));
    expect(Object.keys(on)).toEqual(Object.keys(contract.events));
    expect(typeof pathOf).toBe('function');
    const functions = Object.values({ ...groups, on }).flatMap((group): unknown[] => Object.values(group));
    expect(functions.every((one) => typeof one === 'function')).toBe(true);
  });

  it('is frozen all the way down', () => {
    const bridge = createBridge<AppContract>(names, fakeIpc().port);
    const { pathOf: _path, ...groups } = bridge;
    expect([bridge, ...Object.values(groups)].every(Object.isFrozen)).toBe(true);
  });

  it('stops a subscription for good', () => {
    const ipc = fakeIpc();
    const bridge = createBridge<AppContract>(names, ipc.port);
    const heard: unknown[] = [];
    const stop = bridge.on.consolesChanged((payload) => heard.push(payload));
    ipc.contents.send('keydesk:event:consolesChanged', {});
    stop();
    ipc.contents.send('keydesk:event:consolesChanged', {});
    expect(heard).toEqual([{}]);
    expect(ipc.listeners()).toBe(0);
  });

  it('gets its names through the command line, among the arguments of Chromium', () => {
    const args = ['/usr/bin/keydesk', '--type=renderer', ...namesToArguments(names), '--lang=en'];
    expect(namesFromArguments(args)).toEqual(names);
    expect(namesFromArguments(['--type=renderer'])).toEqual({ calls: [], events: [] });
    // Quotes, spaces and line breaks would not survive every system's way to start a process.
    expect(namesToArguments(names).join('')).toMatch(/^[\w.,=-]+$/);
  });
});
