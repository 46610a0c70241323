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

/** What an invoice or a credit note in the Universal Business Language states. */
export function universalValues(root: XmlElement): readonly Statement[] {
  const lines = childrenOf(root, "InvoiceLine", "CreditNoteLine");
  return [...headerValues(root), ...lines.flatMap((line, index) => stated(index, lineValues(line)))];
}

function headerValues(root: XmlElement): readonly Statement[] {
  const currency = currencyCode(textAt(root, "DocumentCurrencyCode"));
  const delivery = at(root, "Delivery");
  const date = textAt(root, "IssueDate");
  return stated(null, [
    { name: "invoice_number", value: textAt(root, "ID") },
    { name: "date", value: isoDate(date), raw: date },
    { name: "seller", value: partyName(at(root, "AccountingSupplierParty", "Party")) },
    { name: "buyer", value: partyName(at(root, "AccountingCustomerParty", "Party")) },
    { name: "currency", value: currency },
    { name: "total", value: exactNumber(textAt(root, "LegalMonetaryTotal", "TaxInclusiveAmount")) },
    { name: "tax", value: exactNumber(taxIn(root, currency)) },
    {
      name: "incoterm",
      value: incoterm(textAt(root, "DeliveryTerms", "ID") ?? textAt(delivery, "DeliveryTerms", "ID")),
    },
    { name: "shipper", value: partyName(at(delivery, "Despatch", "DespatchParty")) },
    { name: "consignee", value: partyName(at(delivery, "DeliveryParty")) },
    { name: "gross_weight_kg", value: kilograms(at(delivery, "Shipment", "GrossWeightMeasure")) },
    { name: "net_weight_kg", value: kilograms(at(delivery, "Shipment", "NetWeightMeasure")) },
    { name: "freight", value: chargeOf(root, "freight") },
    { name: "insurance", value: chargeOf(root, "insurance") },
  ]);
}

function lineValues(line: XmlElement) {
  const item = at(line, "Item");
  const quantity = at(line, "InvoicedQuantity|CreditedQuantity");
  const price = at(line, "Price");
  const classes = childrenOf(item, "CommodityClassification").flatMap((each) =>
    childrenOf(each, "ItemClassificationCode", "CommodityCode"),
  );
  const shipment = at(line, "Delivery", "Shipment");
  return [
    { name: "description" as const, value: textAt(item, "Name") ?? textAt(item, "Description") },
    { name: "quantity" as const, value: exactNumber(textAt(quantity)) },
    { name: "unit" as const, value: quantity?.attributes.unitCode ?? null },
    {
      name: "unit_price" as const,
      value: priceForOne(exactNumber(textAt(price, "PriceAmount")), exactNumber(textAt(price, "BaseQuantity"))),
    },
    { name: "amount" as const, value: exactNumber(textAt(line, "LineExtensionAmount")) },
    { name: "hs_code" as const, value: commodityCode(classes) },
    { name: "origin" as const, value: countryCode(textAt(item, "OriginCountry", "IdentificationCode")) },
    { name: "net_weight_kg" as const, value: kilograms(at(shipment, "NetWeightMeasure")) },
    { name: "gross_weight_kg" as const, value: kilograms(at(shipment, "GrossWeightMeasure")) },
  ];
}

/** The registered name is the firm; the other one is how it calls itself. */
function partyName(party: XmlElement | null): string | null {
  return textAt(party, "PartyLegalEntity", "RegistrationName") ?? textAt(party, "PartyName", "Name");
}

/** The tax in the invoice's currency; a second total may give it in that of the seller's books. */
function taxIn(root: XmlElement, currency: string | null): string | null {
  const totals = childrenOf(root, "TaxTotal").flatMap((total) => childrenOf(total, "TaxAmount"));
  return textAt(totals.find(({ attributes }) => attributes.currencyID === currency) ?? null);
}

function chargeOf(root: XmlElement, kind: "freight" | "insurance"): string | null {
  const charges = childrenOf(root, "AllowanceCharge")
    .filter((charge) => textAt(charge, "ChargeIndicator") === "true")
    .filter(
      (charge) =>
        chargeKind(textAt(charge, "AllowanceChargeReasonCode"), textAt(charge, "AllowanceChargeReason")) === kind,
    );
  return sumOf(charges.map((charge) => exactNumber(textAt(charge, "Amount"))));
}
