import { didOf, type IssuerPlace } from "@/domain/passport/credential";
import type { Env } from "./env";

/** Who issues passports here, and where everybody reads them. */
export function issuerOf({ TWOGATE_PUBLISHER_URL }: Pick<Env, "TWOGATE_PUBLISHER_URL">): IssuerPlace {
  const base = TWOGATE_PUBLISHER_URL.replace(/\/+$/, "");
  return { base, did: didOf(base), name: "Twogate" };
}
