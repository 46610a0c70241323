import { passportContent } from "@/contracts/passport";
import type { PassportContent } from "@/domain/passport/passport";

/** The hash of nothing that is there. */
export const SOME_HASH = "a".repeat(64);

/** What a passport of the tests says: wooden toys of one batch, tested in a laboratory. */
export const TOYS: PassportContent = passportContent.parse({
  granularity: "batch",
  gtin: "09520123456788",
  batch: "LOT/7-A",
  name: "Wooden train, 24 pieces",
  description: "Beech, painted with water-based colours",
  codes: ["950300", "95030060"],
  origin: "DK",
  originProof: { number: "DK-2026-4711", sha256: SOME_HASH },
  composition: [
    { material: "Beech wood", share: "92.5", origin: "DK" },
    { material: "Paint", share: "7.5" },
  ],
  producer: { name: "Nordic Toys ApS", registration: "DK-30214471" },
  facility: { name: "Works Aarhus", registration: "DK-P-1021" },
  producedOn: "2026-03-02",
  expiresOn: null,
  validUntil: "2031-03-01",
  reports: [
    {
      laboratory: "Laboratory of Toys",
      standard: "GB 6675.4-2014",
      regulation: "AQSIQ Decree 117",
      method: "ICP-MS",
      property: "Lead, migrating",
      result: "12.5",
      upperLimit: "90",
      unit: "mg/kg",
      number: "LT-2026-0815",
      reportedOn: "2026-03-20",
      sha256: SOME_HASH,
    },
  ],
});
