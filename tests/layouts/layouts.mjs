// `npm run layouts -- --seed 1 --count 200 --out DIR`: draws papers of random layouts with their truth.
import { root, withBundled } from "../support/bundled.mjs";

await withBundled("tests/layouts/generate.ts", ({ generate }) => generate(root, process.argv.slice(2)));
