import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs";
import { LAYERS } from "./layers";

export const ACTORS = ["all", "system", "me", "others"] as const;
type Actor = Exclude<(typeof ACTORS)[number], "all">;

/** What of the timeline is shown, as it stands in the address. */
export const TIMELINE_QUERY = {
  layers: parseAsArrayOf(parseAsStringLiteral(LAYERS)).withDefault([]),
  source: parseAsString.withDefault(""),
  actor: parseAsStringLiteral(ACTORS).withDefault("all"),
};

/** Who did it, as the filter tells them apart. */
export function actorOf(actor: string, me: string): Actor {
  if (actor === "system") return "system";
  return actor === me ? "me" : "others";
}
