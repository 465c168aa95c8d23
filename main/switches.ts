/** Exit code of a release that was started with a switch it refuses: a configuration error by the system's convention. */
export const REFUSED_EXIT_CODE = 78;

/**
 * Switches that open the process to others, weaken its sandbox, or move its traffic or its profile elsewhere.
 * A trailing `*` stands for any ending.
 */
const DANGEROUS = [
  'remote-debugging-*',
  'inspect*',
  'debug*',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'disable-web-security',
  'allow-running-insecure-content',
  'ignore-certificate-errors*',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'proxy-auto-detect',
  'log-net-log',
  'log-file',
  'enable-logging',
  'ssl-key-log-file',
  'user-data-dir',
  'no-sandbox',
  'no-zygote-sandbox',
  'disable-*-sandbox',
  'disable-site-isolation-trials',
  'single-process',
  'in-process-gpu',
  '*-cmd-prefix',
  '*-launcher',
] as const;

const PATTERNS = DANGEROUS.map((name) => new RegExp(`^${name.replace('*', '.*')}$`));

/** What these variables change must not change in a release. */
const DANGEROUS_VARIABLES = ['NODE_TLS_REJECT_UNAUTHORIZED', 'SSLKEYLOGFILE', 'ELECTRON_ENABLE_LOGGING'];

/**
 * The first switch that a release refuses, as `--name` without its value; null when there is none.
 * @param args the command line behind the program's own name
 */
export function refusedSwitch(args: readonly string[], platform: NodeJS.Platform): string | null {
  for (const argument of args) {
    const name = switchName(argument, platform);
    if (name !== null && PATTERNS.some((pattern) => pattern.test(name))) return `--${name}`;
  }
  return null;
}

/** SECURITY: one dash is enough for Chromium, Windows adds the slash, and Node takes `_` for `-`. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const prefix = platform === 'win32' ? /^(--?|\/)/ : /^--?/;
  if (!prefix.test(argument)) return null;
  const [name = ''] = argument.replace(prefix, '').split('=');
  return name.trim().toLowerCase().replaceAll('_', '-');
}

/** Forgets variables that would weaken TLS or write keys and messages to files, for us and the processes we start. */
export function dropDangerousVariables(env: NodeJS.ProcessEnv): void {
  for (const name of DANGEROUS_VARIABLES) delete env[name];
}

/** Whether Keydesk is started with `--revoke-only`, after which keys are only found and stopped. */
export const isRevokeOnly = (args: readonly string[], platform: NodeJS.Platform): boolean =>
  args.some((argument) => switchName(argument, platform) === 'revoke-only');

/** The file named by `--screenshot FILE` or `--screenshot=FILE`; null without the switch, empty without a name. */
export function screenshotFile(args: readonly string[]): string | null {
  const at = args.findIndex((argument) => /^--screenshot(=|$)/.test(argument));
  if (at === -1) return null;
  const [, inline] = /^--screenshot=(.*)$/s.exec(args[at] ?? '') ?? [];
  return inline ?? args[at + 1] ?? '';
}
