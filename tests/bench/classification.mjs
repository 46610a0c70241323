// `npm run bench:classification -- --kit DIR`: how often the right code comes first and among five, on sets of goods
// with known codes that lie outside the repository; DIR holds dev_*.jsonl and train_zh_cbec.jsonl.
import { root, withBundled } from "../support/bundled.mjs";

process.chdir(root);
await withBundled("tests/bench/classification.ts", ({ report }) => report(process.argv.slice(2)));
