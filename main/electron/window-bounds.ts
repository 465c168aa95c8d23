import * as z from 'zod';
import type { DocumentStore } from '@main/ports';

/** Where the window was, in pixels of the desktop; null before it was ever closed. */
export const WindowBounds = z
  .object({ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() })
  .nullable();
export type WindowBounds = z.infer<typeof WindowBounds>;

/** A rectangle on the desktop. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The kept bounds if the window would be wholly on one of today's screens, else nothing. */
export function boundsOn(kept: WindowBounds, screens: readonly Area[]): Partial<Area> {
  return kept !== null && screens.some((screen) => contains(screen, kept)) ? kept : {};
}

const contains = (outer: Area, inner: Area): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** A window whose place is kept, as far as it is used here. */
export interface PlacedWindow {
  on(event: 'close', listener: () => void): unknown;
  getNormalBounds(): Area;
}

/** Keeps where the window is when it closes; a place that cannot be kept is no reason to disturb anybody. */
export function keepBounds(window: PlacedWindow, store: DocumentStore<WindowBounds>): void {
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    store.update(() => ({ x, y, width, height })).catch(() => undefined);
  });
}
