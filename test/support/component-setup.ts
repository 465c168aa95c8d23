import * as React from 'react';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { loadChunks } from '@renderer/shared/chunk';

afterEach(cleanup);

// As in the window a moment after its start: nothing that opens has to be waited for.
beforeAll(loadChunks);
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));

// A busy machine is slow, not wrong: what a test waits for comes, or it never does.
configure({ asyncUtilTimeout: 10_000 });

/**
 * React's development build takes a stack of every element it makes, up to a number it counts here. Nobody reads
 * them in these tests, and they take a quarter of the time. Where a later React counts elsewhere, tests are slower.
 */
function withoutElementStacks(internals: unknown): void {
  if (typeof internals !== 'object' || internals === null) return;
  const uncounted = { get: () => Infinity, set: () => undefined, configurable: true };
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', uncounted);
}

withoutElementStacks(Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'));
