/** Whose tariff a measure or a line belongs to. */
export const JURISDICTIONS = ["CN", "EU", "GB", "US", "SG"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** The currency that a jurisdiction writes its specific duties in, by ISO 4217. */
export const CURRENCY_OF: Readonly<Record<Jurisdiction, string>> = {
  CN: "CNY",
  EU: "EUR",
  GB: "GBP",
  US: "USD",
  SG: "SGD",
};
