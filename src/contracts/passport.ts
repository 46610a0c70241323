import { z } from "zod";
import { GRANULARITIES, PASSPORT_STATES, REVOCATION_REASONS } from "@/domain/passport/passport";
import { country, day, figure } from "./dated";

const named = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(2_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hex");
const number = z.string().trim().min(1).max(20).nullable().default(null);

export const revocationReason = z.enum(REVOCATION_REASONS);
export const passportState = z.enum(PASSPORT_STATES);

export const qualityReport = z.strictObject({
  laboratory: named,
  standard: named,
  regulation: named.nullable().default(null),
  method: named,
  property: named,
  result: figure,
  lowerLimit: figure.nullable().default(null),
  upperLimit: figure.nullable().default(null),
  unit: z.string().trim().min(1).max(40),
  number: named,
  reportedOn: day,
  sha256,
});

/** What a passport says of goods, as it is sent, kept and published. */
export const passportContent = z.strictObject({
  granularity: z.enum(GRANULARITIES),
  gtin: z.string().trim().min(8).max(40),
  batch: number,
  serial: number,
  name: named,
  description: words.nullable().default(null),
  codes: z.array(z.string().trim().max(20)).min(1).max(6),
  origin: country,
  originProof: z
    .strictObject({ number: named.nullable().default(null), sha256: sha256.nullable().default(null) })
    .nullable()
    .default(null),
  composition: z
    .array(z.strictObject({ material: named, share: figure, origin: country.nullable().default(null) }))
    .max(40)
    .default([]),
  producer: z.strictObject({ name: named, registration: named.nullable().default(null) }),
  facility: z
    .strictObject({ name: named, registration: named.nullable().default(null) })
    .nullable()
    .default(null),
  producedOn: day.nullable().default(null),
  expiresOn: day.nullable().default(null),
  validUntil: day,
  reports: z.array(qualityReport).max(30).default([]),
  label: z
    .strictObject({ sha256, mediaType: z.enum(["image/png", "image/jpeg"]) })
    .nullable()
    .default(null),
});

/** A release as a passport tells of it. */
export const customsEvent = z.strictObject({
  stage: z.enum(["bonded_exit", "domestic_distribution"]),
  releasedOn: day,
  orderHash: sha256,
});
