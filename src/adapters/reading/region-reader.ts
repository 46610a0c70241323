import { resolve } from "node:path";
import { DependencyError } from "@/application/ports";
import type { RegionReader } from "@/application/reading";
import { err, ok } from "@/domain/shared/result";
import { inFolder } from "./in-folder";
import type { Watch } from "./limits";
import { createProcessPool } from "./process-pool";
import { childMessage } from "./protocol";
import type { ProcessOptions, ReadingProcess } from "./reading-process";

type Outcome = Awaited<ReturnType<RegionReader["readRegion"]>>;

/** People point at one part after another; more than so many at once would take the processor from everybody. */
const AT_ONCE = 2;
const WAITING = 16;

/** Reads parts of pages in the process that reads documents, under the same limits, a few at a time. */
export function createRegionReader(options: ProcessOptions): RegionReader {
  const pool = createProcessPool(options);
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = async () => {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    if (waiting.length >= WAITING) throw new DependencyError("reader", true, "Too many parts of pages wait to be read");
    await new Promise<void>((next) => waiting.push(next));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    readRegion: async ({ path, mediaType, organisationId, ...region }) => {
      await enter();
      try {
        return await inFolder("region", (folder) =>
          pool.run(organisationId, async (line, limits) => {
            const outcome = hear(line, limits);
            line.send({ kind: "region", path: resolve(path), mediaType, folder, region });
            const value = await outcome;
            // A part of a page that was read before is no reason to break; what the process did before may be.
            return { value, wentWell: value.ok, isDoubtful: !value.ok };
          }),
        );
      } finally {
        leave();
      }
    },
  };
}

const unreadable: Outcome = err({ kind: "file_rejected", reason: "unreadable" });

/** What the process answers; one that the file broke means that this part cannot be read. */
function hear(line: ReadingProcess, limits: Watch): Promise<Outcome> {
  return new Promise<Outcome>((settle, fail) => {
    line.listen({
      message: (raw) => {
        const parsed = childMessage.safeParse(raw);
        if (parsed.success && parsed.data.kind === "region") return settle(ok(parsed.data.words));
        return settle(unreadable);
      },
      error: fail,
      exit: (code, signal) => {
        if (limits.exceeded() !== null || signal === "SIGABRT" || (code !== null && code !== 0))
          return settle(unreadable);
        return fail(new DependencyError("reader", true, `The reading process was stopped (${signal ?? code})`));
      },
    });
  });
}
