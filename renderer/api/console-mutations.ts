import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { ConnectionReport, ConsoleView } from '@core/domain/console';
import type { AppClient } from '@renderer/api/client';
import { queryKeys } from '@renderer/api/query-keys';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Consoles = AppContract['calls']['consoles'];
type Test = z.input<Consoles['test']['input']>;
type Add = z.input<Consoles['add']['input']>;
type Change = z.input<Consoles['change']['input']>;
type Remove = z.input<Consoles['remove']['input']>;

/** A certificate file the operator chose. */
export interface CertificateFile {
  readonly fileName: string;
  readonly pem: string;
}

const test = (client: AppClient, input: Test) => client.consoles.test(input);
const add = (client: AppClient, input: Add) => client.consoles.add(input);
const change = (client: AppClient, input: Change) => client.consoles.change(input);
const remove = (client: AppClient, input: Remove) => client.consoles.remove(input);
const openPractice = (client: AppClient) => client.consoles.openPractice({});
const chooseCertificate = (client: AppClient) => client.consoles.chooseCertificate({});

const theList = () => [queryKeys.consoles];
const theConsole = ({ consoleId }: { consoleId: string }) => [
  queryKeys.consoles,
  queryKeys.environments(consoleId),
  queryKeys.consoleKeys(consoleId),
];

/** Tries a console's address and credentials; changes nothing. */
export const useTestConsole = (): Action<Test, ConnectionReport> => useClientAction(test);

/** Adds a console; re-reads the list of consoles. */
export const useAddConsole = (): Action<Add, ConsoleView> => useClientAction(add, theList);

/** Changes a console; re-reads the consoles and everything of this one. */
export const useChangeConsole = (): Action<Change, ConsoleView> => useClientAction(change, theConsole);

/** Removes a console and its credentials; re-reads the list of consoles. */
export const useRemoveConsole = (): Action<Remove, { done: true }> => useClientAction(remove, theList);

/** Starts the practice console and adds it; re-reads the list of consoles. */
export const useOpenPractice = (): Action<void, ConsoleView[]> => useClientAction(openPractice, theList);

/** Lets the operator choose a PEM file; null when they cancel. */
export const useChooseCertificate = (): Action<void, CertificateFile | null> =>
  useClientAction(chooseCertificate);
