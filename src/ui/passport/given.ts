import * as z from "zod/mini";
import type { PassportView } from "@/contracts/views/passport";
import { filled, type useCheckedForm } from "@/ui/parts/form";

/** A form of a passport holds texts; what is empty is left out when it is sent. */
export const schema = z.object({
  granularity: z.enum(["model", "batch", "item"]),
  gtin: filled(40),
  batch: z.string(),
  serial: z.string(),
  name: filled(200),
  description: z.string(),
  codes: filled(100),
  origin: filled(2),
  proofNumber: z.string(),
  proofHash: z.string(),
  producer: filled(200),
  registration: z.string(),
  facility: z.string(),
  facilityRegistration: z.string(),
  producedOn: z.string(),
  expiresOn: z.string(),
  validUntil: filled(10),
  composition: z.array(z.object({ material: filled(200), share: filled(20), origin: z.string() })),
  reports: z.array(
    z.object({
      property: filled(200),
      result: filled(40),
      unit: filled(40),
      lowerLimit: z.string(),
      upperLimit: z.string(),
      standard: filled(200),
      regulation: z.string(),
      method: filled(200),
      laboratory: filled(200),
      number: filled(200),
      reportedOn: filled(10),
      sha256: filled(64),
    }),
  ),
  shipmentIds: z.array(z.string()),
  label: z.nullable(z.object({ sha256: z.string(), mediaType: z.enum(["image/png", "image/jpeg"]) })),
});
export type Given = z.infer<typeof schema>;
export type PassportFormState = ReturnType<typeof useCheckedForm<Given>>;

export const NO_PART: Given["composition"][number] = { material: "", share: "", origin: "" };
export const NO_REPORT: Given["reports"][number] = {
  ...{ property: "", result: "", unit: "", lowerLimit: "", upperLimit: "", standard: "", regulation: "" },
  ...{ method: "", laboratory: "", number: "", reportedOn: "", sha256: "" },
};

/** What stands in the form of a passport; nothing yet in that of a new one. */
export function givenOf(passport: PassportView | null): Given {
  const content = passport?.content;
  return {
    granularity: content?.granularity ?? "batch",
    gtin: content?.gtin ?? "",
    batch: content?.batch ?? "",
    serial: content?.serial ?? "",
    name: content?.name ?? "",
    description: content?.description ?? "",
    codes: content?.codes.join(", ") ?? "",
    origin: content?.origin ?? "",
    ...makersOf(content),
    composition: content?.composition.map((part) => ({ ...part, origin: part.origin ?? "" })) ?? [],
    reports: content?.reports.map(reportOf) ?? [],
    shipmentIds: passport?.shipments.map(({ id }) => id) ?? [],
    label: content?.label ?? null,
  };
}

function makersOf(content: PassportView["content"] | undefined) {
  return {
    proofNumber: content?.originProof?.number ?? "",
    proofHash: content?.originProof?.sha256 ?? "",
    producer: content?.producer.name ?? "",
    registration: content?.producer.registration ?? "",
    facility: content?.facility?.name ?? "",
    facilityRegistration: content?.facility?.registration ?? "",
    producedOn: content?.producedOn ?? "",
    expiresOn: content?.expiresOn ?? "",
    validUntil: content?.validUntil ?? "",
  };
}

function reportOf(report: PassportView["content"]["reports"][number]): Given["reports"][number] {
  const { regulation, lowerLimit, upperLimit } = report;
  return { ...report, regulation: regulation ?? "", lowerLimit: lowerLimit ?? "", upperLimit: upperLimit ?? "" };
}

const orNull = (text: string) => text.trim() || null;

/** What is sent of the form. */
export function draftOf(given: Given) {
  const { granularity, gtin, name, producer, validUntil, composition, reports, shipmentIds, label } = given;
  const proof = { number: orNull(given.proofNumber), sha256: orNull(given.proofHash.toLowerCase()) };
  return {
    shipmentIds,
    content: {
      ...{ granularity, gtin, name, validUntil, label },
      batch: granularity === "model" ? null : orNull(given.batch),
      serial: granularity === "item" ? orNull(given.serial) : null,
      description: orNull(given.description),
      codes: given.codes.split(/[,，;；、]/).flatMap((code) => code.replace(/[.\s]/g, "") || []),
      origin: given.origin.trim().toUpperCase(),
      originProof: proof.number || proof.sha256 ? proof : null,
      producer: { name: producer, registration: orNull(given.registration) },
      facility: given.facility.trim()
        ? { name: given.facility, registration: orNull(given.facilityRegistration) }
        : null,
      producedOn: orNull(given.producedOn),
      expiresOn: orNull(given.expiresOn),
      composition: composition.map((part) => ({ ...part, origin: orNull(part.origin.toUpperCase()) })),
      reports: reports.map((report) => ({
        ...report,
        regulation: orNull(report.regulation),
        lowerLimit: orNull(report.lowerLimit),
        upperLimit: orNull(report.upperLimit),
        sha256: report.sha256.trim().toLowerCase(),
      })),
    },
  };
}
