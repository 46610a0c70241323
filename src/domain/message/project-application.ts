import { compare, parseDecimal } from "../shared/decimal";
import { err, type Result } from "../shared/result";
import { fault, type MessageFault } from "./fault";
import type { ValuesOf } from "./field";
import type { CANCELLATION_HEAD, INVENTORY_HEAD, RETURN_HEAD, RETURN_LINE } from "./forms";
import type { CancellationMessage, InventoryMessage, ReturnMessage } from "./message";
import { type Dispatch, dispatched } from "./project-inventory";
import { type Mapping, prescribed, projected, valuesOf } from "./projection";

type Head = ValuesOf<typeof INVENTORY_HEAD>;

/**
 * The application (CEB623) to cancel an inventory list that was declared: every value is the list's own, so that none
 * can differ from what was declared; only the reason is new.
 *
 * @param entryNumber the number that customs gave to the list; without one there is nothing to cancel
 */
export function projectCancellation(
  list: InventoryMessage,
  entryNumber: string | null,
  reason: string,
  dispatch: Dispatch,
): Result<CancellationMessage, readonly MessageFault[]> {
  const head = referringTo(list, entryNumber, reason, dispatch);
  const message: CancellationMessage = {
    kind: "cancellation",
    messageId: dispatch.messageId,
    head: valuesOf<ValuesOf<typeof CANCELLATION_HEAD>>(head),
    lines: [],
    transfer: dispatch.transfer,
  };
  return projected("CEB623", message, head, []);
}

/**
 * The application (CEB625) to return goods of a released inventory list to the zone.
 *
 * @param returned the quantity that comes back of each line, by its number in the list; lines not named stay
 */
export function projectReturn(
  list: InventoryMessage,
  entryNumber: string | null,
  reason: string,
  returned: ReadonlyMap<string, string>,
  dispatch: Dispatch,
): Result<ReturnMessage, readonly MessageFault[]> {
  const head = referringTo(list, entryNumber, reason, dispatch);
  const lines = list.lines
    .filter((line) => returned.has(line.number))
    .map((line, index): Mapping<keyof ValuesOf<typeof RETURN_LINE>> => {
      const from = (field: string) => `inventory.lines/${line.number}/${field}`;
      return {
        number: { value: String(index + 1), from: from("number") },
        commodityCode: { value: line.commodityCode, from: from("commodityCode") },
        description: { value: line.description, from: from("description") },
        quantity: { value: returned.get(line.number) ?? null, from: `facts.returned/${line.number}` },
        unit: { value: line.unit, from: from("unit") },
      };
    });
  const message: ReturnMessage = {
    kind: "return",
    messageId: dispatch.messageId,
    head: valuesOf<ValuesOf<typeof RETURN_HEAD>>(head),
    lines: lines.map((each) => valuesOf<ValuesOf<typeof RETURN_LINE>>(each)),
    transfer: dispatch.transfer,
  };
  const wrong = wrongQuantities(list, returned);
  return wrong.length > 0 ? err(wrong) : projected("CEB625", message, head, lines);
}

/** Goods that the list does not have, or more of them than it has. */
function wrongQuantities(list: InventoryMessage, returned: ReadonlyMap<string, string>): readonly MessageFault[] {
  return [...returned].flatMap(([number, quantity]) => {
    const from = `facts.returned/${number}`;
    const line = list.lines.find((each) => each.number === number);
    if (!line) return [fault("wrong_reference", "CEB625", `lines/${number}`, { from, value: number })];
    const [back, had] = [parseDecimal(quantity), parseDecimal(line.quantity)];
    const isTooMuch = back.ok && had.ok && (compare(back.value, had.value) > 0 || back.value.units <= 0n);
    return isTooMuch
      ? [fault("wrong_count", "CEB625", `lines/${number}/quantity`, { from, value: quantity, expected: line.quantity })]
      : [];
  });
}

function referringTo(
  list: InventoryMessage,
  entryNumber: string | null,
  reason: string,
  dispatch: Dispatch,
): Mapping<keyof ValuesOf<typeof CANCELLATION_HEAD>> {
  const same = (field: keyof Head) => ({ value: list.head[field], from: `inventory.${field}` });
  return {
    ...dispatched(dispatch),
    customsOffice: same("customsOffice"),
    orderNumber: same("orderNumber"),
    platformCode: same("platformCode"),
    platformName: same("platformName"),
    merchantCode: same("merchantCode"),
    merchantName: same("merchantName"),
    waybillNumber: same("waybillNumber"),
    carrierCode: same("carrierCode"),
    carrierName: same("carrierName"),
    ownNumber: same("ownNumber"),
    preEntryNumber: same("preEntryNumber"),
    entryNumber: { value: entryNumber, from: "facts.entryNumber" },
    buyerIdType: same("buyerIdType"),
    buyerIdNumber: same("buyerIdNumber"),
    buyerName: same("buyerName"),
    buyerTelephone: same("buyerTelephone"),
    agentCode: same("agentCode"),
    agentName: same("agentName"),
    reason: { value: reason, from: "facts.reason" },
    note: prescribed(null),
  };
}
