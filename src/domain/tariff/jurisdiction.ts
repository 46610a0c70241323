/** Whose tariff a measure or a line belongs to. */
export const JURISDICTIONS = ["CN", "EU", "GB", "US", "SG"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];
