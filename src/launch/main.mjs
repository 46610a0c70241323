// `npm start` on a fresh clone: nothing is installed yet, so this file uses Node alone.
import { prepare } from "./prepare.mjs";

// What packages deprecate is for their developers, not for the person who starts the product.
process.noDeprecation = true;
try {
  await prepare();
  const { start } = await import("../../dist/launch.mjs");
  await start();
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.TWOGATE_LOG_LEVEL === "debug" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
