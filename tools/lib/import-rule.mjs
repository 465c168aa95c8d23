import { posix } from 'node:path';
import { featureZone, PACKAGE_FILES, RENDERER_ROOT, vendorZone, ZONES } from './import-zones.mjs';

/** @typedef {import('./import-zones.mjs').Zone} Zone */

/** @param {string} file @returns {Zone | undefined} the zone that decides for a file, none outside the product */
function zoneOf(file) {
  const adapter = /^main\/adapters\/[^/]+\//.exec(file)?.[0];
  if (adapter) return vendorZone(adapter);
  const zone = ZONES.find(({ folder }) => file.startsWith(folder));
  if (zone) return zone;
  const feature = /^renderer\/[^/]+\//.exec(file)?.[0];
  if (feature) return featureZone(feature);
  return file.startsWith('renderer/') ? RENDERER_ROOT : undefined;
}

const ALIASES = { '@core/': 'src/', '@main/': 'main/', '@renderer/': 'renderer/', '@test/': 'test/' };

/**
 * Where an import leads inside the repository, or `undefined` for a package or a built-in module.
 * @param {string} file the importing file, from the repository's root
 * @param {string} specifier the text between the quotes
 */
export function ownTarget(file, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const alias = Object.entries(ALIASES).find(([prefix]) => specifier.startsWith(prefix));
  return alias ? alias[1] + specifier.slice(alias[0].length) : undefined;
}

/** @param {string} entry as a zone lists it @param {string} target a file without its extension */
function covers(entry, target) {
  if (entry.endsWith('/')) return target.startsWith(entry);
  if (entry.endsWith('/*')) return `${posix.dirname(target)}/*` === entry;
  return target === entry.replace(/\.tsx?$/, '');
}

/** @param {string[]} allowed @param {string} name */
function listed(allowed, name) {
  return allowed.some((entry) =>
    entry.endsWith('/*') ? name.startsWith(entry.slice(0, -1)) : entry === '*' || entry === name,
  );
}

/** @param {string} specifier @returns {string} the package's name without the path inside it */
function packageName(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** @param {Zone} zone @param {string} file @param {string} specifier @returns {string | undefined} */
function forbiddenOutside(zone, file, specifier) {
  if (specifier.startsWith('node:')) {
    return listed(zone.node ?? [], specifier.slice(5))
      ? undefined
      : `${zone.folder} may not use ${specifier}`;
  }
  const name = packageName(specifier);
  const files = PACKAGE_FILES[name];
  if (files && !files.includes(file)) return `${name} is imported only in ${files.join(', ')}`;
  return listed(zone.packages, name) ? undefined : `${zone.folder} may not use the package ${name}`;
}

/**
 * Why an import breaks the import rule, or `undefined` where it keeps it.
 * @param {string} file the importing file, from the repository's root, with forward slashes
 * @param {string} specifier the text between the quotes
 * @param {boolean} [typeOnly] whether the import disappears at run time
 * @returns {string | undefined}
 */
export function forbiddenImport(file, specifier, typeOnly = false) {
  const zone = zoneOf(file);
  if (!zone) return undefined;
  const target = ownTarget(file, specifier);
  if (target === undefined) return forbiddenOutside(zone, file, specifier);
  const allowed = typeOnly ? [...zone.ours, ...(zone.types ?? [])] : zone.ours;
  if (allowed.some((prefix) => covers(prefix, target))) return undefined;
  return `${zone.folder} may not import ${target}`;
}
