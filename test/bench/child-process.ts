// Runs a script of the bench in a process of its own, so that what is measured and who measures don't share one.
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A script that was started and talks by messages. */
export interface Helper<Said> {
  /** Its first message. */
  readonly said: Said;
  stop(): Promise<void>;
}

/** Starts a script of this folder with one argument and waits until it has said something. */
export async function startHelper<Said>(script: string, input: object): Promise<Helper<Said>> {
  const child = fork(scriptPath(script), [JSON.stringify(input)]);
  const said = await firstMessage<Said>(child, script);
  return {
    said,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs a script of this folder to its end. @returns the one message that it sent. */
export async function runHelper<Said>(script: string, input: object): Promise<Said> {
  const child = fork(scriptPath(script), [JSON.stringify(input)]);
  const exited = once(child, 'exit');
  const said = await firstMessage<Said>(child, script);
  await exited;
  return said;
}

function scriptPath(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}

async function firstMessage<Said>(child: ChildProcess, script: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Said));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}

/** Runs a line of code in a fresh Node process. @returns what it wrote, as JSON. */
export async function evaluate<Said>(
  code: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Said> {
  const { stdout } = await run(process.execPath, ['-e', code, ...args], { env });
  return JSON.parse(stdout) as Said;
}
