/** The sections of a shipment, in the order in which it is worked through. */
export const TABS = [
  "overview",
  "documents",
  "declaration",
  "tax",
  "regimes",
  "requirements",
  "messages",
  "plan",
  "returns",
  "book",
  "risk",
  "order",
  "time",
  "timeline",
  "evidence",
] as const;
export type Tab = (typeof TABS)[number];
