import { WAIT_REASONS } from "@/domain/exchange/message-state";
import type { MessageRowView } from "./views/exchange";

const WAITING = ["stored_draft", "declaring", "sent_to_customs", "received", "manual_review", "concluded"];
const TROUBLED = ["send_failed", "processing_error"];
const NAMED = ["rejected", "returned", "detained", "inspection"];

/** The key of what somebody has to do about a message, or of why nobody has to. */
export function nextStepOf({
  kind,
  state,
  meaning,
  faultCount,
  lastError,
}: Pick<MessageRowView, "kind" | "state" | "meaning" | "faultCount" | "lastError">): string {
  const waits = state === "queued" ? WAIT_REASONS.find((reason) => reason === lastError) : undefined;
  if (waits) return waits;
  // An application has every value from its list; what it lacks is the list's number from customs.
  if (state === "failed" && faultCount > 0)
    return kind === "return" || kind === "cancellation" ? "awaitsList" : "missing";
  if (state !== "answered" || meaning === null) return state;
  if (NAMED.includes(meaning)) return meaning;
  if (TROUBLED.includes(meaning)) return "trouble";
  return WAITING.includes(meaning) ? "waiting" : "answered";
}
