import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { formatTrust } from "@/contracts/trust";
import type { Trust } from "@/domain/evidence/verify-bundle";

const NO_KEYS = '<script type="application/json" id="trust"></script>';

/**
 * The page that verifies proofs without a network, with these keys in it. Throws when the page was not built, which
 * `npm start` does.
 */
export async function verifierPage(trust: Trust): Promise<string> {
  // Beside the bundle, or seen from the sources, or from where the web application runs.
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [join(here, "verify.html"), join(here, "../../dist/verify.html"), "dist/verify.html"];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`There is no page of the verifier in ${places[0]}; npm start makes it.`);
  return withTrust(await readFile(found, "utf8"), trust);
}

/** The page with the keys in the place that it has for them. */
export function withTrust(page: string, trust: Trust): string {
  if (!page.includes(NO_KEYS)) throw new Error("the page of the verifier has no place for keys");
  // No end tag can stand in a name, for a key is one line of a name without blanks; `<` is written out all the same.
  const json = formatTrust(evidenceTools.sha256, trust).replaceAll("<", "\\u003c");
  return page.replace(NO_KEYS, () => NO_KEYS.replace("><", () => `>${json}<`));
}
