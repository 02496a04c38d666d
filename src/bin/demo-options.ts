import type { Size } from '../demo/stage/stage.js';
import { unknownFlag, WrongSetting } from '../settings/settings.js';

/** What `npm run demo -- …` may be told. */
export type DemoOptions = Readonly<{ seed: number; exit: boolean; json: string | null; size: Size }>;

const DEFAULT_SEED = 2019;

const FLAGS = ['--seed N', '--small', '--full', '--exit', '--json FILE'];

/**
 * Reads `--seed N`, `--exit`, `--json FILE`, and `--small` or `--full`; the demo is always for development, so that flag says nothing.
 *
 * Errors: throws WrongSetting for a value that cannot be used, and for a flag that does not exist.
 */
export function demoOptions(argv: readonly string[]): DemoOptions {
  const options = { seed: DEFAULT_SEED, exit: false, json: null as string | null, size: 'small' as Size };
  for (let at = 0; at < argv.length; at += 1) {
    const flag = argv[at];
    if (flag === '--exit') options.exit = true;
    else if (flag === '--small' || flag === '--full') options.size = flag === '--full' ? 'full' : 'small';
    else if (flag === '--seed') options.seed = seedFrom(argv[(at += 1)]);
    else if (flag === '--json') options.json = fileFrom(argv[(at += 1)]);
    else if (flag !== '--development') throw unknownFlag(flag, `use ${FLAGS.join(', ')}, or nothing`);
  }
  return options;
}

function seedFrom(text: string | undefined): number {
  if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text);
  throw new WrongSetting(`--seed is ${JSON.stringify(text ?? '')}: it must be a whole number of at most nine digits.`);
}

function fileFrom(text: string | undefined): string {
  if (text) return text;
  throw new WrongSetting('--json needs a file to write the figures to.');
}
