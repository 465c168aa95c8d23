import { createContext, use } from 'react';

/** Opens a run over many keys. */
export type OpenRun = (bulkId: string) => void;

/** Provided by the runs' own folder; does nothing where nobody does. */
export const RunDialogContext = createContext<OpenRun>(() => undefined);

/** Opens the progress and the outcome of a run over many keys, which goes on when that is closed. */
export const useRunDialog = (): OpenRun => use(RunDialogContext);
