import { GROUPS, PERMISSIONS } from '../../src/application/permissions.js';

const [BEGIN, END] = ['<!-- roles: from src/application/permissions.ts -->', '<!-- end of roles -->'];

/** docs/integrate.md with the table of who may do what as the code has it. */
export function withRoleTable(text: string): string {
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) throw new Error('the place of the table is gone');
  return `${text.slice(0, before)}${BEGIN}\n\n${table()}\n\n${text.slice(after)}`;
}

function table(): string {
  const rows = Object.entries(PERMISSIONS).flatMap(([role, wanted]) =>
    wanted.size === 0 || role === 'system' ? [] : [[`\`${role}\``, mayOf(wanted)] as const],
  );
  const all = [['role', 'may'] as const, ...rows];
  const widths = [0, 1].map((at) => Math.max(...all.map((row) => row[at].length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [line(all[0]), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Groups that are whole by their name, and what remains by its own. */
function mayOf(wanted: ReadonlySet<string>): string {
  const groups = Object.entries(GROUPS).filter(([, members]) => members.every((member) => wanted.has(member)));
  const told = new Set(groups.flatMap(([, members]) => members));
  const others = [...wanted].filter((one) => !told.has(one)).map((one) => `\`${one}\``);
  return [...groups.map(([name]) => name), ...others].join(', ');
}
