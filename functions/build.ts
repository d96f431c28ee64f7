// Bundles every function into the one file that Catalyst runs: functions/<name>/index.js.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** A function as it was built. */
export interface BuiltFunction {
  readonly name: string;
  /** Size of index.js. */
  readonly bytes: number;
}

/** What we use of the SDK; the other services are two thirds of it. */
const SDK_SERVICES = /requireModule\((?='\.\/(?:datastore|email|job-scheduling|zcql)\/)/g;

/** In place of the SDK's performance agent: half of its code, of no use to us, and broken by strict mode. */
const NO_AGENT = 'exports.startTracker = (category, name, run) => run();';

/** Services within those that we never ask: crons, and bulk jobs on tables. */
const SDK_UNUSED = /zcatalyst-sdk-node\/lib\/(job-scheduling\/cron|datastore\/bulk-job)\.js$/;

const NO_SERVICE = 'exports.__esModule = true; exports.default = class {};';

/**
 * Makes the SDK fit into a bundle: it loads its services through an alias of `require` that bundlers cannot follow
 * (SDK `lib/catalyst-app.js`). A service that is not listed fails as "Cannot find module" when it is first used.
 */
const catalystSdk: Plugin = {
  name: 'catalyst-sdk',
  setup({ onLoad }) {
    onLoad({ filter: /zcatalyst-sdk-node\/lib\/catalyst-app\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(SDK_SERVICES, 'require('),
    }));
    onLoad({ filter: /zcatalyst-sdk-node\/lib\/apminsight\/index\.js$/ }, () => ({
      contents: NO_AGENT,
    }));
    onLoad({ filter: SDK_UNUSED }, () => ({ contents: NO_SERVICE }));
  },
};

/** Puts the card page's script and style into the function that serves it. */
const cardPage: Plugin = {
  name: 'card-page',
  setup({ onLoad }) {
    onLoad({ filter: /compose\/card-page-files\.ts$/ }, async () => ({
      contents: `export const cardPageFiles = ${JSON.stringify(await buildCardPage())};`,
    }));
  },
};

/** The languages besides English; each is a file of its own, which the page names for who reads it. */
const cardPageLanguages = ['ar', 'de', 'es', 'fr', 'ja'];

/** The card page as browsers load it, minified. */
export async function buildCardPage(): Promise<{
  readonly script: string;
  readonly style: string;
  readonly bank: string;
  readonly texts: Readonly<Record<string, string>>;
}> {
  const folder = join(import.meta.dirname, '../widget/card-page');
  const { outputFiles = [] } = await build({
    entryPoints: [
      join(folder, 'main.tsx'),
      join(folder, 'bank-frame.ts'),
      ...cardPageLanguages.map((language) => join(folder, `languages/${language}.ts`)),
    ],
    outdir: 'card-page',
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const textOf = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return {
    script: textOf('main.js'),
    style: textOf('.css'),
    bank: textOf('bank-frame.js'),
    texts: Object.fromEntries(
      cardPageLanguages.map((language) => [language, textOf(`/languages/${language}.js`)]),
    ),
  };
}

/** What a bundle loads only when it is first needed is a file of its own beside it: parsing it would slow every cold start. */
export const LAZY_FILE = /\.lazy\.js$/;

/** @param found gets the source of each such file by its name. */
function lazyFiles(found: Map<string, string>): Plugin {
  return {
    name: 'lazy-files',
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = `${basename(path, '.ts')}.lazy.js`;
        found.set(file, join(resolveDir, path));
        return { path: `./${file}`, external: true };
      });
    },
  };
}

/**
 * Builds all functions of a folder: the ones with a catalyst-config.json and a main.ts whose default export is the
 * handler.
 * @param functionsDir the folder that holds one folder per function.
 */
export async function buildFunctions(
  functionsDir: string = import.meta.dirname,
): Promise<BuiltFunction[]> {
  const names = await functionNames(functionsDir);
  return Promise.all(names.map((name) => buildFunction(functionsDir, name)));
}

/** Sorted. */
async function functionNames(functionsDir: string): Promise<string[]> {
  const entries = await readdir(functionsDir);
  return entries
    .filter((name) => existsSync(join(functionsDir, name, 'catalyst-config.json')))
    .sort();
}

async function buildFunction(functionsDir: string, name: string): Promise<BuiltFunction> {
  const folder = join(functionsDir, name);
  const lazy = new Map<string, string>();
  const bytes = await bundle(join(folder, 'main.ts'), join(folder, 'index.js'), lazy, {
    // Catalyst calls what the file exports, not a `default` in it.
    footer: { js: 'module.exports=module.exports.default;' },
  });
  for (const [file, source] of lazy) await bundle(source, join(folder, file), lazy);
  return { name, bytes };
}

async function bundle(
  source: string,
  outfile: string,
  lazy: Map<string, string>,
  more: BuildOptions = {},
): Promise<number> {
  const { metafile } = await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    minify: true,
    // An uncaught error prints its whole line, and a log message holds 1,500 characters.
    lineLimit: 500,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [catalystSdk, cardPage, lazyFiles(lazy)],
    ...more,
  });
  const [output] = Object.values(metafile?.outputs ?? {});
  return output?.bytes ?? 0;
}

if (import.meta.main) {
  for (const { name, bytes } of await buildFunctions()) {
    console.log(`functions/${name}/index.js ${(bytes / 1024).toFixed(1)} KiB`);
  }
}
