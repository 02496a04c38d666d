import fs from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;

/** Every installed package that ships ESM in its `.js` files: Jest runs CommonJS, so these are transformed too. */
function esmPackages(folder, found = new Set()) {
  if (!fs.existsSync(folder)) return found;
  for (const name of packagesIn(folder)) {
    const own = path.join(folder, name);
    const manifest = path.join(own, 'package.json');
    if (fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module') found.add(name);
    esmPackages(path.join(own, 'node_modules'), found);
  }
  return found;
}

function packagesIn(folder) {
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@') ? fs.readdirSync(path.join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

const esm = [...esmPackages(path.join(root, 'node_modules'))].map((name) => name.replace(/[/.\-]/g, '\\$&'));

const swc = (typescript) => ({
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: typescript ? { syntax: 'typescript', decorators: true } : { syntax: 'ecmascript' },
    transform: typescript ? { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } : {},
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
});

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tools/jest-global.mjs',
  globalTeardown: '<rootDir>/tools/jest-teardown.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testTimeout: 30_000,
  workerGracefulExitTimeout: 20_000, // a worker with a large heap needs more than the half second of Jest to go; one that leaks is still told
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc(true)], '^.+\\.m?js$': ['@swc/jest', swc(false)] },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esm.join('|')})/)`],
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts'],
};
