import { z } from "zod";
import { instant } from "./scalars";

/** The transparency log as those who answer for it see it. */
export const logStandingView = z.object({
  /** The newest checkpoint that everybody may see; null before the first. */
  published: z
    .object({
      size: z.number().int(),
      /** Base64. */
      root: z.string(),
      at: instant,
      isUnwitnessed: z.boolean(),
      seenBy: z.array(z.string()),
    })
    .nullable(),
  /** Leaves that have their place. */
  size: z.number().int(),
  /** Leaves that wait for one; counting ends at a thousand. */
  waiting: z.number().int(),
  witnesses: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      seenSize: z.number().int(),
      failedSince: instant.nullable(),
      lastError: z.string().nullable(),
    }),
  ),
  incidents: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      detail: z.string(),
      at: instant,
      resolvedAt: instant.nullable(),
      resolvedBy: z.string().nullable(),
      resolution: z.string().nullable(),
    }),
  ),
});

export type LogStandingView = z.infer<typeof logStandingView>;
