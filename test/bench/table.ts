// Prints findings as one aligned table with a summary as its last line.
import type { Finding } from './finding.ts';

const HEAD = ['what', 'measured', 'baseline', 'bar', ''] as const;

function cells(finding: Finding): string[] {
  const { what, measured, baseline = '', bar = '', holds } = finding;
  return [what, measured, baseline, bar, holds === undefined ? '' : holds ? 'ok' : 'over'];
}

/** Lines without trailing blanks. */
export function table(findings: readonly Finding[]): string {
  const rows = [[...HEAD], ...findings.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head = [], ...body] = rows;
  return [line(head), rule.trimEnd(), ...body.map(line)].join('\n');
}

export function summary(findings: readonly Finding[]): string {
  const barred = findings.filter((one) => one.holds !== undefined);
  const over = barred.filter((one) => one.holds === false);
  const held = `${barred.length - over.length} of ${barred.length} bars hold`;
  return over.length === 0 ? held : `${held}; over: ${over.map((one) => one.what).join(', ')}`;
}
