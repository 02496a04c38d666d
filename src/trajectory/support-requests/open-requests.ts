import type { Day } from '../../kernel/days.js';
import type { SupportRequestId } from '../../kernel/ids.js';
import type { SupportRequest } from '../supported.js';
import type { Trajectory } from '../trajectory.js';

export type NoSuchSupportRequest = Readonly<{ code: 'no-such-support-request'; supportRequestId: SupportRequestId }>;
export type SupportIsAnswered = Readonly<{
  code: 'support-answered';
  supportRequestId: SupportRequestId;
  how: NonNullable<SupportRequest['answered']>['how'];
  answeredOn: Day;
}>;

/**
 * What was asked is answered once: support is given or declined.
 *
 * Errors: `no-such-support-request`; `support-answered`.
 * Source: R-263, docs/rules.md.
 */
export function judgeOpen(
  supportRequestId: SupportRequestId,
  { supportRequests }: Trajectory,
): NoSuchSupportRequest | SupportIsAnswered | undefined {
  const request = supportRequests.get(supportRequestId);
  if (!request) return { code: 'no-such-support-request', supportRequestId };

  const { answered } = request;
  if (answered) return { code: 'support-answered', supportRequestId, how: answered.how, answeredOn: answered.on };
}
