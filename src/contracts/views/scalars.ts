import { z } from "zod";

/** The plain forms that every view is made of: amounts are plain decimal texts, times ISO 8601 instants. */
export const id = z.uuid();

export const instant = z.iso.datetime();

export const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
