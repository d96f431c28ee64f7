// What comes from others, read off the lock file: exact versions with hashes, known licences, no surprise at installation. Needs no registry.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json') as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const { packages } = read('package-lock.json') as {
  readonly packages: Readonly<Record<string, Locked>>;
};
/** Builds of a tool for machines that nobody has installed it on: the lock file knows their names only. */
const isUnseen = ({ dev, optional, license, integrity }: Locked) =>
  dev === true && optional === true && license === undefined && integrity === undefined;
const locked = Object.entries(packages).filter(([path, one]) => path !== '' && !isUnseen(one));

/** May be shipped inside our bundles. */
const SHIPPABLE = [
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
];
/** Used to build and to test only. */
const FOR_TOOLS = [...SHIPPABLE, 'MPL-2.0', 'WTFPL', 'CyberSource'];

/** Of a choice, one that is allowed is enough. */
function isAllowed(license: string | undefined, allowed: readonly string[]): boolean {
  const choices = (license ?? '').replace(/[()]/g, '').split(' OR ');
  return choices.some((one) => allowed.includes(one));
}

it('every package has a version and the hash of its content', () => {
  const loose = locked.filter(
    ([, { version, integrity }]) => !version || !/^sha512-/.test(integrity ?? ''),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

it('what is shipped is pinned to one version', () => {
  const ranges = Object.entries(manifest.dependencies).filter(
    ([, one]) => !/^\d+\.\d+\.\d+$/.test(one),
  );
  expect(ranges).toEqual([]);
});

it('licences are known, those of what is shipped and those of tools', () => {
  const strange = locked.filter(
    ([, { license, dev }]) => !isAllowed(license, dev === true ? FOR_TOOLS : SHIPPABLE),
  );
  expect(strange.map(([path, { license }]) => [path, license])).toEqual([]);
});

it('nothing runs a script when it is installed but what may', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const allowed = Object.keys(manifest.allowScripts).map((name) => `node_modules/${name}`);
  expect(scripted.map(([path]) => path).toSorted()).toEqual(allowed.toSorted());
});
