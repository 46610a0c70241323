import type { DeclarationContent } from "../declaration/declaration";
import { airWaybill } from "../extraction/accept";
import { numbersIn } from "../permit/meets";
import type { DeclarationMessage } from "./message";

/** What a paper is called in a code list of messages. */
export interface PaperType {
  /** `invoice`, `air_waybill`, `transport_document`, or the code of a requirement. */
  readonly paper: string;
  /** UN/EDIFACT 1001. */
  readonly type: string;
}

/** A requirement with what was given for it. */
interface Evidenced {
  readonly code: string;
  readonly state: "missing" | "submitted" | "verified" | "waived" | "failed";
  readonly evidenceReference: string | null;
  /** Whether the whole reference is the number of one paper, blanks and all. */
  readonly isOneNumber: boolean;
}

const GIVEN: readonly Evidenced["state"][] = ["submitted", "verified"];

/**
 * The papers that go with a declaration: the invoice, the transport document, and what was submitted for its
 * requirements, one for each number. A paper whose kind is on no list is not named: the form would be refused for it.
 * One whose number is longer than the form takes is, so that the form's check says so.
 */
export function supportingDocuments(
  { invoiceNumber, transportNumber }: Pick<DeclarationContent, "invoiceNumber" | "transportNumber">,
  requirements: readonly Evidenced[],
  types: readonly PaperType[],
): DeclarationMessage["documents"] {
  const transport = airWaybill(transportNumber.value) === null ? "transport_document" : "air_waybill";
  const papers = [
    { paper: "invoice", number: invoiceNumber.value },
    { paper: transport, number: transportNumber.value },
    ...requirements
      .filter(({ state }) => GIVEN.includes(state))
      .flatMap((each) => numbersOf(each).map((number) => ({ paper: each.code, number }))),
  ];
  const named = papers.flatMap(({ paper, number }) => {
    const type = types.find((each) => each.paper === paper)?.type;
    return type && number.trim() !== "" ? [{ type, number }] : [];
  });
  return named.filter(
    (each, index) => named.findIndex(({ type, number }) => type === each.type && number === each.number) === index,
  );
}

function numbersOf({ evidenceReference, isOneNumber }: Evidenced): readonly string[] {
  if (evidenceReference === null) return [];
  return isOneNumber ? [evidenceReference.trim()] : numbersIn(evidenceReference);
}
