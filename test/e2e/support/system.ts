import type { ElectronApplication } from 'playwright';

/** A question the application asked through the system. */
export interface AskedQuestion {
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
}

/** The system around the application, as a test plays it: native dialogs, clipboard, power. */
export interface TestSystem {
  /** The next saving dialogs are answered with this file, or cancelled. */
  answerSaveDialog(path: string | null): Promise<void>;
  /** The next opening dialogs are answered with this file, or cancelled. */
  answerOpenDialog(path: string | null): Promise<void>;
  /** The next questions are answered with the button of this name. */
  answerMessageBox(button: string): Promise<void>;
  /** The questions that were asked since `answerMessageBox`. */
  askedQuestions(): Promise<AskedQuestion[]>;
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** As the operating system tells that the machine goes to sleep. */
  suspend(): Promise<void>;
}

interface WithQuestions {
  keydeskQuestions?: AskedQuestion[];
}

/** Plays the system around a running application. Native dialogs are the one thing that is replaced. */
export const testSystem = (app: ElectronApplication): TestSystem => ({
  answerSaveDialog: (path) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    }, path),
  answerOpenDialog: (path) =>
    app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: file === null, filePaths: file === null ? [] : [file] });
    }, path),
  answerMessageBox: (button) =>
    app.evaluate(({ dialog }, name) => {
      const questions: AskedQuestion[] = [];
      (globalThis as WithQuestions).keydeskQuestions = questions;
      dialog.showMessageBox = (...args: unknown[]) => {
        const { message, detail = '', buttons = [] } = args.at(-1) as Electron.MessageBoxOptions;
        questions.push({ message, detail, buttons });
        return Promise.resolve({ response: buttons.indexOf(name), checkboxChecked: false });
      };
    }, button),
  askedQuestions: () => app.evaluate(() => (globalThis as WithQuestions).keydeskQuestions ?? []),
  readClipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
  writeClipboard: (text) => app.evaluate(({ clipboard }, given) => clipboard.writeText(given), text),
  suspend: async () => void (await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))),
});
