// The threat model names tests that are there.
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('functions/THREATS.md', root), 'utf8');
const named = [...page.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path = '']) => path);
const doors = page.split('\n').filter((line) => /^\| [^-]/.test(line) && !line.includes('ASVS'));

it('every threat names at least one test and a chapter of ASVS', () => {
  expect(doors.length).toBeGreaterThan(15);
  const without = doors.filter(
    (line) => !/`test\//.test(line) || !/\| V\d+(, V\d+)* \|$/.test(line),
  );
  expect(without).toEqual([]);
});

it.each([...new Set(named)])('%s is there', (path) => {
  expect(existsSync(new URL(path, root))).toBe(true);
});
