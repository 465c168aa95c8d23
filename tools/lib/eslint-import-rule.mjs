import { relative, sep } from 'node:path';
import { forbiddenImport } from './import-rule.mjs';

/**
 * ESLint rule: reports every import, re-export and dynamic import that the import rule forbids.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importRule = {
  meta: { type: 'problem', schema: [], messages: { forbidden: 'Import rule: {{reason}}.' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    /** @param {any} node */
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
      const reason = forbiddenImport(file, node.source.value, typeOnly);
      if (reason) context.report({ node: node.source, messageId: 'forbidden', data: { reason } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
