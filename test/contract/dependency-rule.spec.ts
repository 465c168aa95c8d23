import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { forbiddenImport } from '../../tools/lib/import-rule.mjs';
import { PACKAGE_FILES, WINDOW_FILE } from '../../tools/lib/import-zones.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

interface Import {
  specifier: string;
  typeOnly: boolean;
}

interface SourceFile {
  path: string;
  text: string;
  imports: Import[];
}

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ specifier: node.moduleSpecifier.text, typeOnly });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText())) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteral(first)) found.push({ specifier: first.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

const files = ['src', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => read(`${folder}/${name.replaceAll('\\', '/')}`)),
);

function importersOf(name: string): string[] {
  const imports = ({ specifier }: Import) => specifier === name || specifier.startsWith(`${name}/`);
  return files.filter((file) => file.imports.some(imports)).map((file) => file.path);
}

/** Whether a file reads the global `window`, as the compiler sees it: not in text, types or property names. */
function touchesWindow({ path, text }: SourceFile): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    const named = ts.isIdentifier(node) && node.text === 'window';
    const property = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (named && !property && ts.isExpression(node.parent)) found = true;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), visit);
  return found;
}

describe('the import rule', () => {
  it('sees the files and their imports', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(files.length);
  });

  it('is kept by every file', () => {
    const broken = files.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, typeOnly }) => {
        const reason = forbiddenImport(path, specifier, typeOnly);
        return reason ? [`${path}: ${reason}`] : [];
      }),
    );
    expect(broken).toEqual([]);
  });

  it.each([
    ['src/domain/a.ts', '../text/redact'],
    ['src/domain/a.ts', 'node:crypto'],
    ['src/text/a.ts', 'electron'],
    ['src/contract/a.ts', '@main/ports'],
    ['main/preload.ts', './window'],
    ['main/adapters/qodly/client.ts', '@main/adapters/qwilt/client'],
    ['main/adapters/qodly/client.ts', '@main/http/http-client'],
    ['main/adapters/qodly/client.ts', 'node:fs'],
    ['main/services/key-service.ts', '@main/storage/keychain'],
    ['main/services/key-service.ts', '@main/adapters/qodly/adapter'],
    ['main/services/key-service.ts', 'electron'],
    ['main/http/http-client.ts', '@main/services/key-service'],
    ['main/http/http-status.ts', 'axios'],
    ['main/storage/keychain.ts', 'keytar'],
    ['main/ipc/handlers.ts', '@main/storage/keychain'],
    ['main/window.ts', '@main/services/key-service'],
    ['main/practice/server.ts', '@main/services/key-service'],
    ['main/index.ts', '@renderer/App'],
    ['renderer/keys/KeyTable.tsx', '../activity/log'],
    ['renderer/keys/KeyTable.tsx', '@core/contract/contract'],
    ['renderer/shared/CopyButton.tsx', '@renderer/api/queries'],
    ['renderer/api/client.ts', '@renderer/keys/KeyTable'],
    ['renderer/table/DataTable.tsx', '@core/domain/api-key'],
    ['renderer/keys/KeyTable.tsx', '@main/ports'],
    ['renderer/keys/KeyTable.tsx', 'node:fs'],
    ['renderer/keys/KeyTable.tsx', 'axios'],
  ])('refuses an import in %s of %s', (file, specifier) => {
    expect(forbiddenImport(file, specifier)).toBeTypeOf('string');
  });

  it('lets an adapter import types of the HTTP folder, and no more', () => {
    expect(forbiddenImport('main/adapters/qodly/client.ts', '@main/http/http-client', true)).toBeUndefined();
    expect(forbiddenImport('main/adapters/qodly/client.ts', '@main/http/http-client', false)).toBeDefined();
  });
});

describe('what lives in few files', () => {
  it('electron stays in its files', () => {
    const allowed = PACKAGE_FILES['electron'] ?? [];
    expect(importersOf('electron').filter((path) => !allowed.includes(path))).toEqual([]);
    expect(importersOf('electron').length).toBeGreaterThan(0);
  });

  it('keytar is in exactly one file', () => {
    expect(importersOf('keytar')).toHaveLength(1);
  });

  it('axios is in exactly two files', () => {
    expect(importersOf('axios')).toHaveLength(2);
  });

  it('the global window is in exactly one file', () => {
    const inPage = files.filter(({ path }) => path.startsWith('renderer/'));
    expect(inPage.filter(touchesWindow).map((file) => file.path)).toEqual([WINDOW_FILE]);
  });
});

describe('file names', () => {
  it('are kebab-case, and PascalCase after a component', () => {
    const good = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?|[A-Z][A-Za-z0-9]*)\.tsx?$/;
    const names = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
    expect(names.filter((name) => !good.test(name))).toEqual([]);
  });
});
