// `npm run bench:tariff -- --file tariff.csv --profile us_hts`: what importing a whole tariff costs, and what its size does
// to the reading of one line. Without a file a tariff of as many lines as that of the US is drawn.
import { root, withBundled } from "../support/bundled.mjs";

await withBundled("tests/bench/tariff.ts", ({ report }) => report(root, process.argv.slice(2)));
