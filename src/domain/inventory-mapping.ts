import * as z from 'zod';
import { VendorId } from '@core/domain/vendor';

/** The facts that a column of somebody else's CSV can be. */
export const MAPPABLE = [
  'id',
  'name',
  'description',
  'type',
  'role',
  'active',
  'createdAt',
  'createdBy',
  'expiresAt',
  'allowedHosts',
  'lastUsedAt',
  'lastUsedIp',
  'hint',
  'revokedAt',
  'environment',
] as const;
export type Mappable = (typeof MAPPABLE)[number];

/** Which column (from 0) is which fact of a key. At least a name has to be among them. */
export const CsvMapping = z.strictObject({
  columns: z.partialRecord(z.enum(MAPPABLE), z.number().int().nonnegative().max(1_000)),
  /** Which vendor's keys these are; decides which facts there can be and how they are called. */
  vendor: VendorId,
});
export type CsvMapping = z.infer<typeof CsvMapping>;
