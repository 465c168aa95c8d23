import { servePractice, type ParentPort } from './process-service';

// Electron gives a utility process this port; plain Node has none.
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };

if (parentPort) servePractice(parentPort, () => process.exit(0));
else process.exit(64);
