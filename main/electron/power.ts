/** The events of Electron's power monitor at which nobody may be in front of the screen any more. */
const LEAVING = ['suspend', 'lock-screen', 'resume'] as const;

/** Electron's power monitor, as far as it is used here. */
export interface NativePowerMonitor {
  on(event: (typeof LEAVING)[number], listener: () => void): unknown;
}

/**
 * Calls `leave` when the machine is put to sleep, wakes up, or its screen is locked.
 * Linux does not tell of a locked screen; there, the time without input in the window has to do.
 */
export function onLeaving(monitor: NativePowerMonitor, leave: () => void): void {
  for (const event of LEAVING) monitor.on(event, leave);
}
