/** Structured invoices of invented firms, in each syntax that is read. */

/** A Cross Industry Invoice as Factur-X, ZUGFeRD 2 and XRechnung write it, with everything that is looked for. */
export function crossIndustryInvoice(number = "RE-7001"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:a" xmlns:ram="urn:b" xmlns:udt="urn:c">
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>380</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">20261103</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem>
<ram:SpecifiedTradeProduct><ram:Name>Kugelschreiber, blau</ram:Name>
<ram:DesignatedProductClassification><ram:ClassCode listID="HS">96081010</ram:ClassCode></ram:DesignatedProductClassification>
<ram:OriginTradeCountry><ram:ID>DE</ram:ID></ram:OriginTradeCountry></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:GrossPriceProductTradePrice><ram:ChargeAmount>99.00</ram:ChargeAmount></ram:GrossPriceProductTradePrice>
<ram:NetPriceProductTradePrice><ram:ChargeAmount>45.50</ram:ChargeAmount><ram:BasisQuantity unitCode="C62">100</ram:BasisQuantity></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">2000</ram:BilledQuantity><ram:NetWeightMeasure unitCode="GRM">14000</ram:NetWeightMeasure></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>910.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Schreibwaren Müller &amp; Söhne GmbH</ram:Name></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>Pudong Office Supply Co., Ltd.</ram:Name></ram:BuyerTradeParty>
<ram:ApplicableTradeDeliveryTerms><ram:DeliveryTypeCode>FCA</ram:DeliveryTypeCode></ram:ApplicableTradeDeliveryTerms></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery><ram:ShipToTradeParty><ram:Name>Pudong Office Supply Bonded Store</ram:Name></ram:ShipToTradeParty></ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>GBP</ram:InvoiceCurrencyCode>
<ram:SpecifiedLogisticsServiceCharge><ram:Description>Fracht</ram:Description><ram:AppliedAmount>40.00</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>910.00</ram:LineTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">212.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="GBP">180.50</ram:TaxTotalAmount>
<ram:GrandTotalAmount>1130.50</ram:GrandTotalAmount><ram:DuePayableAmount>1000.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}

/** The first edition, whose elements have other names. */
export function firstEditionInvoice(): string {
  return `<?xml version="1.0"?><rsm:CrossIndustryDocument xmlns:rsm="urn:a" xmlns:ram="urn:b" xmlns:udt="urn:c">
<rsm:HeaderExchangedDocument><ram:ID>RE-14</ram:ID><ram:IssueDateTime><udt:DateTimeString format="102">20140923</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
<rsm:SpecifiedSupplyChainTradeTransaction>
<ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty><ram:Name>Alte Ware KG</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Neue Kunden AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableSupplyChainTradeAgreement>
<ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementMonetarySummation><ram:TaxTotalAmount currencyID="EUR">19.00</ram:TaxTotalAmount><ram:GrandTotalAmount currencyID="EUR">119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:ApplicableSupplyChainTradeSettlement>
<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:IncludedNote><ram:Content>Wie besprochen</ram:Content></ram:IncludedNote></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>10.0000</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedSupplyChainTradeAgreement>
<ram:SpecifiedSupplyChainTradeDelivery><ram:BilledQuantity unitCode="C62">10.0000</ram:BilledQuantity></ram:SpecifiedSupplyChainTradeDelivery>
<ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement>
<ram:SpecifiedTradeProduct><ram:Name>Schrauben</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
</rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`;
}

/** An invoice, or with `CreditNote` a credit note, in the Universal Business Language. */
export function universalInvoice(root: "Invoice" | "CreditNote" = "Invoice"): string {
  const [line, quantity] =
    root === "Invoice" ? ["InvoiceLine", "InvoicedQuantity"] : ["CreditNoteLine", "CreditedQuantity"];
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="urn:x" xmlns:cac="urn:y" xmlns:cbc="urn:z">
<cbc:ID>UB-55</cbc:ID><cbc:IssueDate>2026-10-31</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Coil</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:RegistrationName>Coil Works Ltd.</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Ningbo Metal Trading</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:Delivery><cac:DeliveryParty><cac:PartyName><cbc:Name>Ningbo Metal Yard 3</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>
<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode><cbc:Amount currencyID="EUR">50</cbc:Amount></cac:AllowanceCharge>
<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Freight rebate</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">9</cbc:Amount></cac:AllowanceCharge>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">0</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">2000</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">2000.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">1500</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:${line}><cbc:${quantity} unitCode="KGM">10</cbc:${quantity}><cbc:LineExtensionAmount currencyID="EUR">1950</cbc:LineExtensionAmount>
<cac:Item><cbc:Name>Steel coil</cbc:Name><cac:OriginCountry><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:OriginCountry><cac:CommodityClassification><cbc:ItemClassificationCode listID="HS">720851</cbc:ItemClassificationCode></cac:CommodityClassification></cac:Item>
<cac:Price><cbc:PriceAmount currencyID="EUR">195</cbc:PriceAmount></cac:Price></cac:${line}></${root}>`;
}
