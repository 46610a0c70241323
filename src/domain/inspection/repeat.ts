import type { LocalDate } from "../shared/local-date";
import { type Check, type CheckedItem, GROUNDS, type Ground } from "./check";
import { sealFindings } from "./seals";

/** Whether gate two looks at something, given what gate one has done. */
export type Repeat =
  /** Gate one has not looked at it. */
  | { readonly kind: "first" }
  | { readonly kind: "not_repeated"; readonly on: LocalDate; readonly validUntil: LocalDate | null }
  | { readonly kind: "repeated"; readonly on: LocalDate; readonly grounds: readonly Ground[] };

interface Question {
  readonly line: number;
  readonly check: Check;
  /** Everything that was looked at, at both gates, oldest first. */
  readonly items: readonly CheckedItem[];
  /** Whether the goods of the line are supervised at both ends. */
  readonly isBothEnds: boolean;
  /** What an officer found at gate two before ordering. */
  readonly stated: readonly Ground[];
  readonly day: LocalDate;
}

/**
 * What gate one has inspected gate two does not repeat, unless the seal is broken, there was tampering, the validity of
 * the result ran out, gate one itself asked for it, the goods are described differently since, or they are controlled or of
 * high value. A broken seal reopens
 * the lines that it was on, and no others; a whole one of another number than gate one put on is tampering.
 */
export function repeatOf(question: Question): Repeat {
  const { line, check, items, isBothEnds, stated, day } = question;
  const earlier = items.findLast((item) => item.line === line && item.stage === "bonded_exit" && item.check === check);
  if (!earlier) return { kind: "first" };
  const { on, validUntil, isFlagged, isAmended } = earlier;
  const seals = sealFindings(items, line);
  const found: Readonly<Record<Ground, boolean>> = {
    seal_broken: stated.includes("seal_broken") || seals.isSeen("broken"),
    tampering: stated.includes("tampering") || seals.isSeen("tampered") || seals.isReplaced,
    validity_ended: validUntil !== null && validUntil < day,
    both_ends: isBothEnds,
    flagged: isFlagged,
    amended: isAmended,
  };
  const grounds = GROUNDS.filter((ground) => found[ground]);
  return grounds.length > 0 ? { kind: "repeated", on, grounds } : { kind: "not_repeated", on, validUntil };
}
