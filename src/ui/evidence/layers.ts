/** What an event is about, from the papers to the release. */
export const LAYERS = ["documents", "declaration", "tax", "requirements", "risk", "review", "release"] as const;
export type Layer = (typeof LAYERS)[number];

const BY_BEGINNING: readonly (readonly [string, Layer])[] = [
  ["document_", "documents"],
  ["field_", "documents"],
  ["tax_", "tax"],
  ["requirement_", "requirements"],
  ["risk_", "risk"],
  ["lane_", "risk"],
  ["review_", "review"],
  ["release_", "release"],
  ["gate_", "release"],
  ["entry_", "release"],
];

/** The layer of an event; whatever is not of another is about the declaration. */
export function layerOf(kind: string): Layer {
  return BY_BEGINNING.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? "declaration";
}
