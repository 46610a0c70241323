import { z } from "zod";

const computed = z.object({ total: z.string(), currency: z.string(), hash: z.string() });

/** A tax that was computed again, beside the one that was computed then. */
export const taxReplayView = z.object({ isSame: z.boolean(), past: computed, again: computed });

export type TaxReplayView = z.infer<typeof taxReplayView>;
