import { UNIT_CODE, unitOf } from "../tariff/unit";
import type { Order, Waybill } from "../three-documents/documents";

/**
 * What an order and its parcel already say of the inventory list, by the names of its facts: nobody is asked for what a
 * feed has stated. The consumer's name and number are not among it; they are sealed elsewhere. Empty values are left out.
 */
export function factsOfOrder(order: Order, waybill: Waybill | null): Readonly<Record<string, string>> {
  const lines = order.lines.flatMap((line) =>
    Object.entries({
      itemNumber: line.itemNumber,
      itemName: line.name,
      accountItem: line.itemRecordNumber,
      elements: line.customs?.elements,
      barCode: line.customs?.barCode,
      legalQuantity: line.customs?.legalQuantity,
      legalUnit: codeOf(line.customs?.legalUnit),
      secondQuantity: line.customs?.secondQuantity,
      secondUnit: codeOf(line.customs?.secondUnit),
    }).map(([name, value]) => [`lines/${line.number}/${name}`, value] as const),
  );
  const head = Object.entries({
    orderNumber: order.orderNumber,
    platformCode: order.platform,
    merchantName: order.merchantName,
    buyerTelephone: order.recipient.phone,
    consigneeAddress: order.recipient.address,
    accountBook: order.place.bookNumber,
    areaCode: order.place.areaCode,
    areaName: order.place.areaName,
    waybillNumber: waybill?.number,
    carrierName: waybill?.carrier,
  });
  return Object.fromEntries([...head, ...lines].flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** The code of a unit in the neutral model; a word that names no unit stays as it is, for the form to name. */
function codeOf(word: string | undefined): string | undefined {
  const unit = word === undefined ? null : unitOf(word);
  return unit ? UNIT_CODE[unit] : word;
}
