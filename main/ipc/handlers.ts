import type { AppContract } from '@core/contract/contract';
import type { Handlers } from '@core/contract/shape';
import { done, type Group } from '@main/ipc/handler-group';
import { inventoryHandlers } from '@main/ipc/inventory-handlers';
import { reportHandlers } from '@main/ipc/report-handlers';
import type { AppServices } from '@main/services/app-services';

/** One line per call of the contract: which service does it. */
export const createHandlers = (services: AppServices): Handlers<AppContract> => ({
  app: app(services),
  settings: { read: () => services.settings.read(), change: (change) => services.changeSettings(change) },
  consoles: consoles(services),
  environments: environments(services),
  keys: keys(services),
  lastKnown: lastKnown(services),
  secrets: secrets(services),
  deployments: deployments(services),
  protections: protections(services),
  leak: leak(services),
  incidents: incidents(services),
  replacements: replacements(services),
  bulk: bulk(services),
  inventories: inventories(services),
  reviews: reviews(services),
  plans: plans(services),
  operations: operations(services),
  activity: activity(services),
  policy: policy(services),
  expiry: { saveIcs: ({ keys, leadDays }) => services.calendars.save(keys, leadDays) },
  ...inventoryHandlers(services),
  ...reportHandlers(services),
});

const app: Group<'app'> = (services) => ({
  status: async () => {
    await services.mode.state();
    return services.status.read();
  },
  painted: ({ state }) => done(services.painted(state)),
  active: () => done(services.session.active()),
  lock: () => done(services.session.lock()),
  unlock: () => done(services.session.unlock()),
  retryKeychain: () => services.status.retryKeychain(),
  openLink: ({ link }) => done(services.openLink(link)),
});

const consoles: Group<'consoles'> = (services) => ({
  list: () => services.consoles.list(),
  test: ({ draft, consoleId }) => services.consoles.test(draft, consoleId),
  add: ({ draft, insist }) => services.consoles.add(draft, insist),
  change: ({ consoleId, draft, insist }) => services.consoles.change(consoleId, draft, insist),
  remove: ({ consoleId }) => done(services.consoles.remove(consoleId)),
  openPractice: () => services.consoles.openPractice(),
  profile: ({ consoleId }) => services.profiles.read(consoleId),
  setRoutes: ({ consoleId, routes }) => services.profiles.set(consoleId, routes),
  tryRoutes: ({ consoleId, routes }) => services.profiles.try(consoleId, routes),
  chooseCertificate: () => services.chooseCertificate(),
});

const environments: Group<'environments'> = (services) => ({
  list: ({ consoleId }) => services.environments.list(consoleId),
  adjust: ({ environment, ...change }) => done(services.environments.adjust(environment, change)),
  copyEndpoint: ({ environment }) => services.copyEndpoint(environment),
  roles: ({ environment }) => services.environments.roles(environment),
});

const keys: Group<'keys'> = (services) => ({
  load: ({ environment }) => services.loadKeys(environment),
  cancelLoad: ({ environment }) => done(services.listings.cancel(environment)),
  page: ({ listing, page }) => ({ json: services.listings.page(listing, page) }),
  issue: (request) => services.keys.issue(request),
  edit: (request) => services.keys.edit(request),
  stop: (request) => services.keys.stop(request),
  show: ({ key }) => services.secrets.show(key),
  copy: ({ key }) => services.secrets.copy(key),
  verify: ({ key, secret }) => services.secrets.verify(key, secret),
  copyUsage: ({ key, ...choice }) => services.secrets.copyUsage(key, choice),
});

const lastKnown: Group<'lastKnown'> = ({ lastKnown, environments }) => ({
  environments: ({ consoleId }) => environments.lastKnown(consoleId),
  keys: ({ environment }) => lastKnown.keys(environment),
  page: async ({ listing, page }) => ({ json: await lastKnown.page(listing, page) }),
  status: () => lastKnown.status(),
  forget: () => done(lastKnown.forget()),
});

const secrets: Group<'secrets'> = (services) => ({
  waiting: () => services.vault.waiting(),
  show: ({ handle }) => services.secrets.showHeld(handle),
  copy: ({ handle }) => services.secrets.copyHeld(handle),
  download: ({ handle, format }) => services.secrets.download(handle, format),
  verify: ({ handle }) => services.secrets.verifyHeld(handle),
  copyUsage: ({ handle, ...choice }) => services.secrets.copyHeldUsage(handle, choice),
  release: ({ handle }) => done(services.vault.release(handle)),
});

const deployments: Group<'deployments'> = (services) => ({
  read: ({ environment }) => services.deployments.read(environment),
  start: ({ environment, target, typed }) => services.deployments.start(environment, target, typed),
});

const protections: Group<'protections'> = (services) => ({
  list: ({ environment }) => services.protections.list(environment),
  change: (request) => services.protections.change(request),
});

const leak: Group<'leak'> = ({ leak }) => ({
  readClipboard: () => leak.readClipboard(),
  submit: ({ text }) => leak.submit(text),
  search: ({ searchId }) => leak.search(searchId),
  cancel: ({ searchId }) => done(leak.cancel(searchId)),
  discard: ({ searchId }) => done(leak.discard(searchId)),
});

const incidents: Group<'incidents'> = ({ incidents }) => ({
  list: () => incidents.list(),
  read: ({ incidentId }) => incidents.read(incidentId),
  open: (request) => incidents.open(request),
  resume: (request) => incidents.resume(request),
  attach: (request) => incidents.attach(request),
  note: (request) => incidents.note(request),
  stop: (request) => incidents.stop(request),
  replace: (request) => incidents.replace(request),
  prove: (request) => incidents.prove(request),
  unwatch: (request) => incidents.unwatch(request),
  close: (request) => incidents.close(request),
  save: (request) => incidents.save(request),
  openFile: () => incidents.openFile(),
  startDrill: (request) => incidents.startDrill(request),
});

const replacements: Group<'replacements'> = ({ replacements }) => ({
  list: () => replacements.list(),
  issue: (request) => replacements.issue(request),
  wait: ({ id, wait }) => replacements.wait(id, wait),
  look: ({ id }) => replacements.look(id),
  callOff: ({ id }) => done(replacements.callOff(id)),
  forget: ({ id }) => done(replacements.forget(id)),
});

const bulk: Group<'bulk'> = (services) => ({
  confirm: (request) => services.bulk.confirm(request),
  start: ({ token, typed }) => services.bulk.start(token, typed),
  pause: ({ bulkId }) => done(services.bulk.pause(bulkId)),
  resume: ({ bulkId }) => services.bulk.resume(bulkId),
  cancel: ({ bulkId }) => done(services.bulk.cancel(bulkId)),
  report: ({ bulkId }) => services.bulk.report(bulkId),
  list: () => services.bulk.list(),
  save: ({ bulkId, format }) => services.bulkFiles.save(bulkId, format),
  exportKeys: ({ keys }) => services.bulkFiles.exportKeys(keys),
});

const inventories: Group<'inventories'> = ({ inventories }) => ({
  choose: () => inventories.choose(),
  drop: ({ path }) => inventories.drop(path),
  offered: () => inventories.offered(),
  open: ({ fileId, mapping }) => inventories.open(fileId, mapping),
  cancel: ({ fileId }) => done(inventories.cancel(fileId)),
  list: () => inventories.list(),
  page: async ({ inventoryId, page }) => ({ json: await inventories.page(inventoryId, page) }),
  close: ({ inventoryId }) => done(inventories.close(inventoryId)),
  saveAs: ({ inventoryId, format }) => inventories.saveAs(inventoryId, format),
});

const operations: Group<'operations'> = (services) => ({
  list: async () => {
    // What was open on a console that is gone can never be settled here.
    const known = new Set((await services.consoles.list()).map(({ id }) => id));
    return services.operations.list(services.startedAt).filter(({ consoleId }) => known.has(consoleId));
  },
  recheck: ({ operationId }) => services.operations.recheck(operationId),
  dismiss: ({ operationId }) => done(services.operations.dismiss(operationId)),
});

const plans: Group<'plans'> = ({ plans }) => ({
  preview: ({ inventoryId }) => plans.preview(inventoryId),
  make: ({ inventoryId, madeBy }) => plans.make(inventoryId, madeBy),
  open: ({ fileId }) => plans.open(fileId),
  read: ({ planId }) => plans.read(planId),
  page: async ({ planId, page }) => ({ json: await plans.page(planId, page) }),
  check: ({ planId }) => plans.check(planId),
  approve: ({ planId, ...approval }) => plans.approve(planId, approval),
  tick: ({ planId, row, note }) => plans.tick(planId, row, note),
  question: ({ planId }) => plans.question(planId),
  execute: ({ planId, ...order }) => plans.execute(planId, order),
  save: ({ planId }) => plans.save(planId),
  close: ({ planId }) => done(plans.close(planId)),
});

const policy: Group<'policy'> = ({ policy }) => ({
  read: () => policy.read(),
  change: (change) => policy.change(change),
  saveFile: () => policy.saveFile(),
  openFile: () => policy.openFile(),
});

const activity: Group<'activity'> = ({ activity }) => ({
  load: () => activity.load(),
  page: ({ listing, page }) => ({ json: activity.page(listing, page) }),
  verify: () => activity.verify(),
  export: ({ format, lines }) => activity.export(format, lines),
});

const reviews: Group<'reviews'> = ({ reviews }) => ({
  open: ({ inventoryId }) => reviews.read(inventoryId),
  put: ({ inventoryId, entries }) => done(reviews.put(inventoryId, entries)),
  finish: ({ inventoryId, by }) => reviews.finish(inventoryId, by),
});
