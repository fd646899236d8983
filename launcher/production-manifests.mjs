/**
 * Prepares the manifests of an image (see the Dockerfile): leaves out the packages that are not in it and everything that
 * only development needs, so that a plain `npm install` brings what production runs and nothing else.
 * Run in the folder of the copied manifests: node production-manifests.mjs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const write = (file, manifest) => writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);

const root = read('package.json');
const workspaces = root.workspaces.filter((folder) => existsSync(`${folder}/package.json`));
const { devDependencies: _tools, ...rootForProduction } = { ...root, workspaces };
write('package.json', rootForProduction);

for (const folder of workspaces) {
  const { devDependencies: _, ...forProduction } = read(`${folder}/package.json`);
  write(`${folder}/package.json`, forProduction);
}
