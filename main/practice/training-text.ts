import type { PracticeConsole } from './server';

/** The ports that were asked for. */
export interface AskedPorts {
  readonly managementPort: number;
  readonly gatewayPort: number;
}

function movedPort(asked: number, origin: string): string[] {
  const { port } = new URL(origin);
  return asked === 0 || port === String(asked) ? [] : [`Port ${asked} is taken: using ${port} instead.`];
}

const line = (name: string, value: string): string => `${name.padEnd(13)} ${value}`;

/** What a trainer reads when the console has started: where it is, how to sign in, that nothing is real. */
export function trainingText(practice: PracticeConsole, asked: AskedPorts): string {
  const consoles = Object.entries(practice.consoles).flatMap(([vendor, { baseUrl, origins, logins }]) => [
    '',
    vendor.toUpperCase(),
    line('Console URL', baseUrl),
    ...Object.entries(origins).map(([name, url]) => line(`${name} URL`, url)),
    ...logins.flatMap(({ label, fields, may }) => [
      `  ${label} (${may})`,
      ...Object.entries(fields).map(([name, value]) => `    ${line(name, value)}`),
    ]),
  ]);
  return [
    'Keydesk practice console: TRAINING DATA, nothing here opens anything real.',
    'It answers on this computer only.',
    ...movedPort(asked.managementPort, practice.baseUrl),
    ...movedPort(asked.gatewayPort, practice.gatewayOrigin),
    '',
    line('Data folder', practice.dataFolder),
    line('Qodly API endpoints', `${practice.gatewayOrigin}/{environment}/rest/$catalog`),
    line('Qodly contract', `${practice.baseUrl}/api/v1/openapi.json`),
    ...consoles,
    '',
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}
