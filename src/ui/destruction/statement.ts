import * as z from "zod/mini";
import { filled } from "@/ui/parts/form";

/** The name of a line in the form: a bare number would be taken for a place in a list. */
export const markOf = (line: number) => `line${line}`;

/** What a witness states of a destruction: how much of each line, by its mark, on which day, and what is left of it. */
export const statementSchema = z.object({
  amounts: z.record(z.string(), filled(20)),
  destroyedOn: filled(10),
  description: z.string(),
  value: z.string(),
  currency: z.string(),
});
