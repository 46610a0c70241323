import type { Trained, TrainingSet } from "@/application/train-risk-model";
import { learn } from "./learn";

// The process that learns: it is sent one training set, answers with what it learned, and is done.
process.once("message", (message) => {
  process.send?.(answer(message as TrainingSet));
});
// Without its parent nobody hears the answer.
process.on("disconnect", () => process.exit(0));

function answer(set: TrainingSet): Trained {
  try {
    return learn(set);
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}
