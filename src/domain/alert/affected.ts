import type { ClearanceState, Stage } from "../clearance/lifecycle";

/** Where goods of an alert are: what can still be stopped, and what has to be called back. */
export const WHEREABOUTS = [
  "in_review",
  "releasable",
  "preparing",
  "held",
  "between_gates",
  "released",
  "refused",
] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];

interface Gate {
  readonly stage: Stage;
  readonly state: ClearanceState;
}

const LOOKED_AT: readonly ClearanceState[] = ["in_review", "in_examination", "queried"];

/**
 * Where a shipment is, by the states of its gates. Released at both it is on the recall list; released at the first
 * alone, and not before an officer at the second, it is between the gates and is stopped when that assesses it.
 */
export function whereaboutsOf(gates: readonly Gate[]): Whereabouts {
  const states = gates.map((gate) => gate.state);
  if (states.includes("refused")) return "refused";
  if (states.length > 0 && states.every((state) => state === "released")) return "released";
  if (states.includes("held")) return "held";
  if (states.some((state) => LOOKED_AT.includes(state))) return "in_review";
  if (states.includes("releasable")) return "releasable";
  return states.includes("released") ? "between_gates" : "preparing";
}

/** Whether the gate can be held now; before it is assessed the alert itself stops it, after the release nothing does. */
export function isHoldable({ state }: Pick<Gate, "state">): boolean {
  return LOOKED_AT.includes(state) || state === "releasable";
}
