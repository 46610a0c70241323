import { spawn } from "node:child_process";
import { join } from "node:path";
// The launcher's first half is plain JavaScript, because it runs before anything is installed.
import { digest, files, isFresh, root, stampFresh } from "./prepare.mjs";

/** Builds the web application when its sources changed since the last build. */
export async function buildWeb(environment: Readonly<Record<string, string>>): Promise<void> {
  const sources = [...files(join(root, "src"), /\.(ts|tsx|css|json)$/), ...files(join(root, "public"), /./)];
  const mark = digest([
    ...sources,
    ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"].map((name) => join(root, name)),
  ]);
  if (isFresh("web", mark, join(root, ".next", "BUILD_ID"))) return;
  process.stdout.write("· Building the web application …\n");
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-6_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The web application could not be built.\n${output}`)),
    );
  });
  stampFresh("web", mark);
}
