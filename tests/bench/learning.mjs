// `npm run bench:learning -- --seed 1 --layouts 24`: what corrections of four papers of a layout do for the fifth.
import { root, withBundled } from "../support/bundled.mjs";

await withBundled("tests/bench/learning.ts", ({ report }) => report(root, process.argv.slice(2)));
