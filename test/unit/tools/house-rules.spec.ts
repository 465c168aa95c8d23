import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { houseRules } from '../../../tools/lib/eslint-house-rules.mjs';
import { importRule } from '../../../tools/lib/eslint-import-rule.mjs';

const linter = new Linter({ cwd: '/repository' });
const parserOptions = { ecmaFeatures: { jsx: true } };
const config: Linter.Config[] = [
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions },
    plugins: { keydesk: { rules: { 'import-rule': importRule } } },
    rules: { 'keydesk/import-rule': 'error' },
  },
  ...houseRules(),
];

function complaints(file: string, code: string): string[] {
  return linter.verify(code, config, { filename: `/repository/${file}` }).map(({ message }) => message);
}

describe('the house rules', () => {
  it.each([
    ['src/text/a.ts', 'export default 1;'],
    ['src/text/a.ts', "export * from './b';"],
    ['src/text/a.ts', "export { b } from './b';"],
    ['src/text/a.ts', 'export const a = 1 as unknown as string;'],
    ['main/storage/a.ts', 'keytar.findCredentials("a");'],
    ['main/storage/a.ts', 'keytar["findCredentials"]("a");'],
    ['main/http/a.ts', 'export const options = { rejectUnauthorized: false };'],
    ['renderer/keys/A.tsx', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;'],
    ['renderer/keys/a.ts', 'localStorage.setItem("a", "b");'],
    ['renderer/keys/a.ts', 'export const find = (text: string) => new RegExp(text);'],
    ['src/text/a.ts', 'export const find = (text: string) => RegExp(text);'],
    ['main/app.ts', 'ipcMain.handle("a", () => 1);'],
    ['main/window.ts', 'ipcRenderer.send("a");'],
    ['main/app.ts', 'new BrowserWindow();'],
    ['main/index.ts', "import { clipboard } from 'electron';"],
    ['main/services/a.ts', "import { app } from 'electron';"],
    ['main/services/a.ts', "export const load = () => import('axios');"],
  ])('refuse in %s: %s', (file, code) => {
    expect(complaints(file, code)).toHaveLength(1);
  });

  it.each([
    ['main/ipc/serve.ts', 'ipcMain.handle("a", () => 1);'],
    ['main/preload.ts', 'ipcRenderer.send("a");'],
    ['main/window.ts', 'new BrowserWindow();'],
    ['main/clipboard.ts', "import { clipboard } from 'electron';"],
    ['renderer/keys/a.ts', 'export const spaces = new RegExp("[ ]+");'],
  ])('accept in %s: %s', (file, code) => {
    expect(complaints(file, code)).toEqual([]);
  });
});
