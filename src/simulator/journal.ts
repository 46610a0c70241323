import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { knobsSchema } from "@/contracts/simulator";

const entry = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("take"),
    at: z.number().int(),
    channel: z.string(),
    guid: z.string(),
    kind: z.string(),
    bytes: z.base64(),
  }),
  z.object({ act: z.literal("knobs"), at: z.number().int(), knobs: knobsSchema }),
  z.object({ act: z.literal("pushed"), at: z.number().int(), channel: z.string(), next: z.number().int() }),
]);
type Entry = z.infer<typeof entry>;

export interface Journal {
  readonly entries: readonly Entry[];
  write(entry: Entry): void;
}

/**
 * What was asked of the simulated authority, one line each, in the order of its coming. The same seed and the same calls
 * give the same answers, so that whoever reads it again after a restart is the authority that it was. A line that broke
 * off when the process was killed was answered to nobody and is left out. Without a file nothing is remembered.
 */
export function openJournal(file: string | null): Journal {
  const entries = file !== null && existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(read) : [];
  return {
    entries,
    write: (each) => {
      if (file !== null) appendFileSync(file, `${JSON.stringify(each)}\n`, { mode: 0o600 });
    },
  };
}

function read(line: string): readonly Entry[] {
  try {
    return [entry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
