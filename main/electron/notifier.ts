import { toFront, type FrontWindow } from '@main/electron/to-front';
import type { Notifier } from '@main/ports';

/** Electron's notifications, as far as they are used here. */
export interface NativeNotifications {
  new (options: { title: string; body: string }): {
    on(event: 'click', listener: () => void): unknown;
    show(): void;
  };
  isSupported(): boolean;
}

/** The system's notifications, about one window; a system without them shows nothing. */
export function notifierOver(native: NativeNotifications, window: FrontWindow): Notifier {
  // What nothing refers to is collected, and is not clicked any more.
  let latest: object | null = null;
  return {
    notify: (texts) => {
      if (!native.isSupported()) return;
      const notification = new native(texts);
      latest = notification;
      notification.on('click', () => {
        if (latest === notification) latest = null;
        toFront(window);
      });
      notification.show();
    },
  };
}
