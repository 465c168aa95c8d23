const PRIVATE_V4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const PRIVATE_V6 = /^\[f[cd]/i;
const INNER_NAME = /\.(local|lan|internal|intranet|corp|home\.arpa)$/i;
const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|(.+\.)?localhost)$/i;

const hostOf = (typed: string): string => (URL.canParse(typed.trim()) ? new URL(typed.trim()).hostname : '');

/** Whether an address is this computer itself, which takes a tick. Main decides; this only shows the tick in time. */
export const needsLoopbackTick = (typed: string): boolean => LOOPBACK.test(hostOf(typed));

/** Whether an address looks like one of a private network, which takes a tick. */
export function looksPrivate(typed: string): boolean {
  const host = hostOf(typed);
  if (host === '' || LOOPBACK.test(host)) return false;
  return PRIVATE_V4.test(host) || PRIVATE_V6.test(host) || INNER_NAME.test(host) || !host.includes('.');
}

/** Whether an address is plain http. */
export const isPlainHttp = (typed: string): boolean => /^http:/i.test(typed.trim());
