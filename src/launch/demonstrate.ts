import { ensureDemonstration } from "./demonstration";

/** Makes the demonstration and prints how to sign in; what it is doing goes to the error stream. */
const lines = await ensureDemonstration((what) => void process.stderr.write(`· ${what} …\n`));
process.stdout.write(`${lines.join("\n")}\n`);
