// `npm run layouts -- --seed 1 --count 200 --out DIR`: draws papers of random layouts with their truth.
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
// Beside the packages, so that the bundle finds those that are left out of it.
const folder = mkdtempSync(join(root, "node_modules", ".layouts-"));
try {
  const outfile = join(folder, "generate.mjs");
  await build({
    entryPoints: [join(here, "generate.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const { generate } = await import(pathToFileURL(outfile).href);
  await generate(root, process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
