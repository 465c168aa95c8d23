/**
 * Constructions that live in few files or nowhere: what they are, why, and the files that may have them.
 * @typedef {{ selector: string, message: string, files?: string[] }} HouseRule
 */

const BARE_NAMES = [
  'findCredentials',
  'findPassword',
  'rejectUnauthorized',
  'dangerouslySetInnerHTML',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'setUsePlainTextEncryption',
];

/** @type {HouseRule[]} */
const STYLE_RULES = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrels: import from the file itself.' },
  {
    selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
    message: 'No `as unknown as`: narrow or parse the value.',
  },
];

/** @type {HouseRule[]} */
const PRODUCT_RULES = [
  {
    selector: `:matches(Identifier, JSXIdentifier)[name=/^(${BARE_NAMES.join('|')})$/]`,
    message: 'This name is never used in Keydesk.',
  },
  {
    selector: `MemberExpression > Literal[value=/^(${BARE_NAMES.join('|')})$/]`,
    message: 'This name is never used in Keydesk.',
  },
  {
    selector: "Identifier[name='ipcMain']",
    message: 'ipcMain lives in main/ipc/serve.ts.',
    files: ['main/ipc/serve.ts'],
  },
  {
    selector: "Identifier[name='ipcRenderer']",
    message: 'ipcRenderer lives in main/preload.ts.',
    files: ['main/preload.ts'],
  },
  {
    selector: "NewExpression[callee.name='BrowserWindow']",
    message: 'Windows are made in main/window.ts.',
    files: ['main/window.ts'],
  },
  {
    selector: "ImportSpecifier[imported.name='clipboard']",
    message: "Electron's clipboard lives in main/clipboard.ts.",
    files: ['main/clipboard.ts'],
  },
];

/** @type {HouseRule[]} */
const RENDERER_RULES = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='RegExp'][arguments.0.type!='Literal']",
    message: 'A pattern built from data can be made to run for minutes: search for plain text.',
  },
];

/** @param {HouseRule[]} rules @param {string} [file] the file whose exceptions apply */
function setting(rules, file) {
  const kept = rules.filter(({ files }) => !file || !files?.includes(file));
  return ['error', ...kept.map(({ selector, message }) => ({ selector, message }))];
}

/**
 * The house rules as ESLint configuration blocks, from general to particular.
 * @returns {import('eslint').Linter.Config[]}
 */
export function houseRules() {
  const product = [...STYLE_RULES, ...PRODUCT_RULES];
  const exceptions = [...new Set(product.flatMap(({ files }) => files ?? []))];
  /** @param {string[]} files @param {unknown} value @returns {import('eslint').Linter.Config} */
  const block = (files, value) => ({
    files,
    rules: { 'no-restricted-syntax': /** @type {import('eslint').Linter.RuleEntry} */ (value) },
  });
  return [
    block(['**/*.{ts,tsx,mjs}'], setting(STYLE_RULES)),
    block(['main/**/*.ts'], setting(product)),
    block(['src/**/*.ts', 'renderer/**/*.{ts,tsx}'], setting([...product, ...RENDERER_RULES])),
    ...exceptions.map((file) => block([file], setting(product, file))),
  ];
}
