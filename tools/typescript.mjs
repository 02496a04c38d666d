// `node --import ./tools/typescript.mjs some.ts` runs TypeScript from src or test without a build;
// an .mjs that imports this file may import .ts files after it.
import * as nodeModule from 'node:module';
import * as hooks from './typescript-hooks.mjs';

if (nodeModule.registerHooks) nodeModule.registerHooks(hooks);
else nodeModule.register('./typescript-hooks.mjs', import.meta.url);
