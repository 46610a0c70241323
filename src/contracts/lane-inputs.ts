import type { LaneInputs } from "@/domain/selectivity/lane-inputs";

/** JSON has no whole numbers without end; amounts are kept as text under this name. */
const WHOLE = "$whole";

/** What a lane was chosen by, or came to, as the plain JSON that is kept and hashed. */
export function plainOf(value: unknown): ReturnType<typeof JSON.parse> {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => (typeof each === "bigint" ? { [WHOLE]: String(each) } : each)),
  );
}

/** The inputs of a lane as they were when they were kept. */
export function readInputs(text: string): LaneInputs {
  return JSON.parse(text, (_key, each: unknown) =>
    typeof each === "object" && each !== null && WHOLE in each ? BigInt(String(each[WHOLE])) : each,
  ) as LaneInputs;
}
