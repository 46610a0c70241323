import { useTranslations } from "next-intl";
import type { ClearanceView } from "@/contracts/views/shipment";
import { LIFECYCLE } from "@/domain/clearance/lifecycle";

/** The words for what a gate waits for. */
export function useWaitingWords(): (code: string) => string {
  const reasons = useTranslations("reasons");
  return (code) => {
    const [kind = code, what] = code.split(":");
    const key = what ? `requirement.${what}` : `blocker.${kind}`;
    return reasons.has(key) ? reasons(key) : code.replaceAll("_", " ");
  };
}

/** Whether the gate's clearance has come to an end of its lifecycle. */
export function isEnded({ state }: Pick<ClearanceView, "state">): boolean {
  return Object.keys(LIFECYCLE[state]).length === 0;
}

/** Whether the gate has not been reached yet. */
export function isAhead(gate: Pick<ClearanceView, "state" | "openedAt">): boolean {
  return gate.openedAt === null && !isEnded(gate);
}
