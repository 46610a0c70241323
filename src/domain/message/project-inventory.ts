import type { DeclarationContent, DeclarationLine } from "../declaration/declaration";
import type { Result } from "../shared/result";
import type { MessageFault } from "./fault";
import type { ValuesOf } from "./field";
import type { INVENTORY_HEAD, INVENTORY_LINE, TRANSFER } from "./forms";
import type { InventoryMessage } from "./message";
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

type Head = ValuesOf<typeof INVENTORY_HEAD>;
type Line = ValuesOf<typeof INVENTORY_LINE>;

/** What a message needs that is made when it is sent. */
export interface Dispatch {
  readonly messageId: string;
  /** To the second, UTC. */
  readonly sentAt: string;
  readonly action: Head["action"];
  readonly submission: Head["submission"];
  readonly transfer: ValuesOf<typeof TRANSFER>;
}

/** The facts that an inventory list needs beside the declaration: the order, the parties, the zone and the consumer. */
export const INVENTORY_FACTS = [
  "orderNumber",
  "platformCode",
  "platformName",
  "merchantCode",
  "merchantName",
  "waybillNumber",
  "carrierCode",
  "carrierName",
  "ownNumber",
  "preEntryNumber",
  "guarantorCode",
  "accountBook",
  "entryNumber",
  "declaredOn",
  "customsOffice",
  "portOfEntry",
  "enteredOn",
  "buyerIdNumber",
  "buyerName",
  "buyerTelephone",
  "consigneeAddress",
  "agentCode",
  "agentName",
  "areaCode",
  "areaName",
  "transportMode",
  "conveyance",
  "voyage",
  "billNumber",
  "supervisedPlace",
  "licenceNumber",
  "departureCountry",
  "packageKind",
] as const satisfies readonly (keyof Head)[];

/** The facts that a line needs beside the declaration. */
export const INVENTORY_LINE_FACTS = [
  "accountItem",
  "itemNumber",
  "itemName",
  "elements",
  "barCode",
  "legalQuantity",
  "legalUnit",
  "secondQuantity",
  "secondUnit",
] as const satisfies readonly (keyof Line)[];

type InventoryLineFacts = Readonly<Record<(typeof INVENTORY_LINE_FACTS)[number], string | null>>;

/**
 * What is known beside the declaration; what is not is null, and the form says whether that will do. The consumer's name
 * and number are sealed elsewhere and come in open only here, for the message itself.
 */
export type InventoryFacts = Readonly<Record<(typeof INVENTORY_FACTS)[number], string | null>> & {
  /** By the line of the declaration. */
  readonly lines: readonly InventoryLineFacts[];
};

/**
 * The inventory list (CEB621) of a declaration of retail imports. Goods that leave a bonded zone (1210, 1239) name the
 * account book and the area and no transport, and China as the country they leave; goods that come directly (9610) name
 * their transport and no account book. All of it is field practice, not checked at source.
 */
export function projectInventory(
  content: DeclarationContent,
  facts: InventoryFacts,
  dispatch: Dispatch,
): Result<InventoryMessage, readonly MessageFault[]> {
  const head = headOf(content, facts, dispatch);
  const lines = content.lines.map((line, index) => lineOf(content, line, facts.lines[index] ?? null));
  const message: InventoryMessage = {
    kind: "inventory",
    messageId: dispatch.messageId,
    head: valuesOf<Head>(head),
    lines: lines.map((each) => valuesOf<Line>(each)),
    transfer: dispatch.transfer,
  };
  return projected("CEB621", message, head, lines);
}

function headOf(content: DeclarationContent, facts: InventoryFacts, dispatch: Dispatch): Mapping<keyof Head> {
  const isDirect = content.regime === "9610";
  // A fact that the regime leaves out is not sent though it is known; one that it demands is missed if it is not.
  const direct = (field: (typeof INVENTORY_FACTS)[number], value: string | null) =>
    isDirect ? given(field, value ?? "") : prescribed(null);
  const bonded = (field: (typeof INVENTORY_FACTS)[number], value: string | null) =>
    isDirect ? prescribed(null) : given(field, value ?? "");
  return {
    ...dispatched(dispatch),
    orderNumber: given("orderNumber", facts.orderNumber),
    ...sellersOf(facts),
    waybillNumber: given("waybillNumber", facts.waybillNumber),
    carrierCode: given("carrierCode", facts.carrierCode),
    carrierName: given("carrierName", facts.carrierName),
    ownNumber: given("ownNumber", facts.ownNumber),
    preEntryNumber: given("preEntryNumber", facts.preEntryNumber),
    guarantorCode: given("guarantorCode", facts.guarantorCode),
    accountBook: bonded("accountBook", facts.accountBook),
    entryNumber: given("entryNumber", facts.entryNumber),
    direction: prescribed("I"),
    declaredOn: given("declaredOn", facts.declaredOn),
    customsOffice: given("customsOffice", facts.customsOffice),
    portOfEntry: given("portOfEntry", facts.portOfEntry),
    enteredOn: given("enteredOn", facts.enteredOn),
    buyerIdType: prescribed("1"),
    buyerIdNumber: given("buyerIdNumber", facts.buyerIdNumber),
    buyerName: given("buyerName", facts.buyerName),
    buyerTelephone: given("buyerTelephone", facts.buyerTelephone),
    consigneeAddress: given("consigneeAddress", facts.consigneeAddress),
    agentCode: given("agentCode", facts.agentCode),
    agentName: given("agentName", facts.agentName),
    areaCode: bonded("areaCode", facts.areaCode),
    areaName: bonded("areaName", facts.areaName),
    regime: { value: content.regime, from: "declaration.regime" },
    transportMode: given("transportMode", facts.transportMode),
    conveyance: direct("conveyance", facts.conveyance),
    voyage: direct("voyage", facts.voyage),
    billNumber: direct("billNumber", facts.billNumber),
    supervisedPlace: given("supervisedPlace", facts.supervisedPlace),
    licenceNumber: given("licenceNumber", facts.licenceNumber),
    departureCountry: isDirect ? given("departureCountry", facts.departureCountry) : prescribed("CN"),
    freight: content.freight ? declaredDecimal("freight", content.freight) : prescribed("0"),
    insurance: content.insurance ? declaredDecimal("insurance", content.insurance) : prescribed("0"),
    currency: declared("currency", content.currency),
    packageKind: given("packageKind", facts.packageKind),
    packages: declared("packages", content.packages),
    grossWeightKg: declaredDecimal("grossWeightKg", content.grossWeightKg),
    netWeightKg: declaredDecimal("netWeightKg", content.netWeightKg),
    note: prescribed(null),
  };
}

function lineOf(
  content: DeclarationContent,
  line: DeclarationLine,
  facts: InventoryLineFacts | null,
): Mapping<keyof Line> {
  const at = (field: string) => `lines/${line.number}/${field}`;
  const fact = (field: keyof InventoryLineFacts) => given(at(field), facts?.[field] ?? null);
  const isBonded = content.regime !== "9610";
  return {
    number: { value: String(line.number), from: `declaration.${at("number")}` },
    accountItem: isBonded ? given(at("accountItem"), facts?.accountItem ?? "") : prescribed(null),
    itemNumber: fact("itemNumber"),
    itemName: fact("itemName"),
    commodityCode: declared(at("commodityCode"), line.commodityCode),
    description: declared(at("description"), line.description),
    elements: fact("elements"),
    barCode: fact("barCode"),
    origin: declared(at("origin"), line.origin),
    currency: declared("currency", content.currency),
    quantity: declaredDecimal(at("quantity"), line.quantity),
    unit: declaredUnit(at("unit"), line.unit),
    legalQuantity: fact("legalQuantity"),
    legalUnit: fact("legalUnit"),
    secondQuantity: fact("secondQuantity"),
    secondUnit: fact("secondUnit"),
    price: declaredDecimal(at("unitPrice"), line.unitPrice),
    total: declaredDecimal(at("amount"), line.amount),
    note: prescribed(null),
  };
}

/** The fields that every sent record has. */
export function dispatched(dispatch: Dispatch) {
  return {
    recordId: { value: dispatch.messageId, from: "dispatch.messageId" },
    action: { value: dispatch.action, from: "dispatch.action" },
    sentAt: { value: dispatch.sentAt, from: "dispatch.sentAt" },
    submission: { value: dispatch.submission, from: "dispatch.submission" },
  };
}

type Sellers = Pick<InventoryFacts, "platformCode" | "platformName" | "merchantCode" | "merchantName">;

function sellersOf(facts: Sellers) {
  return {
    platformCode: given("platformCode", facts.platformCode),
    platformName: given("platformName", facts.platformName),
    merchantCode: given("merchantCode", facts.merchantCode),
    merchantName: given("merchantName", facts.merchantName),
  };
}
