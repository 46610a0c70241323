// `npm run bench:assessment`: how long a declaration of a thousand lines takes to be valued and assessed.
import { withBundled } from "../support/bundled.mjs";

await withBundled("tests/bench/assessment.ts", ({ report }) => report());
