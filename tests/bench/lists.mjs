// `npm run bench:lists [-- --million]`: how long the first and a deep page of shipments and orders take, by how many there are; so of messages, cases and notifications.
import { withBundled } from "../support/bundled.mjs";

const SIZES = [1_000, 10_000, 100_000, ...(process.argv.includes("--million") ? [1_000_000] : [])];
const say = (words) => process.stdout.write(`${words}\n`);

await withBundled("tests/bench/lists.ts", async ({ measureLists }) => {
  const measured = await measureLists(SIZES, say);
  for (const list of new Set(measured.map((each) => each.list))) {
    const own = measured.filter((each) => each.list === list);
    for (const { rows, first, deep, counts, plan } of own)
      say(
        `${list}, ${rows.toLocaleString("en")}: first page ${first.toFixed(1)} ms, deep page ${deep.toFixed(1)} ms, counts ${counts.toFixed(1)} ms; ${plan}`,
      );
    const ratio = (name) => ((own.at(-1)?.[name] ?? 0) / (own[0]?.[name] ?? 1)).toFixed(2);
    say(
      `${list}: the largest to the smallest, first page × ${ratio("first")}, deep page × ${ratio("deep")}, counts × ${ratio("counts")}`,
    );
  }
});
