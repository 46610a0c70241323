import { z } from "zod";
import { EXPIRY_BANDS } from "@/domain/account-book/expiry";
import { id } from "./scalars";

/** What has a last day: permits and account books of a broker, authorisations of an authority. A guarantee has none. */
export const ENDING_KINDS = ["permit", "book", "authorisation"] as const;

/** Something that runs out within sixty days, or has. */
export const endingView = z.object({
  kind: z.enum(ENDING_KINDS),
  id,
  /** Its number. */
  number: z.string(),
  /** In whose name it is. */
  holder: z.string(),
  /** The last day on which it holds. */
  endsOn: z.string(),
  band: z.enum(EXPIRY_BANDS),
});

export type EndingView = Readonly<z.infer<typeof endingView>>;
