import type { ShipmentView } from "@/contracts/views/shipment";
import { openCounts } from "@/ui/document/open-fields";
import { isUnplaced } from "@/ui/document/slots";

/** Who must act for the shipment to go on. */
type Who = "you" | "authority" | "system" | "nobody";

interface NextStep {
  readonly step:
    | "upload"
    | "reading"
    | "place"
    | "replace"
    | "confirm"
    | "resolve"
    | "lodge"
    | "pay"
    | "refused"
    | "done"
    | "stopped"
    | "evidence"
    | "review"
    | "answer"
    | "wait";
  readonly who: Who;
  readonly count: number;
  readonly href: string | null;
}

/** The one thing that brings the shipment on, who does it, and where. */
export function nextStep(shipment: ShipmentView): NextStep {
  return beforeLodging(shipment) ?? afterLodging(shipment);
}

function beforeLodging({ documentList, declaration, declarationState }: ShipmentView): NextStep | null {
  // What an order feed states needs no paper.
  const isFed = declaration.values.some((value) => value.method === "feed");
  if (documentList.length === 0 && !isFed) return { step: "upload", who: "you", count: 0, href: "?tab=documents" };
  if (documentList.some((each) => ["stored", "reading"].includes(each.state)))
    return { step: "reading", who: "system", count: 0, href: null };
  // What was withdrawn is a draft again, and asks what a draft asks.
  if (declarationState === "lodged") return null;
  // Nothing that was sent can be read, and a draft of it has nothing to confirm.
  if (documentList.length > 0 && documentList.every((each) => each.state === "rejected"))
    return { step: "replace", who: "you", count: documentList.length, href: "?tab=documents" };
  // What belongs elsewhere is neither confirmed nor declared here.
  const unplaced = documentList.filter(isUnplaced).length;
  if (unplaced > 0) return { step: "place", who: "you", count: unplaced, href: "?tab=documents" };
  const { total, ofDocument } = openCounts(documentList);
  const first = documentList.find(({ id }) => ofDocument.has(id));
  if (first) return { step: "confirm", who: "you", count: total, href: `/broker/documents/${first.id}` };
  const errors = declaration.issues.filter((issue) => issue.severity === "error").length;
  return errors > 0
    ? { step: "resolve", who: "you", count: errors, href: "?tab=declaration" }
    : { step: "lodge", who: "you", count: 0, href: "?tab=declaration" };
}

function afterLodging({ gates, requirements }: ShipmentView): NextStep {
  const stage = gates[0]?.state === "released" ? "domestic_distribution" : "bonded_exit";
  const missing = requirements.filter((each) => each.state === "missing");
  const now = missing.filter((each) => each.stage === stage).length;
  const failed = requirements.filter((each) => each.state === "failed").length;
  if (gates.some((gate) => gate.state === "refused"))
    return { step: "refused", who: "nobody", count: 0, href: "?tab=timeline" };
  if (gates.every((gate) => gate.state === "released")) return { step: "done", who: "nobody", count: 0, href: null };
  // Neither money nor a paper brings goods on that the law keeps out.
  if (failed > 0) return { step: "stopped", who: "you", count: failed, href: "?tab=requirements" };
  if (gates[0]?.waitingFor.includes("tax_not_secured")) return { step: "pay", who: "you", count: 0, href: "?tab=tax" };
  if (now > 0) return { step: "evidence", who: "you", count: now, href: "?tab=requirements" };
  if (gates.some((gate) => gate.state === "queried"))
    return { step: "answer", who: "you", count: 0, href: "#questions" };
  if (gates.some((gate) => ["in_review", "in_examination", "held"].includes(gate.state)))
    return { step: "review", who: "authority", count: 0, href: "?tab=risk" };
  // While the first gate runs the papers of the second can be given.
  if (missing.length > 0) return { step: "evidence", who: "you", count: missing.length, href: "?tab=requirements" };
  return { step: "wait", who: "system", count: 0, href: null };
}
