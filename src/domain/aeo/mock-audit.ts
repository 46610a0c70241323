import { hashOf } from "../classification/hash";

export const FINDINGS = ["conforms", "minor", "major"] as const;
export type Finding = (typeof FINDINGS)[number];

/** How many criteria and own shipments a mock audit looks at. */
const CRITERIA_DRAWN = 6;
const SHIPMENTS_DRAWN = 4;

interface Shipment {
  readonly id: string;
  readonly reference: string;
}

/** What is looked at. */
export interface Drawn {
  readonly kind: "criterion" | "shipment";
  /** The code of a criterion, or the reference of a shipment. */
  readonly subject: string;
  readonly shipmentId: string | null;
}

/**
 * Draws what a mock audit looks at. Each place follows from the seed and what it is about alone, so that a logged draw
 * can be made again, and nobody picks what is looked at.
 */
export function drawAudit(seed: string, criteria: readonly string[], shipments: readonly Shipment[]): readonly Drawn[] {
  return [
    ...lowest(seed, criteria, (code) => code)
      .slice(0, CRITERIA_DRAWN)
      .map((subject) => ({ kind: "criterion" as const, subject, shipmentId: null })),
    ...lowest(seed, shipments, ({ id }) => id)
      .slice(0, SHIPMENTS_DRAWN)
      .map(({ id, reference }) => ({ kind: "shipment" as const, subject: reference, shipmentId: id })),
  ];
}

function lowest<T>(seed: string, all: readonly T[], idOf: (each: T) => string): readonly T[] {
  const place = (each: T) => hashOf(`${seed} ${idOf(each)}`);
  return [...all].sort((a, b) => place(a) - place(b) || (idOf(a) < idOf(b) ? -1 : 1));
}
