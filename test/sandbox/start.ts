// `npm start`: runs the sandbox until Ctrl-C and prints its one address.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from './sandbox.ts';

const port = Number(process.env.PORT ?? 4600);
const cacheDir = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const dataDir = process.env.SANDBOX_DIR ?? join(cacheDir, 'tallybridge-sandbox');

async function main(): Promise<void> {
  const sandbox = await startSandbox({ port, dataDir, say: (line) => console.log(line) });
  console.log(`
  ${sandbox.home}

  1. Open the shop, put something in the cart and pay with 4111 1111 1111 1111.
  2. Watch the order turn to "processing" and travel through the table on the front page.
  3. Open its invoice: the panel on the right shows card, fraud score and what can go back.
  4. Refund a part of it; the credit note and the refund appear in the invoice.
  5. Make something go wrong, or jump to the next day, on the front page.
  6. Ctrl-C stops it; the next start has all of it again (${dataDir}).
`);
  let closing = false;
  const stop = async () => {
    // A second Ctrl-C does not wait.
    if (closing) process.exit(1);
    closing = true;
    console.log('\nStopping…');
    await sandbox.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

try {
  await main();
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  const { code, port: busy } = error as { readonly code?: string; readonly port?: number };
  if (code !== 'EADDRINUSE') return error instanceof Error ? (error.stack ?? '') : String(error);
  return `Port ${busy} is taken: the sandbox may be running already; stop it, or choose other ports with PORT=${port + 100}.`;
}
