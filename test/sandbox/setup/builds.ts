// Builds the functions and the widget when a source is newer than what was built from it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const functionsDir = join(root, 'functions');
export const widgetDist = join(root, 'widget', 'dist');

const FUNCTION_NAMES = ['api', 'hooks', 'worker', 'timer'];
const PRODUCTS = ['books', 'inventory', 'crm', 'desk'];

export async function buildIfStale(): Promise<void> {
  await Promise.all([buildFunctionsIfStale(), buildWidgetIfStale()]);
}

async function buildFunctionsIfStale(): Promise<void> {
  const built = FUNCTION_NAMES.map((name) => join(functionsDir, name, 'index.js'));
  const sources = changedAt(functionsDir, (path) => !/(index|\.lazy)\.js$/.test(path));
  if (builtAt(built) > sources) return;
  const { buildFunctions } = await import('../../../functions/build.ts');
  await buildFunctions();
}

async function buildWidgetIfStale(): Promise<void> {
  const built = PRODUCTS.map((product) => join(widgetDist, product, 'app', 'widget.html'));
  const isSource = (path: string) => !path.split('/').includes('dist');
  // The widget shares the contract and the money rules with the functions.
  const sources = Math.max(
    changedAt(join(root, 'widget'), isSource),
    changedAt(join(functionsDir, 'core', 'contract'), () => true),
    changedAt(join(functionsDir, 'core', 'domain'), () => true),
  );
  if (builtAt(built) > sources) return;
  const { buildWidget } = await import('../../../widget/build.ts');
  await buildWidget();
}

/** When the oldest of the built files was written; 0 when one is missing. */
function builtAt(files: readonly string[]): number {
  return Math.min(...files.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
}

function changedAt(folder: string, counts: (path: string) => boolean): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => counts(file.slice(folder.length)));
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
}
