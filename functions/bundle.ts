// Flows, mappings and tables between an installation and a file: how Dev, QA and Production stay in step.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { BundleDiffReply, ImportReply } from './core/contract/documents.ts';
import type { ErrorReply } from './core/contract/panel.ts';
import { deployerToken } from './deployer-token.ts';

const USAGE = `Usage: npm run bundle -- export|diff|import --api https://<project>.catalystserverless.com/server/api
         --installation <id> --file bundle.json [--only flow:<id>,mapping:<id>,table:<id>] [--note <why>]
  export  writes what the installation has made its own (or only what is named) into the file
  diff    says what importing the file would change; nothing is changed
  import  publishes it; the same file again changes nothing
TALLYBRIDGE_TOKEN_KEY must be set to the value that the functions have.
Ends with 0 when all is well, 1 when diff finds a difference, 2 for a wrong call, 3 when it was refused or failed.`;

const EXIT = { ok: 0, different: 1, usage: 2, failed: 3 } as const;

interface Call {
  readonly api: string;
  readonly installation: string;
  readonly tokenKey: string;
}

type Command = (call: Call, file: string, options: Options) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  async export(call, file, { only }) {
    const documents = only?.split(',').map((name) => {
      const [kind, id] = name.split(':');
      return { kind, id };
    });
    await writeFile(file, await ask(call, 'export', documents === undefined ? {} : { documents }));
    say(`Written to ${file}.`);
    return EXIT.ok;
  },
  async diff(call, file) {
    const answer = await ask(call, 'diff', { bundle: await readBundle(file) });
    const { documents, missing, faults } = JSON.parse(answer) as BundleDiffReply;
    const different = documents.filter(({ state }) => state !== 'same');
    for (const { kind, id, title, state, changes } of different) {
      say(`${state === 'new' ? 'New' : 'Changed'}: ${kind} ${id} “${title}”`);
      for (const line of changes) say(`    ${line}`);
    }
    for (const { sentence } of missing) say(`Missing: ${sentence}`);
    for (const { severity, sentence } of faults) say(`${severity}: ${sentence}`);
    say(`${different.length} different, ${documents.length - different.length} the same.`);
    return different.length > 0 ? EXIT.different : EXIT.ok;
  },
  async import(call, file, { note }) {
    const request = { bundle: await readBundle(file), ...(note === undefined ? {} : { note }) };
    const answer = await ask(call, 'import', request);
    const { imported, missing, remarks } = JSON.parse(answer) as ImportReply;
    for (const { kind, id, version } of imported)
      say(`Published: ${kind} ${id} as version ${version}`);
    for (const { sentence } of missing) say(`Missing: ${sentence}`);
    for (const remark of remarks) say(`warning: ${remark}`);
    if (imported.length === 0) say('Nothing to do: all of it is here already.');
    return EXIT.ok;
  },
};

interface Options {
  readonly only?: string | undefined;
  readonly note?: string | undefined;
}

/** The call's parts; undefined when it is not as the usage says. */
function readCall() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        api: { type: 'string' },
        installation: { type: 'string' },
        file: { type: 'string' },
        only: { type: 'string' },
        note: { type: 'string' },
      },
    });
    const { api, installation, file, ...options } = values;
    const [name = '', ...others] = positionals;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const tokenKey = process.env.TALLYBRIDGE_TOKEN_KEY;
    if (!command || !api || !installation || !file || !tokenKey || others.length > 0) {
      return undefined;
    }
    return { command, call: { api, installation, tokenKey }, file, options };
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const read = readCall();
  if (read !== undefined) return read.command(read.call, read.file, read.options);
  complain(USAGE);
  return EXIT.usage;
}

async function readBundle(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Asks the api as an administrator; the text of its answer. */
async function ask({ api, installation, tokenKey }: Call, route: string, request: object) {
  const response = await fetch(`${api.replace(/\/$/, '')}/bundles/${route}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-tallybridge-token': await deployerToken(installation, tokenKey),
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(refusalIn(text) ?? `The api answered ${response.status}: ${text.slice(0, 200)}`);
}

function refusalIn(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as ErrorReply;
    return `${error.message} ${error.next}`;
  } catch {
    return undefined;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

process.exitCode = await main().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  return EXIT.failed;
});
