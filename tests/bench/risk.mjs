// `npm run bench:risk -- --kit DIR`: how well and how fast risk is learned, on histories that lie outside the repository;
// DIR holds sim_train, sim_valid, sim_dev and kcs_* as CSV packed by gzip.
import { root, withBundled } from "../support/bundled.mjs";

process.chdir(root);
await withBundled("tests/bench/risk.ts", ({ report }) => report(process.argv.slice(2)));
