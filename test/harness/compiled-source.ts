import { transformFile } from '@swc/core';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** `src` as ESM that node runs by itself, for a test that needs processes of its own. */
export type CompiledSource = Readonly<{ folder: string; remove(): Promise<void> }>;

/** Compiles these folders of `src` (default: all); `folder` then holds `src/...` beside `node_modules`. Call `remove` in `afterAll`. */
export async function compiledSource(folders: readonly string[] = ['']): Promise<CompiledSource> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trajectlijn-compiled-'));
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  for (const one of folders) await compile(path.join('src', one), folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function compile(from: string, into: string): Promise<void> {
  const files = await readdir(path.join(ROOT, from), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const { code } = await transformFile(path.join(ROOT, from, file), {
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    });
    const built = path.join(into, from, file.replace(/\.ts$/, '.js'));
    await mkdir(path.dirname(built), { recursive: true });
    await writeFile(built, code);
  }
}
