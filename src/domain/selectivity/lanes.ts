/** The lanes, from the mildest to the strictest: release, release and audit later, documents, examination. */
export const LANES = ["green", "blue", "yellow", "red"] as const;
export type Lane = (typeof LANES)[number];
