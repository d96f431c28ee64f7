// `node test/together.ts <script>...`: runs npm scripts side by side, one for each core, shows what each says when it is over, and fails when one does.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { sideBySide } from '../functions/core/work/side-by-side.ts';

const scripts = process.argv.slice(2);
if (scripts.length === 0) throw new Error('which scripts?');

await sideBySide(
  () => scripts.shift(),
  availableParallelism(),
  async (script) => {
    const startedAt = performance.now();
    const { code, said } = await run(script);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
    process.stdout.write(`${said}\n${script}: ${code === 0 ? 'ok' : 'FAILED'}, ${seconds} s\n`);
    if (code !== 0) process.exitCode = 1;
  },
);

function run(script: string): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
