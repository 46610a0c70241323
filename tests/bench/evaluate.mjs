// `npm run evaluate -- --truth DIR --read DIR`: how right readings are, and how right they are when they say how sure they
// are. With `--docs DIR` in place of `--read` the papers are read first, by the command line of the product.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, withBundled } from "../support/bundled.mjs";

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
const readings = values.read ?? mkdtempSync(join(tmpdir(), "twogate-evaluate-"));
try {
  if (!values.read) readDocuments(values.docs, readings);
  const only = values.only ? values.only.split(",") : [];
  await withBundled("tests/bench/evaluation/evaluate.ts", async ({ evaluate }) => {
    process.stdout.write(await evaluate({ truth: values.truth, readings, only, withErrors: values.errors }));
  });
} finally {
  if (!values.read) rmSync(readings, { recursive: true, force: true });
}

/** A paper that is refused is not read, and counts so; the command says which. */
function readDocuments(docs, out) {
  const command = [join(root, "src", "launch", "twogate.mjs"), "documents", "read", docs, "--out", out];
  const { status } = spawnSync(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  if (status === null) throw new Error("The papers could not be read.");
}
