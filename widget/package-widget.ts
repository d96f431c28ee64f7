// Packs the widget for the four products with Zoho's own toolkit and checks what came out.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { buildWidget } from './build.ts';
import { manifestFaults } from './manifest-check.ts';
import { type Product, products } from './products.ts';

const require = createRequire(import.meta.url);
const zet = require.resolve('zoho-extension-toolkit/index.js');
const TOOLKIT_TIMEOUT_MS = 120_000;

/**
 * Builds the widget and writes `<outDir>/<product>.zip` for books, inventory, crm and desk.
 * @returns the paths of the packages
 * @throws Error with the toolkit's own words when it refuses one, or when a package is not whole
 */
export async function packageWidget(outDir: string): Promise<readonly string[]> {
  await mkdir(outDir, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'tallybridge-widget-'));
  try {
    await buildWidget(work);
    const packages: string[] = [];
    for (const product of products) {
      const zip = await pack(product, work);
      const path = join(outDir, `${product.name}.zip`);
      await writeFile(path, zip);
      packages.push(path);
    }
    return packages;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pack({ name }: Product, work: string): Promise<Uint8Array> {
  // The toolkit writes into the project that it packs, and names the zip after its folder.
  const project = join(work, name);
  const files = await filesIn(project);
  const manifest = JSON.parse(await readFile(join(project, 'plugin-manifest.json'), 'utf8'));
  const faults = manifestFaults(manifest, new Set(files.map((file) => `/${file}`)));
  if (faults.length > 0) throw new Error(`manifest of ${name}: ${faults.join('; ')}`);
  await toolkit('validate', project, work);
  await toolkit('pack', project, work);
  const zip = new Uint8Array(await readFile(join(project, 'dist', `${name}.zip`)));
  checkContent(name, zip, files);
  return zip;
}

/** Every file of the project and nothing else. CRM's package has no manifest: it is made in CRM's set-up. */
function checkContent(name: string, zip: Uint8Array, files: readonly string[]): void {
  // For Desk the toolkit may leave an empty file and still report success.
  if (zip.length === 0) throw new Error(`the toolkit left an empty package for ${name}`);
  const packed = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'));
  const wanted = files.filter((file) => name !== 'crm' || file.startsWith('app/')).sort();
  const found = packed.map(([path]) => path).sort();
  if (found.join() !== wanted.join()) {
    throw new Error(`the package for ${name} holds ${found.join(', ')}, not ${wanted.join(', ')}`);
  }
  for (const [path, content] of packed) {
    if (content.length === 0) throw new Error(`${path} is empty in the package for ${name}`);
  }
}

/** Runs the toolkit's command in the project and fails with its output when it does. */
function toolkit(command: 'validate' | 'pack', project: string, work: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: project,
      timeout: TOOLKIT_TIMEOUT_MS,
      env: {
        ...process.env,
        // Anything that npm says on stderr makes the toolkit write an empty package.
        npm_config_loglevel: 'silent',
        NO_UPDATE_NOTIFIER: '1',
        // Its settings file has no place in the home directory of whoever builds.
        XDG_CONFIG_HOME: join(work, 'config'),
      },
    };
    execFile(process.execPath, [zet, command], options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`zet ${command} in ${project}: ${stdout}${stderr}`, { cause: error }));
    });
  });
}

/** Paths of all files under a folder, relative to it, with slashes. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outDir = fileURLToPath(new URL('../dist', import.meta.url));
  for (const path of await packageWidget(outDir)) process.stdout.write(`${path}\n`);
}
