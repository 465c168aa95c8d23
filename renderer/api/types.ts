import type * as z from 'zod';
import type * as m from '@core/contract/messages';
import type * as lastKnown from '@core/contract/last-known';

/** How the OS keychain answers. */
export type KeychainState = z.output<typeof m.KeychainState>;

/** What the window knows of the application. */
export type AppStatus = z.output<typeof m.AppStatus>;

/** What a copy to the clipboard achieved. */
export type CopyReport = z.output<typeof m.CopyReport>;

/** An open or lately settled change. */
export type OperationView = m.OperationView;

/** How issuing a key ended so far. */
export type IssueOutcome = m.IssueOutcome;

/** How an edit ended so far. */
export type EditOutcome = m.EditOutcome;

/** What an edit asks for. */
export type EditRequest = z.input<typeof m.EditRequest>;

/** How stopping a key ended so far. */
export type StopOutcome = m.StopOutcome;

/** What stopping a key asks for. */
export type StopRequest = z.input<typeof m.StopRequest>;

/** How changing the rules of an endpoint ended so far. */
export type ProtectionOutcome = m.ProtectionOutcome;

/** What changing the rules of an endpoint asks for. */
export type ProtectionRequest = z.input<typeof m.ProtectionRequest>;

/** Which snippet to copy. */
export type UsageChoice = m.UsageChoice;

/** A new secret that waits in main. */
export type WaitingSecret = m.WaitingSecret;

/** What is kept for the next start, and where. */
export type LastKnownStatus = lastKnown.LastKnownStatus;
