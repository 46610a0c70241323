import type {
  DECLARATION_HEAD,
  DECLARATION_LINE,
  LINE_DUTY,
  PREVIOUS_DOCUMENT,
  SUPPORTING_DOCUMENT,
} from "@/domain/message/declaration-form";

/**
 * Where each field of the neutral declaration stands in the tree of the WCO Data Model: Declaration, GoodsShipment,
 * GovernmentAgencyGoodsItem, Commodity. The names are those of version 3 as customs declaration services use them; field
 * practice, not checked at source.
 */
export const HEAD_PATHS: Readonly<Record<keyof typeof DECLARATION_HEAD | "messageId", string>> = {
  messageId: "CommunicationMetaData/ID",
  senderCode: "CommunicationMetaData/SenderID",
  receiverCode: "CommunicationMetaData/ReceiverID",
  action: "FunctionCode",
  ownNumber: "FunctionalReferenceID",
  declaredAt: "IssueDateTime",
  customsOffice: "DeclarationOffice/ID",
  currency: "InvoiceAmount/@currencyID",
  invoiceTotal: "InvoiceAmount",
  packages: "TotalPackageQuantity",
  grossWeightKg: "TotalGrossMassMeasure",
  netWeightKg: "TotalNetMassMeasure",
  remarks: "AdditionalInformation/StatementDescription",
  agentCode: "Agent/ID",
  agentName: "Agent/Name",
  transportMode: "BorderTransportMeans/ModeCode",
  conveyance: "BorderTransportMeans/Name",
  voyage: "BorderTransportMeans/JourneyID",
  regime: "GoodsShipment/GovernmentProcedure/CurrentCode",
  accountBook: "GoodsShipment/Warehouse/ID",
  consigneeCode: "GoodsShipment/Consignee/ID",
  consigneeName: "GoodsShipment/Consignee/Name",
  consignorName: "GoodsShipment/Consignor/Name",
  billNumber: "GoodsShipment/Consignment/TransportContractDocument/ID",
  goodsLocation: "GoodsShipment/Consignment/GoodsLocation/ID",
  portOfLoading: "GoodsShipment/Consignment/LoadingLocation/Name",
  portOfDischarge: "GoodsShipment/Consignment/UnloadingLocation/Name",
  departureCountry: "GoodsShipment/ExportCountry/ID",
  tradeCountry: "GoodsShipment/Seller/Address/CountryCode",
  incoterm: "GoodsShipment/TradeTerms/ConditionCode",
  contractNumber: "GoodsShipment/Contract/ID",
  licenceNumber: "GoodsShipment/Licence/ID",
  invoiceNumber: "GoodsShipment/Invoice/ID",
  invoicedOn: "GoodsShipment/Invoice/IssueDateTime",
  freight: "GoodsShipment/CustomsValuation/FreightChargeAmount",
  insurance: "GoodsShipment/CustomsValuation/InsuranceChargeAmount",
  packageKind: "GoodsShipment/Packaging/TypeCode",
};

export const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";

export const LINE_PATHS: Readonly<Record<keyof typeof DECLARATION_LINE, string>> = {
  number: "SequenceNumeric",
  description: "Commodity/Description",
  elements: "Commodity/CharacteristicDescription",
  commodityCode: "Commodity/Classification/ID",
  quantity: "Commodity/InvoiceLine/Quantity",
  unit: "Commodity/InvoiceLine/Quantity/@unitCode",
  unitPrice: "Commodity/InvoiceLine/UnitPriceAmount",
  amount: "Commodity/InvoiceLine/ItemChargeAmount",
  netWeightKg: "Commodity/GoodsMeasure/NetNetWeightMeasure",
  legalQuantity: "Commodity/GoodsMeasure/TariffQuantity",
  legalUnit: "Commodity/GoodsMeasure/TariffQuantity/@unitCode",
  secondQuantity: "Commodity/GoodsMeasure/SupplementaryQuantity",
  secondUnit: "Commodity/GoodsMeasure/SupplementaryQuantity/@unitCode",
  origin: "Origin/CountryCode",
  packages: "Packaging/QuantityQuantity",
  packageKind: "Packaging/TypeCode",
};

export const DOCUMENT = "AdditionalDocument";
export const DOCUMENT_PATHS: Readonly<Record<keyof typeof SUPPORTING_DOCUMENT, string>> = {
  type: "TypeCode",
  number: "ID",
};

export const PREVIOUS = "GoodsShipment/PreviousDocument";
export const PREVIOUS_PATHS: Readonly<Record<keyof typeof PREVIOUS_DOCUMENT, string>> = {
  type: "TypeCode",
  number: "ID",
  line: "LineNumeric",
};

export const DUTY = "Commodity/DutyTaxFee";
export const DUTY_PATHS: Readonly<Record<keyof typeof LINE_DUTY, string>> = {
  tax: "TypeCode",
  rate: "TaxRateNumeric",
  base: "AdValoremTaxBaseAmount",
  amount: "Payment/TaxAssessedAmount",
};

/** Where a field of our message stands in the tree, `Declaration/…/GovernmentAgencyGoodsItem[2]/…`; null for no field. */
export function pointerTo(at: string): string | null {
  const [, part, index, field = ""] = /^(head|lines)(?:\/(\d+))?\/(\w+)$/.exec(at) ?? [];
  const paths: Readonly<Record<string, string>> = part === "lines" ? LINE_PATHS : HEAD_PATHS;
  const path = Object.hasOwn(paths, field) ? paths[field] : undefined;
  if (!path || (part === "lines") !== (index !== undefined)) return null;
  return part === "lines" ? `Declaration/${ITEM}[${index}]/${path}` : `Declaration/${path}`;
}

/** The field of our message at a place of the tree; null where there is none. */
export function fieldAt(pointer: string): string | null {
  const [, index, below] = /^Declaration\/GoodsShipment\/GovernmentAgencyGoodsItem\[(\d+)\]\/(.+)$/.exec(pointer) ?? [];
  const paths: Readonly<Record<string, string>> = below ? LINE_PATHS : HEAD_PATHS;
  const path = below ?? pointer.replace(/^Declaration\//, "");
  const field = Object.keys(paths).find((each) => paths[each] === path);
  if (!field) return null;
  return below ? `lines/${index}/${field}` : `head/${field}`;
}
