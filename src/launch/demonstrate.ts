import { ensureDemonstration } from "./demonstration";

/** Makes the demonstration and prints how to sign in, or why it was not made; what it is doing goes to the error stream. */
try {
  const lines = await ensureDemonstration((what) => void process.stderr.write(`· ${what} …\n`));
  process.stdout.write(`${lines.join("\n")}\n`);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
