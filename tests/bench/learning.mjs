// `npm run bench:learning -- --seed 1 --layouts 24`: what corrections of four papers of a layout do for the fifth.
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
// Beside the packages, so that the bundle finds those that are left out of it.
const folder = mkdtempSync(join(root, "node_modules", ".learning-"));
try {
  const outfile = join(folder, "learning.mjs");
  await build({
    entryPoints: [join(here, "learning.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const { report } = await import(pathToFileURL(outfile).href);
  await report(root, process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
