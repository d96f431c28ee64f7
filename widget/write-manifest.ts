// Writes the committed plugin-manifest.json, Books', from the one source of the manifests.
import { writeFileSync } from 'node:fs';
import { apiBaseOfBuild } from './build.ts';
import { manifestOf, manifestText } from './manifests.ts';

writeFileSync(
  new URL('../plugin-manifest.json', import.meta.url),
  manifestText(manifestOf('books', apiBaseOfBuild())),
);
