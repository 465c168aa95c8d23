/** An override of a route, or what the endpoint says. */
type Inheritable<Value> = { readonly inherited: true } | { readonly inherited: false; readonly value: Value };

interface RouteSample {
  readonly public?: boolean;
  readonly secreted?: boolean;
  readonly acl?: string;
}

interface EndpointSample {
  readonly description?: string;
  readonly public?: boolean;
  readonly secreted?: boolean;
  readonly acl?: string;
  /** By verb and path, such as `GET /health`. */
  readonly routes?: Readonly<Record<string, RouteSample>>;
}

const INHERITED = { inherited: true } as const;

const override = <Value>(value: Value | undefined): Inheritable<Value> =>
  value === undefined ? INHERITED : { inherited: false, value };

function route(place: string, sample: RouteSample): [string, unknown] {
  const [verb = '', path = ''] = place.split(' ');
  const id = `${verb}${path}`;
  return [
    id,
    {
      id,
      path,
      verb,
      public: override(sample.public),
      secreted: override(sample.secreted),
      acl: override(sample.acl),
      backofficeAcl: INHERITED,
      showInDocumentation: INHERITED,
    },
  ];
}

function endpoint(path: string, service: string, sample: EndpointSample): [string, unknown] {
  const { description, acl = 'true', secreted = false, routes = {} } = sample;
  return [
    path,
    {
      basePath: path,
      pathRewrite: '/',
      ...(description !== undefined && { description }),
      type: 'custom',
      service,
      public: sample.public ?? true,
      secreted,
      showInDocumentation: true,
      acl,
      routes: Object.fromEntries(Object.entries(routes).map(([place, entry]) => route(place, entry))),
    },
  ];
}

/** Endpoints as a configuration has them, by path. */
export function sampleEndpoints(
  service: string,
  samples: Readonly<Record<string, EndpointSample>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(samples).map(([path, sample]) => endpoint(path, service, sample)));
}

/** Endpoints of the orders API: every way in which a key can matter. */
export const ORDERS_ENDPOINTS: Readonly<Record<string, EndpointSample>> = {
  '/status': {
    description: 'Open to everyone',
  },
  '/catalogue': {
    description: 'Any key',
    secreted: true,
  },
  '/orders': {
    secreted: true,
    acl: 'clientType == "mobile_app" || clientType == "web_shop" || groups.sales',
    routes: {
      'GET /': {},
      'GET /health': { secreted: false, acl: 'true' },
      'DELETE /:id': { acl: 'clientType == "warehouse_scanner"' },
      'POST /:id/refund': { acl: 'permissions["write:refunds"]' },
      'PATCH /': { public: false },
    },
  },
  '/orders/export': {
    secreted: true,
    acl: "clientType=='nightly_report' || clientType=='analytics'",
  },
  '/partners': {
    description: 'The key matters although the flag is off',
    acl: 'clientType == "partner_portal"',
  },
  '/erp': { secreted: true, acl: 'clientType == "legacy_erp"' },
  '/configurator': { acl: 'clientType == "constructor" && !(clientType == "legacy_erp")' },
  '/reports': { acl: '["reporting", "management"] in groups && clientType != "support_desk"' },
  '/backoffice': { public: false, acl: 'groups.admin' },
  '/closed': { acl: 'false' },
};

/** What the branch with something new adds. */
export const LOYALTY_ENDPOINTS: Readonly<Record<string, EndpointSample>> = {
  ...ORDERS_ENDPOINTS,
  '/loyalty': { secreted: true, acl: 'clientType == "loyalty_service" || clientType == "mobile_app"' },
};

/** Endpoints of the other projects. */
export const STOREFRONT_ENDPOINTS: Readonly<Record<string, EndpointSample>> = {
  '/': { description: 'The shop window' },
  '/pages': { secreted: true, acl: 'clientType == "storefront_web"' },
  '/offers': { secreted: true, acl: 'clientType == "newsletter" || clientType == "storefront_web"' },
};
/** See `STOREFRONT_ENDPOINTS`. */
export const PATIENT_ENDPOINTS: Readonly<Record<string, EndpointSample>> = {
  '/appointments': {
    secreted: true,
    acl: 'clientType == "clinic_kiosk" || clientType == "appointment_reminders"',
  },
  '/results': { secreted: true, acl: 'clientType == "lab_results" && permissions["read:results"]' },
};
/** See `STOREFRONT_ENDPOINTS`. */
export const TELEMETRY_ENDPOINTS: Readonly<Record<string, EndpointSample>> = {
  '/readings': { secreted: true, acl: '' },
};
