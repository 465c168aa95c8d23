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

/** What a trainer reads when the console has started: where it is, how to sign in, that nothing is real. */
export function trainingText(practice: PracticeConsole, asked: AskedPorts): string {
  const logins = practice.logins.flatMap(({ userName, password, token, rights }) => [
    '',
    `User name     ${userName}`,
    `Password      ${password}`,
    `Token         ${token}`,
    `May           ${rights.join(', ')}`,
  ]);
  return [
    'Keydesk practice console: TRAINING DATA, nothing here opens anything real.',
    'It answers on this computer only.',
    ...movedPort(asked.managementPort, practice.baseUrl),
    ...movedPort(asked.gatewayPort, practice.gatewayOrigin),
    '',
    `Console URL   ${practice.baseUrl}`,
    `API endpoints ${practice.gatewayOrigin}/{environment}/rest/$catalog`,
    `Contract      ${practice.baseUrl}/api/v1/openapi.json`,
    `Data folder   ${practice.dataFolder}`,
    ...logins,
    '',
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}
