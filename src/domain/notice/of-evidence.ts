import type { Stage } from "../clearance/lifecycle";
import type { NoticeKind } from "./kinds";

/** What of an entry in a shipment's evidence it depends on whether somebody is told. */
export interface Witnessed {
  readonly kind: string;
  readonly stage: Stage | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A notice that follows from an entry: about the shipment, unless a subject of its own is named. */
export interface Following {
  readonly kind: NoticeKind;
  /** Null for the shipment. */
  readonly subjectId: string | null;
  /** Null for the entry itself: each is another time. */
  readonly occasion: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * The notices that follow from an entry of the evidence. They are drawn from the evidence, and not put beside every act
 * that writes it, so that no way to the same end is forgotten. Brokers read evidence, so nothing of an alert is in it.
 */
export function noticesOf({ kind, stage, subject, facts }: Witnessed): readonly Following[] {
  const at = stage === null ? {} : { stage };
  const ofShipment = (told: NoticeKind, more: Readonly<Record<string, string>> = {}): Following => ({
    kind: told,
    subjectId: null,
    occasion: null,
    facts: { ...at, ...more },
  });
  switch (kind) {
    case "entry_refused":
      return [ofShipment("declaration_refused")];
    case "inspection_ordered":
      return [ofShipment("inspection_ordered")];
    case "release_granted":
      return [ofShipment(stage === "bonded_exit" ? "gate_one_released" : "both_gates_released")];
    case "review_opened": {
      const lane = facts.lane === undefined ? {} : { lane: facts.lane };
      return [ofShipment("held_for_review", lane), { ...ofShipment("case_waiting", lane), subjectId: subject }];
    }
    case "review_decided":
      return ofRuling(facts, ofShipment);
    case "question_answered":
      return [ofShipment("question_answered")];
    case "requirement_resolved":
      // Of gate one the broker sees it on lodging; gate two opens while nobody looks. Once a gate, however many papers.
      return facts.state === "missing" && stage === "domestic_distribution"
        ? [{ ...ofShipment("papers_missing"), occasion: stage }]
        : [];
    case "message_answered":
      return facts.state === "failed" || facts.state === "contested"
        ? [{ ...ofShipment("message_failed", { state: facts.state }), subjectId: subject }]
        : [];
    default:
      return [];
  }
}

function ofRuling(
  facts: Readonly<Record<string, string>>,
  ofShipment: (told: NoticeKind) => Following,
): readonly Following[] {
  if (facts.outcome === "request_documents") return [ofShipment("documents_requested")];
  return facts.awaits === "second_officer" ? [ofShipment("case_waiting")] : [];
}
