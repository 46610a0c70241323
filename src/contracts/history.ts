import { z } from "zod";
import type { HistoryEntry } from "@/domain/history/entry";

const amount = z.number().nullable();

/** The facts of a line of history as they are kept, beside its id and day. */
export const historyFactsSchema: z.ZodType<Omit<HistoryEntry, "id" | "day">> = z.object({
  office: z.string(),
  mode: z.string(),
  importer: z.string(),
  isCertified: z.boolean(),
  importerAgeWeeks: amount,
  declarant: z.string(),
  exporter: z.string(),
  commodityCode: z.string(),
  origin: z.string(),
  dispatch: z.string(),
  preference: z.string(),
  packages: amount,
  grossKg: amount,
  netKg: amount,
  invoiceValue: amount,
  freight: amount,
  dutyRate: amount,
  duty: amount,
  vat: amount,
  documents: amount,
});

/** The named values that rules read, as they are kept. */
export const subjectSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
