// Checks the import rules and that the checker saw every module that there is: a blind checker is green too.
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const require = createRequire(import.meta.url);
const rules = require('../.dependency-cruiser.cjs');
const tsConfig = extractTSConfig('tsconfig.json');

const { output } = await cruise(
  ['functions', 'widget', 'test'],
  { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
  undefined,
  { tsConfig },
);
const result = output as ICruiseResult;

const seen = new Set(result.modules.map((module) => module.source));
const expected = globSync('{functions,widget,test}/**/*.{ts,tsx}', {
  exclude: (path) => /(^|\/)(dist|node_modules)(\/|$)/.test(path),
}).filter((path) => !path.endsWith('.d.ts'));
const missed = expected.filter((path) => !seen.has(path));
for (const path of missed) console.error(`not seen by the import checker: ${path}`);
for (const violation of result.summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
const imports = result.summary.totalDependenciesCruised ?? 0;
console.log(
  `${expected.length} modules, ${imports} imports, ${result.summary.violations.length} broken rules, ${missed.length} modules not seen`,
);
if (imports < expected.length) {
  console.error('fewer imports than modules: the checker does not read TypeScript');
}
const broken = result.summary.violations.length + missed.length;
process.exit(broken > 0 || imports < expected.length ? 1 : 0);
