import { z } from "zod";
import { GRANULARITIES } from "@/domain/passport/passport";
import { country, day } from "./dated";

/**
 * What a signed passport looks like: a verifiable credential (W3C Verifiable Credentials 2.0) with the fields of the
 * digital product passport of UNTP 0.6. What others add to theirs passes; what we name has this form.
 */

const address = z.string().regex(/^[a-z][a-z0-9+.-]*:.+/i, "an address");
const stamp = z.iso.datetime({ offset: true });
const named = z.string().min(1).max(2_000);
const digest = { hashDigest: z.string().regex(/^[0-9a-f]{64}$/i), hashMethod: z.literal("SHA-256") };
const link = z.looseObject({ linkURL: address, linkName: z.string().optional(), ...digest });
const party = z.looseObject({ id: address.optional(), name: named, registeredId: z.string().optional() });
const typesWith = (type: string) => z.array(z.string()).refine((types) => types.includes(type), `has ${type}`);

/** The envelope that all credentials have in common. */
const envelope = {
  "@context": z
    .array(z.union([address, z.looseObject({})]))
    .refine(([first]) => first === "https://www.w3.org/ns/credentials/v2", "begins with the context of credentials"),
  id: address,
  issuer: z.union([address, z.looseObject({ id: address, name: z.string().optional() })]),
  validFrom: stamp,
  validUntil: stamp.optional(),
};

export const statusEntry = z.looseObject({
  id: address.optional(),
  type: z.literal("BitstringStatusListEntry"),
  statusPurpose: z.string(),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: address,
});

const product = z.looseObject({
  type: typesWith("Product").optional(),
  id: address,
  name: named,
  registeredId: z.string().min(1),
  idScheme: z.looseObject({ id: address, name: z.string() }),
  batchNumber: z.string().optional(),
  serialNumber: z.string().optional(),
  productCategory: z.array(z.looseObject({ code: z.string(), name: z.string(), schemeName: z.string() })).default([]),
  producedByParty: party,
  producedAtFacility: party.optional(),
  productionDate: day.optional(),
  countryOfProduction: country,
});

const claim = z.looseObject({
  type: typesWith("Claim").optional(),
  referenceStandard: z.looseObject({ name: named }).optional(),
  referenceRegulation: z.looseObject({ name: named }).optional(),
  conformance: z.boolean(),
  conformityEvidence: link.optional(),
});

export const passportCredential = z.looseObject({
  ...envelope,
  type: typesWith("VerifiableCredential").refine(
    (types) => types.includes("DigitalProductPassport"),
    "has DigitalProductPassport",
  ),
  credentialStatus: z.union([statusEntry, z.array(statusEntry)]).optional(),
  credentialSchema: z.union([z.looseObject({ id: address }), z.array(z.looseObject({ id: address }))]).optional(),
  credentialSubject: z.looseObject({
    type: typesWith("ProductPassport"),
    id: address.optional(),
    product,
    granularityLevel: z.enum(GRANULARITIES),
    materialsProvenance: z
      .array(z.looseObject({ name: named, massFraction: z.number().min(0).max(1).optional() }))
      .optional(),
    conformityClaim: z.array(claim).default([]),
    traceabilityInformation: z
      .array(z.looseObject({ valueChainProcess: z.string(), traceabilityEvent: z.array(link) }))
      .default([]),
  }),
});

/** A signed status list (W3C Bitstring Status List 1.0, section 2.2). */
export const statusListCredentialSchema = z.looseObject({
  ...envelope,
  type: typesWith("VerifiableCredential").refine(
    (types) => types.includes("BitstringStatusListCredential"),
    "has BitstringStatusListCredential",
  ),
  credentialSubject: z.looseObject({
    type: z.literal("BitstringStatusList"),
    statusPurpose: z.string(),
    encodedList: z.string().regex(/^u[A-Za-z0-9_-]+$/),
    ttl: z.number().optional(),
  }),
});

/** The schema of passports as JSON Schema 2020-12, for whoever reads them without us. */
export function passportJsonSchema(id: string): object {
  return {
    $id: id,
    title: "Goods passport",
    ...z.toJSONSchema(passportCredential, { io: "input", unrepresentable: "any" }),
  };
}
