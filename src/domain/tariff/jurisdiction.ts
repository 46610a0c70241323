/** Whose tariff a measure or a line belongs to. */
export const JURISDICTIONS = ["CN", "EU", "GB", "US", "SG"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** The currency in which a jurisdiction assesses and writes its specific duties, by ISO 4217. */
export const CURRENCY_OF: Readonly<Record<Jurisdiction, string>> = {
  CN: "CNY",
  EU: "EUR",
  GB: "GBP",
  US: "USD",
  SG: "SGD",
};
