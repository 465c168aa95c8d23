/** A company, as the console answers it. */
export interface MiaCompany {
  readonly _id: string;
  readonly tenantId: string;
  readonly name: string;
}

/** Where a project runs. */
export interface RuntimeEnvironment {
  readonly envId: string;
  readonly label: string;
  readonly isProduction: boolean;
  /** What `{{NAME}}` stands for here; no route of the console answers it. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A project. */
export interface MiaProject {
  readonly _id: string;
  /** A readable name, part of the addresses of its endpoints. */
  readonly projectId: string;
  readonly name: string;
  readonly tenantId: string;
  /** On: each runtime environment has a configuration of its own, and there are no revisions. */
  readonly environmentBased: boolean;
  readonly environments: readonly RuntimeEnvironment[];
}

/** The companies in their order. */
export const COMPANIES: readonly MiaCompany[] = [
  { _id: '65f1a0c2d4b7e80012a4c001', tenantId: 'harbour-goods', name: 'Harbour Goods' },
  { _id: '65f1a0c2d4b7e80012a4c002', tenantId: 'lumen-care', name: 'Lumen Care' },
];

const runtime = (
  envId: string,
  label: string,
  variables: Readonly<Record<string, string>> = {},
): RuntimeEnvironment => ({ envId, label, isProduction: envId === 'PROD', variables });

/** What the key `{{PARTNER_KEY}}` of the sample stands for. */
export const PARTNER_KEYS = { DEV: 'partner-dev-7Yw2kQ9mZr4T', PROD: 'partner-live-Xc8Vn3Lp6HdJ' } as const;

/** The projects in their order. */
export const PROJECTS: readonly MiaProject[] = [
  {
    _id: '65f1a3b9d4b7e80012a4d101',
    projectId: 'orders-api',
    name: 'Orders API',
    tenantId: 'harbour-goods',
    environmentBased: false,
    environments: [
      runtime('DEV', 'Development', { PARTNER_KEY: PARTNER_KEYS.DEV }),
      runtime('PROD', 'Production', { PARTNER_KEY: PARTNER_KEYS.PROD }),
    ],
  },
  {
    _id: '65f1a3b9d4b7e80012a4d102',
    projectId: 'storefront',
    name: 'Storefront',
    tenantId: 'harbour-goods',
    environmentBased: true,
    environments: [runtime('DEV', 'Development'), runtime('STAGE', 'Staging'), runtime('PROD', 'Production')],
  },
  {
    _id: '65f1a3b9d4b7e80012a4d103',
    projectId: 'patient-portal',
    name: 'Patient portal',
    tenantId: 'lumen-care',
    environmentBased: false,
    environments: [runtime('PROD', 'Production')],
  },
  {
    _id: '65f1a3b9d4b7e80012a4d104',
    projectId: 'device-telemetry',
    name: 'Device telemetry',
    tenantId: 'lumen-care',
    environmentBased: false,
    environments: [runtime('DEV', 'Development'), runtime('PROD', 'Production')],
  },
];
