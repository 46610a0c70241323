import { join } from "node:path";
// The launcher's first half is plain JavaScript, because it runs before anything is installed.
import { digest, files, isFresh, root, stampFresh } from "./prepare.mjs";
import type { Program } from "./processes";

const GRACE_MS = 5_000;

/** Builds the web application with `run` when its sources changed since the last build. */
export async function buildWeb(
  environment: Readonly<Record<string, string>>,
  run: (program: Program) => Promise<string>,
): Promise<void> {
  const sources = [...files(join(root, "src"), /\.(ts|tsx|css|json)$/), ...files(join(root, "public"), /./)];
  const mark = digest([
    ...sources,
    ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"].map((name) => join(root, name)),
  ]);
  if (isFresh("web", mark, join(root, ".next", "BUILD_ID"))) return;
  process.stdout.write("· Building the web application …\n");
  await run({
    name: "build of the web application",
    args: ["node_modules/next/dist/bin/next", "build"],
    environment,
    graceMs: GRACE_MS,
  });
  stampFresh("web", mark);
}
