/**
 * What Keydesk does not know and must leave as it is. Written as text, because names that look like numbers and
 * numbers such as 1.50 would not survive being read and written.
 */
const UNKNOWN_PARTS = String.raw`
"collections": {
  "orders": {
    "id": "orders", "name": "orders", "tags": ["collection"], "type": "collection",
    "fields": [
      { "name": "_id", "type": "ObjectId", "required": true, "nullable": false },
      { "name": "total", "type": "number", "required": true, "nullable": false, "sampleValue": 1.50 },
      { "name": "größe", "type": "string", "required": false, "nullable": true }
    ],
    "indexes": [{ "name": "_id", "type": "normal", "unique": true, "fields": [{ "name": "_id", "order": 1 }] }]
  }
},
"groups": ["sales", "reporting", "management", "admin"],
"cmsCategories": { "10": { "name": "Shop", "order": 10 }, "2": { "name": "Stock", "order": 2 } },
"cmsSettings": { "accessGroupsExpression": "isBackoffice && groups.admin" },
"cmsAnalytics": {},
"cmsDashboard": [],
"services": {
  "orders-service": {
    "type": "custom", "advanced": false, "name": "orders-service", "dockerImage": "registry.example.com/orders:1.10.0",
    "replicas": 2, "resources": { "cpuLimits": { "min": "0.10", "max": "1.50" }, "factor": 1.50, "weight": 1e3 },
    "environment": [{ "name": "LOG_LEVEL", "value": "{\"level\":\"info\"}", "valueType": "plain" }],
    "description": "Bestellungen – 注文 🚚"
  }
},
"decorators": { "preDecorators": {}, "postDecorators": {} },
"listeners": { "frontend": { "name": "frontend", "port": "8080", "selectedByDefault": true } },
"apiVersions": [],
"applications": {},
"configMaps": {
  "nginx.conf": { "name": "nginx.conf", "files": [{ "name": "b.conf", "content": "a\tb\\n" }] },
  "": { "name": "", "files": [] },
  "toString": { "name": "toString", "files": [] },
  "1": { "name": "1" },
  "0": { "name": "0" },
  "with \"quotes\"": { "name": "\u006f\u0064\u0064", "empty": {}, "list": [ ] }
},
"serviceSecrets": {},
"serviceAccounts": {},
"unsecretedVariables": ["LOG_LEVEL", "REGION"],
"version": "0.62.0",
"platformVersion": "13.5.0",
"lastConfigFileCommitId": "8d1f0b6c4e2a97530d1f0b6c4e2a97530d1f0b6c",
"enabledFeatures": { "ENABLE_MICROFRONTEND_BUILDER": true, "limit": 9007199254740993 }`;

const PARTS = String.raw`
"fastDataConfig": { "version": "1.4.0", "projections": [], "systems": {} },
"microfrontendPluginsConfig": { "plugins": {} },
"extensionsConfig": { "files": { "/overlays/01.yaml": { "type": "yaml", "content": "a: 1.50\n" } } }`;

/** A flat configuration as it was written, with these endpoints and keys among what Keydesk does not know. */
export function sampleConfiguration(
  endpoints: Readonly<Record<string, unknown>>,
  secrets: readonly unknown[],
): string {
  const known = `"endpoints":${JSON.stringify(endpoints)},"secrets":${JSON.stringify(secrets)}`;
  return `{${known},${UNKNOWN_PARTS},${PARTS}}`;
}
