import {
  chargeKind,
  commodityCode,
  countryCode,
  currencyCode,
  exactNumber,
  incoterm,
  isoDate,
  kilograms,
  priceForOne,
  type Statement,
  stated,
  sumOf,
} from "./e-invoice-values";
import { at, childrenOf, textAt, type XmlElement } from "./xml-tree";

// The two editions of the Cross Industry Invoice (ZUGFeRD 1.0; Factur-X, ZUGFeRD 2 and XRechnung) name the same things
// a little differently; each step of a path lists the names of both.
const DOCUMENT = "ExchangedDocument|HeaderExchangedDocument";
const TRANSACTION = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction";
const AGREEMENT = "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement";
const DELIVERY = "ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery";
const SETTLEMENT = "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement";
const SUMMATION = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation";
const LINE_AGREEMENT = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement";
const LINE_DELIVERY = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery";
const LINE_SETTLEMENT = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement";
const LINE_SUMMATION = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation";

/** What an invoice in the Cross Industry syntax states. */
export function crossIndustryValues(root: XmlElement): readonly Statement[] {
  const transaction = at(root, TRANSACTION);
  const lines = childrenOf(transaction, "IncludedSupplyChainTradeLineItem").map(lineValues);
  return [
    ...headerValues(root, transaction),
    // A line may be a note between the goods, which has neither a quantity nor an amount.
    ...lines
      .filter((facts) => facts.some(({ value, name }) => value !== null && (name === "quantity" || name === "amount")))
      .flatMap((facts, index) => stated(index, facts)),
  ];
}

function headerValues(root: XmlElement, transaction: XmlElement | null): readonly Statement[] {
  const agreement = at(transaction, AGREEMENT);
  const delivery = at(transaction, DELIVERY);
  const settlement = at(transaction, SETTLEMENT);
  const sums = at(settlement, SUMMATION);
  const currency = currencyCode(textAt(settlement, "InvoiceCurrencyCode"));
  const date = textAt(root, DOCUMENT, "IssueDateTime", "DateTimeString");
  const charges = chargesOf(settlement);
  return stated(null, [
    { name: "invoice_number", value: textAt(root, DOCUMENT, "ID") },
    { name: "date", value: isoDate(date), raw: date },
    { name: "seller", value: textAt(agreement, "SellerTradeParty", "Name") },
    { name: "buyer", value: textAt(agreement, "BuyerTradeParty", "Name") },
    { name: "currency", value: currency },
    { name: "total", value: exactNumber(textAt(sums, "GrandTotalAmount")) },
    { name: "tax", value: exactNumber(inCurrency(childrenOf(sums, "TaxTotalAmount"), currency)) },
    { name: "incoterm", value: incoterm(textAt(agreement, "ApplicableTradeDeliveryTerms", "DeliveryTypeCode")) },
    { name: "shipper", value: textAt(delivery, "ShipFromTradeParty", "Name") },
    { name: "consignee", value: textAt(delivery, "ShipToTradeParty", "Name") },
    { name: "gross_weight_kg", value: kilograms(at(delivery, "RelatedSupplyChainConsignment", "GrossWeightMeasure")) },
    { name: "net_weight_kg", value: kilograms(at(delivery, "RelatedSupplyChainConsignment", "NetWeightMeasure")) },
    { name: "freight", value: sumOf(charges.filter(({ kind }) => kind === "freight").map(({ amount }) => amount)) },
    { name: "insurance", value: sumOf(charges.filter(({ kind }) => kind === "insurance").map(({ amount }) => amount)) },
  ]);
}

function lineValues(line: XmlElement) {
  const product = at(line, "SpecifiedTradeProduct");
  const delivery = at(line, LINE_DELIVERY);
  const quantity = at(delivery, "BilledQuantity");
  const price = at(line, LINE_AGREEMENT, "NetPriceProductTradePrice");
  const classes = childrenOf(product, "DesignatedProductClassification").flatMap((each) =>
    childrenOf(each, "ClassCode"),
  );
  return [
    { name: "description" as const, value: textAt(product, "Name") },
    { name: "quantity" as const, value: exactNumber(textAt(quantity)) },
    { name: "unit" as const, value: quantity?.attributes.unitCode ?? null },
    {
      name: "unit_price" as const,
      value: priceForOne(exactNumber(textAt(price, "ChargeAmount")), exactNumber(textAt(price, "BasisQuantity"))),
    },
    { name: "amount" as const, value: exactNumber(textAt(line, LINE_SETTLEMENT, LINE_SUMMATION, "LineTotalAmount")) },
    { name: "hs_code" as const, value: commodityCode(classes) },
    { name: "origin" as const, value: countryCode(textAt(product, "OriginTradeCountry", "ID")) },
    { name: "net_weight_kg" as const, value: weight(product, delivery, "NetWeightMeasure") },
    { name: "gross_weight_kg" as const, value: weight(product, delivery, "GrossWeightMeasure") },
  ];
}

function weight(product: XmlElement | null, delivery: XmlElement | null, name: string): string | null {
  return kilograms(at(delivery, name)) ?? kilograms(at(product, name));
}

/** Charges beside the goods; allowances are in the same elements and are no charges. */
function chargesOf(settlement: XmlElement | null) {
  const logistics = childrenOf(settlement, "SpecifiedLogisticsServiceCharge").map((charge) => ({
    kind: chargeKind(null, textAt(charge, "Description")),
    amount: exactNumber(textAt(charge, "AppliedAmount")),
  }));
  const others = childrenOf(settlement, "SpecifiedTradeAllowanceCharge")
    .filter((charge) => textAt(charge, "ChargeIndicator", "Indicator") === "true")
    .map((charge) => ({
      kind: chargeKind(textAt(charge, "ReasonCode"), textAt(charge, "Reason")),
      amount: exactNumber(textAt(charge, "ActualAmount")),
    }));
  return [...logistics, ...others];
}

/** The amount in the invoice's currency; the same tax may stand in that of the seller's books as well. */
function inCurrency(amounts: readonly XmlElement[], currency: string | null): string | null {
  const own = amounts.find(({ attributes }) => attributes.currencyID === currency);
  return textAt(own ?? (amounts.length === 1 ? (amounts[0] ?? null) : null));
}
