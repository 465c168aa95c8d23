import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { loadChunks } from '@renderer/shared/chunk';

afterEach(cleanup);

// As in the window a moment after its start: nothing that opens has to be waited for.
beforeAll(loadChunks);
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));

// A busy machine is slow, not wrong: what a test waits for comes, or it never does.
configure({ asyncUtilTimeout: 10_000 });
