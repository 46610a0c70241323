import { z } from "zod";
import { dated } from "./dated";

/** Lists of which China's retail messages have numbers of their own. */
export const CODE_LISTS = ["country", "currency", "unit"] as const;

/** One code of ours beside the one of the retail messages. */
export const cebCodeSchema = z.strictObject({
  ...dated,
  list: z.enum(CODE_LISTS),
  neutral: z.string().min(2),
  ceb: z.string().regex(/^\d{3}$/, "three digits"),
});
export type CebCode = z.infer<typeof cebCodeSchema>;
