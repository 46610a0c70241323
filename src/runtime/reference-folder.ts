import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The reference data that comes with the product, beside the bundle or the sources, wherever the command is run. */
export function referenceFolder(): string {
  const places = ["..", "../.."].map((up) => fileURLToPath(new URL(`${up}/prisma/reference`, import.meta.url)));
  const found = [...places, "prisma/reference"].find((place) => existsSync(join(place, "legal-parameters.json")));
  if (!found) throw new Error(`There is no reference data in ${places[0]}; run this from a whole copy of the project.`);
  return found;
}
