// `npm run evaluate -- --truth DIR --read DIR`: how right readings are, and how right they are when they say how sure they
// are. With `--docs DIR` in place of `--read` the papers are read first, by the command line of the product.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values } = parseArgs({
  options: {
    truth: { type: "string" },
    read: { type: "string" },
    docs: { type: "string" },
    only: { type: "string", default: "" },
    errors: { type: "boolean", default: false },
  },
});
if (!values.truth || !(values.read || values.docs)) {
  process.stderr.write("Give --truth DIR, and --read DIR with readings or --docs DIR with papers to read.\n");
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
// Beside the packages, so that the bundle finds those that are left out of it.
const folder = mkdtempSync(join(root, "node_modules", ".evaluate-"));
const readings = values.read ?? mkdtempSync(join(tmpdir(), "twogate-evaluate-"));
try {
  if (!values.read) readDocuments(values.docs, readings);
  const outfile = join(folder, "evaluate.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [join(here, "evaluation", "evaluate.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const { evaluate } = await import(pathToFileURL(outfile).href);
  const only = values.only ? values.only.split(",") : [];
  process.stdout.write(await evaluate({ truth: values.truth, readings, only, withErrors: values.errors }));
} finally {
  rmSync(folder, { recursive: true, force: true });
  if (!values.read) rmSync(readings, { recursive: true, force: true });
}

/** A paper that is refused is not read, and counts so; the command says which. */
function readDocuments(docs, out) {
  const command = [join(root, "src", "launch", "twogate.mjs"), "documents", "read", docs, "--out", out];
  const { status } = spawnSync(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  if (status === null) throw new Error("The papers could not be read.");
}
