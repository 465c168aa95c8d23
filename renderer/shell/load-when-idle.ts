import { loadChunks } from '@renderer/shared/chunk';

/** Later than this it is loaded even if the window never rests, in milliseconds. */
const AT_LATEST_MS = 2_000;

/** Once the window rests, loads what is not in the start bundle, so that no dialog waits for its code. */
export function loadWhenIdle(): void {
  requestIdleCallback(() => void loadChunks().catch(() => undefined), { timeout: AT_LATEST_MS });
}
