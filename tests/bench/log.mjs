// `npm run bench:log`: the transparency log at a million leaves. TWOGATE_BENCH_LEAVES takes another number.
import { prepare } from "../../src/launch/prepare.mjs";
import { withBundled } from "../support/bundled.mjs";

await prepare();
await withBundled("tests/bench/log.ts", ({ benchLog }) => benchLog((line) => process.stdout.write(`${line}\n`)));
