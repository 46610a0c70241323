import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The reference data that comes with the product, beside the bundle or the sources, wherever the command is run. */
export function referenceFolder(): string {
  // An address made with `new URL` would be taken for a file of the web application, and looked for when it is built.
  const here = dirname(fileURLToPath(import.meta.url));
  const places = ["..", "../.."].map((up) => join(here, up, "prisma", "reference"));
  const found = [...places, "prisma/reference"].find((place) => existsSync(join(place, "legal-parameters.json")));
  if (!found) throw new Error(`There is no reference data in ${places[0]}; run this from a whole copy of the project.`);
  return found;
}
