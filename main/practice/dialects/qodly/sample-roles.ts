import type { RoleRecord } from './environment-store';

/** Roles of the sample application, in every environment. */
export const SAMPLE_ROLES: readonly RoleRecord[] = [
  {
    name: 'Admin',
    description: 'Reads and writes everything.',
    isDefault: true,
    reads: ['*'],
    writes: ['*'],
  },
  {
    name: 'Sales',
    description: 'Reads everything, writes orders.',
    isDefault: false,
    reads: ['*'],
    writes: ['Orders'],
  },
  {
    name: 'Support read-only',
    description: 'Reads everything, writes nothing.',
    isDefault: false,
    reads: ['*'],
    writes: [],
  },
  {
    name: 'Reporting',
    description: 'Reads orders and products but no users, writes nothing.',
    isDefault: false,
    reads: ['Orders', 'Products'],
    writes: [],
  },
  {
    name: 'Warehouse',
    description: 'Reads orders and products, writes products.',
    isDefault: false,
    reads: ['Orders', 'Products'],
    writes: ['Products'],
  },
];
