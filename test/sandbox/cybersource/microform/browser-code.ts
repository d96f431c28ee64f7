// Builds the two browser scripts of Microform, and the integrity value of the one that pages load.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface BrowserCode {
  /** The script behind `clientLibrary`. */
  readonly library: string;
  /** `sha256-...` of its bytes. */
  readonly libraryIntegrity: string;
  /** The script inside the field frames. */
  readonly field: string;
}

export async function buildBrowserCode(): Promise<BrowserCode> {
  const [library, field] = await Promise.all([
    bundle(new URL('./browser/library.ts', import.meta.url)),
    bundle(new URL('./browser/field.ts', import.meta.url)),
  ]);
  const digest = createHash('sha256').update(library).digest('base64');
  return { library, libraryIntegrity: `sha256-${digest}`, field };
}

async function bundle(source: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
