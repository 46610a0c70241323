// `node samples/generate-orders.mjs`: writes the files of samples/orders. Firms and people are invented; the regions of
// the identity numbers were never assigned.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, withBundled } from "../tests/support/bundled.mjs";

await withBundled("tests/support/order-files.ts", ({ sampleFiles }) => {
  for (const [name, text] of Object.entries(sampleFiles())) writeFileSync(join(root, "samples/orders", name), text);
});
