/** The typeface of everything but secrets. */
export const SANS = "'Inter Variable', 'Inter', system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** The typeface of secrets, endpoints, addresses and fingerprints: letters that cannot be mistaken for digits. */
export const MONO =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Segoe UI Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";

/** Corner radius of inputs, buttons and chips, in pixels. */
export const RADIUS = 6;

/** Corner radius of dialogs, menus and cards, in pixels. */
export const RADIUS_LARGE = 10;

/** Height of a button or an input, in pixels. */
export const CONTROL_HEIGHT = 34;
