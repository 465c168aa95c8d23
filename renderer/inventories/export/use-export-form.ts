import { useState } from 'react';
import { environmentKey, type Environment, type EnvironmentRef } from '@core/domain/environment';
import type { ExportOrder } from '@renderer/api/exports';

/** Which environments are meant. */
export type Scope = 'one' | 'all' | 'some';

/** What the dialog asks. */
export interface ExportForm {
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly picked: ReadonlySet<string>;
  readonly setPicked: (picked: ReadonlySet<string>) => void;
  readonly format: 'json' | 'csv';
  readonly setFormat: (format: 'json' | 'csv') => void;
  readonly fingerprints: boolean;
  readonly setFingerprints: (fingerprints: boolean) => void;
  /** What was filled in; null while no environment is chosen. */
  readonly order: ExportOrder | null;
}

/** The answers to what the dialog asks, beginning with the environment it was opened at. */
export function useExportForm(
  environments: readonly Environment[],
  initial: EnvironmentRef | undefined,
): ExportForm {
  const [scope, setScope] = useState<Scope>(initial === undefined ? 'all' : 'one');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(initial && [environmentKey(initial)]));
  const [format, setFormat] = useState<'json' | 'csv'>('json');
  const [fingerprints, setFingerprints] = useState(false);
  const own = initial && environmentKey(initial);
  const isMeant = (key: string): boolean =>
    scope === 'all' || (scope === 'one' ? key === own : picked.has(key));
  const chosen = environments
    .filter((environment) => isMeant(environmentKey(environment)))
    .map(({ consoleId, environmentId }) => ({ consoleId, environmentId }));
  const order = chosen.length === 0 ? null : { environments: chosen, format, fingerprints };
  return { scope, setScope, picked, setPicked, format, setFormat, fingerprints, setFingerprints, order };
}
