// The audit of packages: a high hole fails, a registry without audits is said and passes.
import { expect, it } from 'vitest';
import { judgeAudit } from '../../audit-packages.ts';

const report = (severity: string) => ({
  auditReportVersion: 2,
  vulnerabilities: { leftish: { name: 'leftish', severity, range: '<1.2.3' } },
  metadata: {
    vulnerabilities: { low: 0, moderate: 0, high: 0, critical: 0, total: 1, [severity]: 1 },
  },
});

it.each(['high', 'critical'])('fails for a %s hole, and names the package', (severity) => {
  const { ok, sentence } = judgeAudit(JSON.stringify(report(severity)));
  expect(ok).toBe(false);
  expect(sentence).toContain(`leftish <1.2.3 (${severity})`);
});

it('passes with lesser ones', () => {
  expect(judgeAudit(JSON.stringify(report('moderate'))).ok).toBe(true);
});

it.each([
  ['a registry that has no audits', '{"message":"405 Method Not Allowed","statusCode":405}'],
  ['no registry at all', '{"error":{"code":"ENOTFOUND","summary":"no such host"}}'],
  ['an answer that is none', ''],
])('passes with %s, and says so in a line', (_, text) => {
  const { ok, sentence } = judgeAudit(text);
  expect(ok).toBe(true);
  expect(sentence).toMatch(/^Packages were not audited: [^\n]+$/);
});
