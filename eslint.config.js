import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { houseRules } from './tools/lib/eslint-house-rules.mjs';
import { importRule } from './tools/lib/eslint-import-rule.mjs';
import { WINDOW_FILE } from './tools/lib/import-zones.mjs';

const PRODUCT = ['src/**/*.ts', 'main/**/*.ts', 'renderer/**/*.{ts,tsx}'];

/** What the neutral core must not know: it runs in both processes and in tests. */
const FOREIGN_TO_CORE = [
  'window',
  'document',
  'navigator',
  'fetch',
  'process',
  'Buffer',
  '__dirname',
  'require',
];

/** @type {import('eslint').Linter.RulesRecord} */
const sizes = {
  'max-lines': ['error', { max: 220 }],
  'max-lines-per-function': ['error', { max: 45 }],
  'max-params': ['error', 4],
};

/** @type {import('eslint').Linter.RulesRecord} */
const style = {
  eqeqeq: 'error',
  'no-console': 'error',
  'no-eval': 'error',
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/naming-convention': [
    'error',
    { selector: 'typeLike', format: ['PascalCase'] },
    { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
  ],
};

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'release/', '.cache/', 'test-results/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...style, ...sizes },
  },
  {
    files: ['**/*.{mjs,js}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      'no-undef': 'off',
      eqeqeq: 'error',
      ...sizes,
    },
  },
  {
    // Electron loads these as they are, before any bundle.
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { eqeqeq: 'error', 'no-undef': 'off', ...sizes },
  },
  {
    files: ['**/*.tsx', 'renderer/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
    // It speaks of what React's compiler would skip; that compiler is not used here.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: PRODUCT,
    plugins: { keydesk: { rules: { 'import-rule': importRule } } },
    rules: { 'keydesk/import-rule': 'error' },
  },
  ...houseRules(),
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...FOREIGN_TO_CORE] } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: [WINDOW_FILE],
    rules: { 'no-restricted-globals': ['error', 'window', 'fetch', 'XMLHttpRequest', 'WebSocket'] },
  },
  {
    // A suite is one long call of `describe`, and its stand-ins often await nothing.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'off',
    },
  },
);
