import { AppError } from '@core/domain/app-error';
import { readCommandLine, USAGE, type CommandLine } from './cli-options';
import { startPractice } from './server';
import { discardTrainingData } from './store';
import { trainingText } from './training-text';

/** Exit code of a command line that cannot be understood, as sysexits.h has it. */
const USAGE_ERROR = 64;

async function serve({ options, reset, quiet }: CommandLine): Promise<void> {
  if (reset) discardTrainingData(options.dataFolder);
  const practice = await startPractice(options);
  const end = (): void => void practice.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.stdout.write(quiet ? `${practice.baseUrl}\n` : trainingText(practice, options));
}

async function main(): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(2));
  if (commandLine.help) process.stdout.write(USAGE);
  else await serve(commandLine);
}

main().catch((error: unknown) => {
  const expected = error instanceof AppError;
  process.stderr.write(`${expected ? error.message : 'The practice console failed.'}\n`);
  if (!expected) process.stderr.write(`${String(error)}\n`);
  process.exitCode = expected && error.code === 'invalid-input' ? USAGE_ERROR : 1;
});
