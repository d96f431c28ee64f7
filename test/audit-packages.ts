// Known holes in what we ship, as the registry lists them: a high one fails, a registry that keeps no list does not.
import { spawnSync } from 'node:child_process';
import * as z from 'zod/mini';

const FAILING = ['high', 'critical'] as const;
const AUDIT_TIMEOUT_MS = 60_000;

/** The part of npm's report (version 2) that we read. */
const report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ name: z.string(), severity: z.string(), range: z.string() }),
  ),
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
});

/** Judges what `npm audit --json` has printed, whatever it is: an error of the registry comes as JSON, too. */
export function judgeAudit(text: string): { readonly ok: boolean; readonly sentence: string } {
  const read = report.safeParse(parse(text));
  if (!read.success) {
    return { ok: true, sentence: 'Packages were not audited: the registry serves no audits.' };
  }
  const { vulnerabilities, metadata } = read.data;
  const counts = metadata.vulnerabilities;
  if (FAILING.every((severity) => !counts[severity])) {
    const sentence = `Packages were audited: ${counts.total ?? 0} known holes, none of them high.`;
    return { ok: true, sentence };
  }
  const found = Object.values(vulnerabilities)
    .filter(({ severity }) => FAILING.some((one) => one === severity))
    .map(({ name, severity, range }) => `${name} ${range} (${severity})`);
  return { ok: false, sentence: `Packages with known holes: ${found.join(', ')}.` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const args = ['audit', '--omit=dev', '--audit-level=high', '--json'];
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: AUDIT_TIMEOUT_MS });
  const { ok, sentence } = judgeAudit(stdout ?? '');
  process.stdout.write(`${sentence}\n`);
  process.exitCode = ok ? 0 : 1;
}
