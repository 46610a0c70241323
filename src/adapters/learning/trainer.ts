import { fork } from "node:child_process";
import { DependencyError } from "@/application/ports";
import type { ModelTrainer, Trained, TrainingSet } from "@/application/train-risk-model";

interface Options {
  /** The bundled process that learns. */
  readonly entry: string;
  readonly heapMb: number;
  readonly limitMs: number;
}

/** Learns in a process of its own, without secrets in its environment, which is ended when it takes too long. */
export function createModelTrainer({ entry, heapMb, limitMs }: Options): ModelTrainer {
  return {
    train: (set: TrainingSet) =>
      new Promise<Trained>((learned, failed) => {
        const child = fork(entry, [], {
          execArgv: [`--max-old-space-size=${heapMb}`],
          env: { NODE_ENV: "production" },
          stdio: ["ignore", "ignore", "inherit", "ipc"],
          serialization: "advanced",
        });
        const alarm = setTimeout(() => child.kill("SIGKILL"), limitMs);
        let answer: Trained | null = null;
        child.on("message", (message) => {
          answer = message as Trained;
          child.disconnect();
        });
        child.on("error", (error) => failed(new DependencyError("trainer", true, error.message, { cause: error })));
        child.on("exit", (code, signal) => {
          clearTimeout(alarm);
          if (answer) learned(answer);
          else failed(new DependencyError("trainer", false, `The process that learns ended (${signal ?? code}).`));
        });
        child.send(set, () => undefined);
      }),
  };
}
