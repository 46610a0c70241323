import type { Stage } from "../clearance/lifecycle";

/** A look at goods that has a result. */
interface Looked {
  readonly stage: Stage;
  readonly state: "ordered" | "recorded" | "cancelled";
  readonly lines: readonly number[];
  readonly isFlagged: boolean;
}

/**
 * The lines that still have to be looked at: what was looked at once, at either gate, counts at both, unless the result
 * says that it is to be looked at again.
 */
export function linesToInspect(lines: readonly number[], earlier: readonly Looked[], stage: Stage): readonly number[] {
  const done = new Set(
    earlier
      .filter((each) => each.state === "recorded" && (each.stage === stage || !each.isFlagged))
      .flatMap((each) => each.lines),
  );
  return lines.filter((line) => !done.has(line));
}
