import { z } from "zod";
import { EXPIRY_BANDS } from "@/domain/account-book/expiry";
import { UNITS } from "@/domain/tariff/unit";
import { id, instant } from "./scalars";

const day = z.string();
export const unitName = z.enum(UNITS as [(typeof UNITS)[number], ...(typeof UNITS)[number][]]);

/** Which permits a list shows: those on record, those that end within 60 days, those that ended, those taken off it. */
export const PERMIT_LISTS = ["on_record", "ending", "ended", "withdrawn"] as const;

export const permitView = z.object({
  id,
  /** The code of the requirement that it meets. */
  kind: z.string(),
  number: z.string(),
  /** Whether the number has the form of its kind; false where no form is known, so that nothing was checked. */
  isFormKnown: z.boolean(),
  holder: z.string(),
  issuer: z.string(),
  commodityPrefixes: z.array(z.string()),
  words: z.array(z.string()),
  origins: z.array(z.string()),
  /** How much may come in under it, and how much was taken; null where it says no quantity. */
  quantity: z.object({ granted: z.string(), taken: z.string(), unit: unitName }).nullable(),
  validFrom: day,
  validTo: day.nullable(),
  /** How near its end is; null where that is farther away than 60 days, or not stated. */
  expiry: z.enum(EXPIRY_BANDS).nullable(),
  isWithdrawn: z.boolean(),
  recordedAt: instant,
  /** How many clearances named it. */
  uses: z.number().int(),
});

/** A kind of permit that a requirement of today asks for, with the form of its numbers where one is known. */
export const permitKindView = z.object({
  code: z.string(),
  format: z.object({ example: z.string(), citation: z.string() }).nullable(),
});

/** Rows of a file of permits, tried. */
export const permitImportPreviewView = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      number: z.string(),
      problem: z.object({ code: z.string(), column: z.string(), message: z.string() }).nullable(),
    }),
  ),
});

export type PermitView = z.infer<typeof permitView>;
export type PermitKindView = z.infer<typeof permitKindView>;
export type PermitList = (typeof PERMIT_LISTS)[number];
export type PermitImportPreviewView = z.infer<typeof permitImportPreviewView>;
