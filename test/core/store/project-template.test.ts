// The project template holds every table and column of the schema and every function, and is the same each time.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ColumnSchema,
  schema,
  type TableSchema,
} from '../../../functions/core/store/schema.ts';
import { packageProject } from '../../../functions/package-project.ts';

interface Component {
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
}
interface Template {
  readonly version: string;
  readonly components: { readonly Datastore: Component[]; readonly Functions: Component[] };
}

const repositoryFunctions = join(import.meta.dirname, '../../../functions');
const functionTypes = { api: 'advancedio', hooks: 'advancedio', timer: 'job', worker: 'job' };
let dir: string;
let zip: Record<string, Uint8Array>;
let template: Template;

/** The real configurations around a stand-in for each entry. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'project-template-'));
  for (const name of Object.keys(functionTypes)) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, 'main.ts'), `export default function ${name}(): void {}\n`);
    for (const file of ['catalyst-config.json', 'package.json']) {
      writeFileSync(join(dir, name, file), readFileSync(join(repositoryFunctions, name, file)));
    }
  }
  zip = unzipSync(readFileSync(await packageProject(join(dir, 'out'), dir)));
  template = JSON.parse(strFromU8(zip['project-template-1.0.0.json'] ?? new Uint8Array()));
});
afterAll(() => rmSync(dir, { recursive: true }));

const named = (type: string) =>
  template.components.Datastore.filter((component) => component.type === type);

it('is named by its version', () => {
  expect(template.version).toBe('1.0.0');
});

it('has every table of the schema, readable by administrators only', () => {
  const tables = Object.keys(schema);
  expect(named('table').map(({ properties }) => properties.table_name)).toEqual(tables);
  for (const type of ['tableScope', 'tablePermission']) {
    expect(named(type).map(({ name }) => name)).toEqual(
      tables.map((table) => `${table}-App Administrator`),
    );
  }
});

it('has every column with its type, length, uniqueness and duty', () => {
  const expected = Object.entries<TableSchema>(schema).flatMap(([table, columns]) =>
    Object.entries<ColumnSchema>(columns).map(([name, column]) => ({
      type: 'column',
      name: `${table}-${name}`,
      properties: expect.objectContaining({
        table_name: table,
        column_name: name,
        data_type: column.type,
        max_length: column.length,
        is_unique: column.unique ?? false,
        is_mandatory: column.mandatory ?? false,
      }),
      dependsOn: [`Datastore.table.${table}`],
    })),
  );
  expect(named('column')).toEqual(expected);
});

it('has every function without variables, with its code, configuration and package file', () => {
  const types = template.components.Functions.map(({ name, properties }) => [
    name,
    properties.type,
  ]);
  expect(Object.fromEntries(types)).toEqual({
    api: 'applogic',
    hooks: 'applogic',
    timer: 'job',
    worker: 'job',
  });
  for (const { name, properties } of template.components.Functions) {
    expect(properties).toMatchObject({
      stack: 'node24',
      code: { path: `functions/${name}.zip` },
      configuration: { environment: {}, memory: 256 },
    });
    const files = unzipSync(zip[`functions/${name}.zip`] ?? new Uint8Array());
    expect(Object.keys(files).sort()).toEqual(['catalyst-config.json', 'index.js', 'package.json']);
    const config = strFromU8(files['catalyst-config.json'] ?? new Uint8Array());
    expect(config).not.toContain('env_variables');
    const code = strFromU8(files['index.js'] ?? new Uint8Array());
    expect(code).toContain('module.exports=module.exports.default;');
  }
});

it('is the same, byte for byte, when it is made again', async () => {
  const first = readFileSync(join(dir, 'out/tallybridge-project-template.zip'));
  await packageProject(join(dir, 'out'), dir);
  expect(readFileSync(join(dir, 'out/tallybridge-project-template.zip'))).toEqual(first);
});

it('lists the same functions in catalyst.json', () => {
  const catalyst = JSON.parse(
    readFileSync(join(repositoryFunctions, '../catalyst.json'), 'utf8'),
  ) as { functions: { targets: string[] } };
  expect(catalyst.functions.targets).toEqual(Object.keys(functionTypes));
});
