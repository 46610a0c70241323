import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a TypeScript module, gives what it exports to `use`, and leaves nothing behind. */
export async function withBundled(entry, use) {
  // Beside the packages, so that the bundle finds those that are left out of it.
  const folder = mkdtempSync(join(root, "node_modules", ".bundled-"));
  try {
    const outfile = join(folder, "bundled.mjs");
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "warning",
    });
    return await use(await import(pathToFileURL(outfile).href));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
