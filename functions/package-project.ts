// Writes the Catalyst project template: one zip with tables and functions, for `catalyst iac:import` into a new project.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { buildFunctions, LAZY_FILE } from './build.ts';
import { type ColumnSchema, schema, type TableSchema } from './core/store/schema.ts';

/** The template's own version; the import takes its number from the file's name. */
const TEMPLATE_VERSION = '1.0.0';
/** Zip knows no earlier time: the same sources make the same bytes. */
const FIXED_TIME = new Date(1980, 0, 1);
const SHIPPED_FILES = ['catalyst-config.json', 'index.js', 'package.json'];

/** One thing to create, as the template names it (shape as in Zoho's published templates). */
interface Component {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
}

/** What the template reads of a function's catalyst-config.json. */
interface FunctionConfig {
  readonly deployment: {
    readonly name: string;
    readonly stack: string;
    readonly type: string;
    readonly memory: number;
  };
}

/**
 * Builds the functions and writes `tallybridge-project-template.zip`.
 * @param outDir made when it is not there.
 * @param functionsDir the folder that holds one folder per function.
 * @returns the path of the zip.
 */
export async function packageProject(
  outDir: string = join(import.meta.dirname, '..', 'dist'),
  functionsDir: string = import.meta.dirname,
): Promise<string> {
  const built = await buildFunctions(functionsDir);
  const functions = await Promise.all(built.map(({ name }) => packFunction(functionsDir, name)));
  const template = projectTemplate(functions.map(({ config }) => config));
  const files: Zippable = {
    [`project-template-${TEMPLATE_VERSION}.json`]: Buffer.from(JSON.stringify(template, null, 2)),
  };
  for (const { config, zip } of functions) files[codePath(config.deployment.name)] = zip;
  await mkdir(outDir, { recursive: true });
  const path = join(outDir, 'tallybridge-project-template.zip');
  await writeFile(path, zipSync(files, { mtime: FIXED_TIME }));
  return path;
}

/** The template's JSON: every table and column of the schema, every function. */
function projectTemplate(functions: readonly FunctionConfig[]): object {
  return {
    name: 'project-template',
    version: TEMPLATE_VERSION,
    parameters: {},
    components: {
      Datastore: Object.entries<TableSchema>(schema).flatMap(([table, columns]) => [
        component('table', table, { table_name: table }),
        ...Object.entries(columns).map(([name, column]) => columnComponent(table, name, column)),
        ...administratorOnly(table),
      ]),
      Functions: functions.map(functionComponent),
    },
  };
}

function columnComponent(table: string, name: string, column: ColumnSchema): Component {
  const properties = {
    audit_consent: false,
    decimal_digits: 2,
    column_name: name,
    data_type: column.type,
    is_unique: column.unique === true,
    is_mandatory: column.mandatory === true,
    search_index_enabled: column.indexed === true,
    table_id: table,
    table_name: table,
    max_length: column.length,
  };
  return component('column', `${table}-${name}`, properties, [`Datastore.table.${table}`]);
}

/** No rights for the role "App User": the functions work with admin scope, and nobody else reads rows. */
function administratorOnly(table: string): Component[] {
  const role = 'App Administrator';
  const who = { role_name: role, type: role, table_name: table };
  const dependsOn = [`Datastore.table.${table}`];
  return [
    component('tableScope', `${table}-${role}`, { ...who, table_scope: 'GLOBAL' }, dependsOn),
    component(
      'tablePermission',
      `${table}-${role}`,
      { ...who, table_permissions: ['SELECT', 'UPDATE', 'INSERT', 'DELETE'] },
      dependsOn,
    ),
  ];
}

/** Without variables: the keys are set in the console. */
function functionComponent({ deployment }: FunctionConfig): Component {
  const { name, stack, memory, type } = deployment;
  return component('function', name, {
    name,
    stack,
    code: { path: codePath(name) },
    configuration: { environment: {}, memory },
    // A template calls an Advanced I/O function by its old name.
    type: type === 'advancedio' ? 'applogic' : type,
  });
}

function component(
  type: string,
  name: string,
  properties: Component['properties'],
  dependsOn: readonly string[] = [],
): Component {
  return { type, name, properties, dependsOn };
}

function codePath(functionName: string): string {
  return `functions/${functionName}.zip`;
}

async function packFunction(functionsDir: string, name: string) {
  const files: Zippable = {};
  const lazy = (await readdir(join(functionsDir, name))).filter((file) => LAZY_FILE.test(file));
  for (const file of [...SHIPPED_FILES, ...lazy.sort()]) {
    files[file] = await readFile(join(functionsDir, name, file));
  }
  const config: FunctionConfig = JSON.parse(
    await readFile(join(functionsDir, name, 'catalyst-config.json'), 'utf8'),
  );
  return { config, zip: zipSync(files, { mtime: FIXED_TIME }) };
}

if (import.meta.main) process.stdout.write(`${await packageProject()}\n`);
