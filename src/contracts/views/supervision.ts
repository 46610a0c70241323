import { z } from "zod";
import { SUPERVISION_NODES } from "@/domain/selectivity/hard-rules";

/** Why goods are supervised at several nodes, at which, which lines, and by what source. */
export const supervisionView = z.object({
  /** The control profile, as a code of the catalogue. */
  code: z.string(),
  nodes: z.array(z.enum(SUPERVISION_NODES)),
  lines: z.array(z.number().int()),
  citation: z.string(),
});

export type SupervisionView = z.infer<typeof supervisionView>;
