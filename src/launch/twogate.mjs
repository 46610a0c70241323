// The command line: `npm run --silent twogate -- COMMAND`.
import { prepare } from "./prepare.mjs";

const cwd = process.cwd();
try {
  const write = process.stdout.write.bind(process.stdout);
  // What is prepared on the way belongs on the error stream; the output is the command's.
  process.stdout.write = (chunk, ...rest) => process.stderr.write(chunk, ...rest);
  await prepare();
  process.stdout.write = write;
  // These need no database, so that they work where the product never ran.
  if (!["documents", "tax", "classify", "risk", "messages", "evidence"].includes(process.argv[2])) {
    const { knownSettings } = await import("../../dist/known-settings.mjs");
    Object.assign(process.env, knownSettings());
  }
  process.chdir(process.env.INIT_CWD ?? cwd);
  await import("../../dist/cli.mjs");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
