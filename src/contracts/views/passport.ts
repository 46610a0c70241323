import { z } from "zod";
import { VERDICTS } from "@/domain/passport/verdict";
import { customsEvent, passportContent, passportState, revocationReason } from "../passport";
import { id, instant } from "./scalars";

/** Which passports a list shows; what ended has expired, was superseded or revoked. */
export const PASSPORT_LISTS = ["in_force", "drafts", "suspended", "ended"] as const;
export type PassportList = (typeof PASSPORT_LISTS)[number];

const standing = z.enum(["draft", "valid", "expired", "suspended", "superseded", "revoked"]);

/** A row of the list of passports. */
export const passportRowView = z.object({
  id,
  publicId: z.string(),
  name: z.string(),
  gtin: z.string(),
  batch: z.string().nullable(),
  serial: z.string().nullable(),
  granularity: passportContent.shape.granularity,
  version: z.number().int(),
  state: passportState,
  standing,
  origin: z.string(),
  validUntil: z.string(),
  issuedAt: instant.nullable(),
});

/** One passport with all that its broker may know of it. */
export const passportView = passportRowView.extend({
  content: passportContent,
  history: z.array(customsEvent),
  shipments: z.array(z.object({ id, reference: z.string() })),
  /** Where everybody reads it; null while it is a draft. */
  page: z.string().nullable(),
  /** The address in its QR code. */
  digitalLink: z.string(),
  credential: z.string().nullable(),
  reason: revocationReason.nullable(),
  note: z.string().nullable(),
  /** Whether the reader is the one who suspended it, and so not the one who revokes it. */
  isSuspendedByReader: z.boolean(),
  versions: z.array(z.object({ id, version: z.number().int(), state: passportState, issuedAt: instant.nullable() })),
});

/** What was found of a passport that somebody else issued. */
export const importedPassportView = z.object({
  verdict: z.enum(VERDICTS),
  /** The verdict in one sentence, and who can mend what it says. */
  sentence: z.string(),
  remedy: z.string(),
  owner: z.enum(["nobody", "issuer", "sender", "operator", "time"]),
  issuer: z.string().nullable(),
  name: z.string().nullable(),
  registeredId: z.string().nullable(),
  id: id.nullable(),
});

export type PassportRowView = z.infer<typeof passportRowView>;
export type PassportView = z.infer<typeof passportView>;
export type PassportStanding = z.infer<typeof standing>;
