import { fileNameOf, type Setting } from '../../src/settings/setting.js';
import { SETTINGS } from '../../src/settings/settings-table.js';

/** docs/operations/settings.md, as the table of settings has it. */
export function settingsPage(): string {
  return `# Settings

Every setting is an environment variable. What is absent or empty has its default; a value that cannot be used ends the start with one line that names the setting and says what it must be, and exit code 2. No other variable is read: a name that only this program can be meant by (it begins with \`DATABASE_\`, \`REDIS_\` or \`KURRENTDB_\`, or is a slip of the fingers away from such a setting) ends the start too, with the nearest setting. What platforms set by themselves for a service or add-on called \`redis\`, \`database\` or \`kurrentdb\` (\`REDIS_SERVICE_HOST\`, \`REDIS_PORT\`, \`REDIS_TLS_URL\`) is told of at the start, and passed over. A password or certificate without the address that it is for is refused as well.

${tableOf(Object.values(SETTINGS))}

Where a \`…_FILE\` is named, it may be set to a file that holds the value, instead of the variable itself and never together with it; the end of the last line is left out. No such value is repeated in a line or in the log.

This page is made from \`src/settings/settings-table.ts\` by \`npm run settings\`.
`;
}

const HEAD = ['setting', 'from a file', 'default', 'must be', 'what it says'];

function tableOf(settings: readonly Setting<unknown>[]): string {
  const rows = [HEAD, ...settings.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [line(rows[0]), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

const cellsOf = (setting: Setting<unknown>): readonly string[] => [
  `\`${setting.name}\``,
  setting.inFile ? `\`${fileNameOf(setting.name)}\`` : '',
  setting.default === null ? '' : `\`${setting.default}\``,
  setting.mustBe,
  setting.means,
];
