// tesseract.js as its own manual shows it: a worker, a picture, the text. Only the model comes from the package beside it,
// which is the one that it would fetch.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createWorker } from "tesseract.js";

const models = join(
  dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/eng/package.json")),
  "4.0.0_best_int",
);
const worker = await createWorker("eng", 1, { langPath: models, cacheMethod: "none" });
const { data } = await worker.recognize(process.argv[2]);
process.stdout.write(data.text);
await worker.terminate();
