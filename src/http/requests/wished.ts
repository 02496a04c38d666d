import type { DeciderWish } from '../../application/commands/wish.js';
import type { Words } from '../../application/ports/person-vault.js';
import type { Day } from '../../kernel/days.js';
import type { Command } from '../../kernel/messages.js';

/** A command as it comes in: without time and ids, which the application adds, and without `Completed`, which it looks up. */
export type Wished<C extends Command, Completed extends string = never> = Readonly<{
  type: C['type'];
  on?: Day;
  data: Omit<C['data'], Completed>;
  words?: Words;
}>;

/** A wish whose type and data are held by the compiler against the command of the decider. */
export const wished = <C extends Command, Completed extends string = never>(wish: Wished<C, Completed>): DeciderWish => ({
  kind: 'command',
  ...wish,
});
