/** Electron's window, as far as it is brought to the front. */
export interface FrontWindow {
  isMinimized(): boolean;
  restore(): void;
  show(): void;
  focus(): void;
}

/** Puts the window where the operator sees it. */
export function toFront(window: FrontWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
