type First = Readonly<{ planId: string; agreements: readonly Readonly<Record<string, unknown>>[] }>;

/**
 * A plan as it was stored before agreements had ids: each gets one that follows from the plan's own and its place.
 * Pure, so that the same agreement has the same id in every reading; no hash can be made here, so it is the plan's id with another end.
 */
export function withAgreementIds(data: unknown): unknown {
  const { agreements, ...plan } = data as First;
  return { ...plan, agreements: agreements.map((agreement, at) => ({ agreementId: nthOf(plan.planId, at + 1), ...agreement })) };
}

function nthOf(planId: string, nth: number): string {
  const end = (parseInt(planId.slice(-4), 16) ^ nth).toString(16).padStart(4, '0');
  return `${planId.slice(0, -4)}${end}`;
}
