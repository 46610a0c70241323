import type { DeclarationContent, DeclarationLine } from "../declaration/declaration";
import type { Result } from "../shared/result";
import type { DECLARATION_HEAD, DECLARATION_LINE } from "./declaration-form";
import type { MessageFault } from "./fault";
import type { ValuesOf } from "./field";
import type { DeclarationMessage, DeclaredLine } from "./message";
import {
  declared,
  declaredDecimal,
  declaredUnit,
  given,
  type Mapping,
  prescribed,
  projected,
  valuesOf,
} from "./projection";

type Head = ValuesOf<typeof DECLARATION_HEAD>;
type Line = ValuesOf<typeof DECLARATION_LINE>;

/** The facts that a general-trade declaration needs beside what is declared. */
export const DECLARATION_FACTS = [
  "ownNumber",
  "action",
  "declaredAt",
  "senderCode",
  "receiverCode",
  "customsOffice",
  "accountBook",
  "consigneeCode",
  "agentCode",
  "agentName",
  "transportMode",
  "conveyance",
  "voyage",
  "goodsLocation",
  "departureCountry",
  "tradeCountry",
  "contractNumber",
  "licenceNumber",
  "packageKind",
  "remarks",
] as const satisfies readonly (keyof Head)[];

/** The facts that a line needs beside what is declared. */
export const DECLARATION_LINE_FACTS = [
  "elements",
  "legalQuantity",
  "legalUnit",
  "secondQuantity",
  "secondUnit",
  "packages",
  "packageKind",
] as const satisfies readonly (keyof Line)[];

/** What is known beside what is declared; what is not is null, and the form says whether that will do. */
export type DeclarationFacts = Readonly<Record<(typeof DECLARATION_FACTS)[number], string | null>> & {
  readonly messageId: string;
  readonly documents: DeclarationMessage["documents"];
  readonly previousDocuments: DeclarationMessage["previousDocuments"];
  /** By the line of the declaration. */
  readonly lines: readonly DeclaredLineFacts[];
};

type DeclaredLineFacts = Readonly<Record<(typeof DECLARATION_LINE_FACTS)[number], string | null>> &
  Pick<DeclaredLine, "duties" | "documents">;

/** The general-trade declaration, for CUSDEC and the WCO Data Model. */
export function projectDeclaration(
  content: DeclarationContent,
  facts: DeclarationFacts,
): Result<DeclarationMessage, readonly MessageFault[]> {
  const head = headOf(content, facts);
  const lines = content.lines.map((line, index) => lineOf(line, facts.lines[index] ?? null));
  const message: DeclarationMessage = {
    kind: "declaration",
    messageId: facts.messageId,
    head: valuesOf<Head>(head),
    documents: facts.documents,
    previousDocuments: facts.previousDocuments,
    lines: lines.map((each, index) => ({
      values: valuesOf<Line>(each),
      duties: facts.lines[index]?.duties ?? [],
      documents: facts.lines[index]?.documents ?? [],
    })),
  };
  return projected("declaration", message, head, lines);
}

function headOf(content: DeclarationContent, facts: DeclarationFacts): Mapping<keyof Head> {
  const fact = (field: (typeof DECLARATION_FACTS)[number]) => given(field, facts[field]);
  return {
    ownNumber: fact("ownNumber"),
    action: fact("action"),
    declaredAt: fact("declaredAt"),
    senderCode: fact("senderCode"),
    receiverCode: fact("receiverCode"),
    regime: { value: content.regime, from: "declaration.regime" },
    customsOffice: fact("customsOffice"),
    accountBook: fact("accountBook"),
    consigneeCode: fact("consigneeCode"),
    consigneeName: content.consignee ? declared("consignee", content.consignee) : declared("buyer", content.buyer),
    consignorName: declared("seller", content.seller),
    agentCode: fact("agentCode"),
    agentName: fact("agentName"),
    transportMode: fact("transportMode"),
    conveyance: fact("conveyance"),
    voyage: fact("voyage"),
    billNumber: declared("transportNumber", content.transportNumber),
    goodsLocation: fact("goodsLocation"),
    portOfLoading: declared("portOfLoading", content.portOfLoading),
    portOfDischarge: declared("portOfDischarge", content.portOfDischarge),
    departureCountry: fact("departureCountry"),
    tradeCountry: fact("tradeCountry"),
    incoterm: declared("incoterm", content.incoterm),
    contractNumber: fact("contractNumber"),
    licenceNumber: fact("licenceNumber"),
    invoiceNumber: declared("invoiceNumber", content.invoiceNumber),
    invoicedOn: declared("invoiceDate", content.invoiceDate),
    currency: declared("currency", content.currency),
    invoiceTotal: declaredDecimal("invoiceTotal", content.invoiceTotal),
    freight: declaredDecimal("freight", content.freight),
    insurance: declaredDecimal("insurance", content.insurance),
    packages: declared("packages", content.packages),
    packageKind: fact("packageKind"),
    grossWeightKg: declaredDecimal("grossWeightKg", content.grossWeightKg),
    netWeightKg: declaredDecimal("netWeightKg", content.netWeightKg),
    remarks: fact("remarks"),
  };
}

function lineOf(line: DeclarationLine, facts: DeclaredLineFacts | null): Mapping<keyof Line> {
  const at = (field: string) => `lines/${line.number}/${field}`;
  const fact = (field: (typeof DECLARATION_LINE_FACTS)[number]) =>
    facts ? given(at(field), facts[field]) : prescribed(null);
  return {
    number: { value: String(line.number), from: `declaration.${at("number")}` },
    commodityCode: declared(at("commodityCode"), line.commodityCode),
    description: declared(at("description"), line.description),
    elements: fact("elements"),
    origin: declared(at("origin"), line.origin),
    quantity: declaredDecimal(at("quantity"), line.quantity),
    unit: declaredUnit(at("unit"), line.unit),
    legalQuantity: fact("legalQuantity"),
    legalUnit: fact("legalUnit"),
    secondQuantity: fact("secondQuantity"),
    secondUnit: fact("secondUnit"),
    unitPrice: declaredDecimal(at("unitPrice"), line.unitPrice),
    amount: declaredDecimal(at("amount"), line.amount),
    netWeightKg: declaredDecimal(at("netWeightKg"), line.netWeightKg),
    packages: fact("packages"),
    packageKind: fact("packageKind"),
  };
}
