import type { DeclarationContent } from "../declaration/declaration";
import { airWaybill } from "../extraction/accept";
import type { DeclarationMessage } from "./message";

/** What a paper is called in a code list of messages. */
export interface PaperType {
  /** `invoice`, `air_waybill`, `transport_document`, or the code of a requirement. */
  readonly paper: string;
  /** UN/EDIFACT 1001. */
  readonly type: string;
}

/** A requirement that a paper meets. */
interface Met {
  readonly code: string;
  readonly evidenceReference: string | null;
}

const NUMBER_AT_MOST = 35;

/**
 * The papers that go with a declaration: the invoice, the transport document, and what met its requirements. A paper
 * whose kind is on no list, or whose number is longer than the form takes, is not named: the form would be refused for it.
 */
export function supportingDocuments(
  { invoiceNumber, transportNumber }: Pick<DeclarationContent, "invoiceNumber" | "transportNumber">,
  requirements: readonly Met[],
  types: readonly PaperType[],
): DeclarationMessage["documents"] {
  const transport = airWaybill(transportNumber.value) === null ? "transport_document" : "air_waybill";
  const papers = [
    { paper: "invoice", number: invoiceNumber.value },
    { paper: transport, number: transportNumber.value },
    ...requirements.flatMap(({ code, evidenceReference: number }) =>
      number === null ? [] : [{ paper: code, number }],
    ),
  ];
  const named = papers.flatMap(({ paper, number }) => {
    const type = types.find((each) => each.paper === paper)?.type;
    return type && number.trim() !== "" && number.length <= NUMBER_AT_MOST ? [{ type, number }] : [];
  });
  return named.filter(
    (each, index) => named.findIndex(({ type, number }) => type === each.type && number === each.number) === index,
  );
}
