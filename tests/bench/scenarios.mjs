// `npm run bench:scenarios`: 10,000 seeded scenarios of the exchange with an authority on bad days, and what became of them.
import { withBundled } from "../support/bundled.mjs";

await withBundled("tests/bench/scenarios.ts", ({ report }) => report());
