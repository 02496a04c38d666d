import type { NextSteps } from '../../kernel/next-steps.js';
import type { Command, Refusal } from '../../kernel/messages.js';
import type { Standstill } from '../streams/stream-kind.js';

type Steps = NextSteps<Command, Refusal>;

/** The same steps where other streams let only some commands pass: every other is refused as they refuse it, and nothing is corrected. */
export function standingStill(steps: Steps, stands: Standstill | undefined): Steps {
  if (!stands) return steps;

  const { refused, butFor } = stands;
  const passes = ({ command }: Readonly<{ command: string }>): boolean => butFor.has(command);
  const held = [...steps.now, ...steps.late].filter((step) => !passes(step));
  const not = [
    ...held.map(({ command, subject }) => ({ command, subject, refusal: refused })),
    ...steps.not.map((step) => (passes(step) ? step : { ...step, refusal: refused })),
  ];
  return { now: steps.now.filter(passes), late: steps.late.filter(passes), not, correctable: false };
}
