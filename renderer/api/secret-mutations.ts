import type { DownloadFormat } from '@core/domain/download';
import type { ProbeReport } from '@core/domain/probe';
import type { AppClient } from '@renderer/api/client';
import type { ShownSecret } from '@renderer/api/key-mutations';
import type { CopyReport } from '@renderer/api/types';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

/** Which waiting secret to save, and how. */
export interface SecretDownload {
  readonly handle: string;
  readonly format: DownloadFormat;
}

const show = (client: AppClient, handle: string) => client.secrets.show({ handle });
const copy = (client: AppClient, handle: string) => client.secrets.copy({ handle });
const download = (client: AppClient, input: SecretDownload) => client.secrets.download(input);
const verify = (client: AppClient, handle: string) => client.secrets.verify({ handle });
const release = (client: AppClient, handle: string) => client.secrets.release({ handle });

/** Asks for the secret that waits under a handle; touches no read. */
export const useShowSecret = (): Action<string, ShownSecret> => useClientAction(show);

/** Copies the secret that waits under a handle in main; touches no read. */
export const useCopySecret = (): Action<string, CopyReport> => useClientAction(copy);

/** Saves the secret where the operator says; null when they cancel. */
export const useDownloadSecret = (): Action<SecretDownload, { path: string } | null> =>
  useClientAction(download);

/** Tries the secret at its endpoint; touches no read. */
export const useVerifySecret = (): Action<string, ProbeReport> => useClientAction(verify);

/** Gives the secret up; main forgets it. */
export const useReleaseSecret = (): Action<string, { done: true }> => useClientAction(release);
