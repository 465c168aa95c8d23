import * as z from 'zod';
import type { HostSyntax } from '@core/domain/hosts';
import { QODLY } from '@core/domain/vendors/qodly';

/** The vendors Keydesk has an adapter for. */
export const VendorId = z.enum(['qodly']);
export type VendorId = z.infer<typeof VendorId>;

/** One input of the sign-in form. */
export interface CredentialField {
  readonly name: string;
  /** Also its accessible name. */
  readonly label: string;
  readonly secret: boolean;
  readonly hint?: string;
}

/** One way to sign in to a console. */
export interface SignInMethod {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly CredentialField[];
}

/** A fact of a key that a draft may set or a column may show. */
export type KeyFact =
  | 'name'
  | 'description'
  | 'type'
  | 'role'
  | 'status'
  | 'expiresAt'
  | 'allowedHosts'
  | 'createdAt'
  | 'createdBy'
  | 'lastUsedAt'
  | 'lastUsedIp'
  | 'hint';

/** One input of the create or edit form. */
export interface DraftField {
  readonly fact: KeyFact;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly defaultValue?: string;
}

/** What keys of one kind of environment have; a vendor may know several generations. */
export interface KeyTraits {
  /** Column headings by fact, in the order of the table. A fact that is absent has no column. */
  readonly columns: readonly { readonly fact: KeyFact; readonly label: string }[];
  readonly fields: readonly DraftField[];
  /** Facts that can be changed later, where the environment allows edits at all. */
  readonly editable: readonly KeyFact[];
  readonly hostSyntax: HostSyntax | null;
}

/** How a key is sent, for snippets and explanations. */
export interface KeyUse {
  readonly header: string;
  /** Path below the endpoint that answers to any valid key. */
  readonly probePath: string;
}

/** Everything the UI needs to know of a vendor; no vendor is named anywhere else in it. */
export interface VendorInfo {
  readonly id: VendorId;
  readonly label: string;
  /** One or two letters that tell the vendor apart in a tab. */
  readonly mark: string;
  readonly urlExample: string;
  readonly environment: { readonly one: string; readonly many: string };
  readonly signIn: readonly SignInMethod[];
  readonly stop: {
    readonly verb: string;
    readonly past: string;
    /** What can undo it, in a sentence. */
    readonly undo: string;
  };
  readonly secret: {
    readonly shown: 'any-time' | 'once';
    readonly source: 'generated' | 'operator';
  };
  readonly disable: boolean;
  readonly mustDeploy: boolean;
  /** How long a new key may still be refused, in milliseconds; 0 when it works at once. */
  readonly activationMs: number;
  readonly use: KeyUse;
  /** Traits by `Environment.variant`. */
  readonly variants: Readonly<Record<string, KeyTraits>>;
}

const VENDORS: Readonly<Record<VendorId, VendorInfo>> = { qodly: QODLY };

/** The vendors in the order in which they are offered. */
export const VENDOR_LIST: readonly VendorInfo[] = VendorId.options.map((id) => VENDORS[id]);

/** What is known of a vendor. */
export const vendorInfo = (id: VendorId): VendorInfo => VENDORS[id];

/** The traits of an environment's keys; the first variant where the console names one we do not know. */
export function traitsOf(vendor: VendorInfo, variant: string): KeyTraits {
  const traits = vendor.variants[variant] ?? Object.values(vendor.variants)[0];
  if (traits === undefined) throw new Error(`${vendor.id} has no variants`);
  return traits;
}
