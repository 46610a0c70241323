import { z } from "zod";
import { isLocalDate } from "@/domain/shared/local-date";

/** What all reference data has in common. A fact without a citation or a first day is refused. */

export const day = z.string().refine(isLocalDate, "a date, YYYY-MM-DD");
export const figure = z.string().regex(/^-?\d+(\.\d+)?$/, "a plain decimal");
export const amount = z.string().regex(/^\d+(\.\d+)?$/, "a plain decimal, not below zero");
export const quantity = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,5})?$/, "a plain decimal with at most five digits behind the point");
export const prefix = z.string().regex(/^\d{2,13}$/, "2 to 13 digits");
export const country = z.string().regex(/^[A-Z]{2}$/, "an ISO 3166 code of two letters");
export const group = z.string().regex(/^[A-Z][A-Z0-9_]{2,}$/, "a code of three capitals or more");
export const dated = { id: z.string().min(1), validFrom: day, validTo: day.nullable(), citation: z.string().min(10) };
