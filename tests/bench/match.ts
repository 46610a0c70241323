import { simplify } from "@/adapters/chinese/simplify";
import type { SharedBy, WaybillUse } from "@/domain/three-documents/context";
import type { Order, Payment, Waybill } from "@/domain/three-documents/documents";
import { inventoryOf } from "@/domain/three-documents/inventory";
import { blockingResults, matchTriple } from "@/domain/three-documents/match";
import { foldAddress, foldPhone } from "@/domain/three-documents/normalise";
import { cleanRecords, MATCH_DAY, matchContext, seeded } from "../support/order-triples";
import { REFERENCE } from "../unit/domain/fixtures";

/** Orders of one run. */
export const COUNT = 20_000;
/** Orders of one batch; a job takes a hundred, which makes no difference without a database. */
const BATCH = 250;

interface Records {
  readonly order: Order;
  readonly payment: Payment;
  readonly waybill: Waybill;
}

/** Makes the records, then matches them in batches as a job does: the history looked up once for a batch, in memory. */
export function matchMany(seed: number): number {
  const random = seeded(seed);
  const records = Array.from({ length: COUNT }, (_, number) => cleanRecords(random, number));
  const history = historyOf(records);
  const context = matchContext(REFERENCE, simplify);
  let blocked = 0;
  for (let from = 0; from < records.length; from += BATCH)
    for (const record of records.slice(from, from + BATCH)) {
      const inventory = inventoryOf(record.order, record.waybill);
      const results = matchTriple({ ...record, inventory }, { ...context, ...history(record) });
      if (blockingResults(results).length > 0) blocked += 1;
    }
  if (blocked > 0) throw new Error(`${blocked} orders of which everything agrees were stopped`);
  return blocked;
}

/** Who else used a parcel's number, and how many people share telephone, address, device and payer. */
function historyOf(records: readonly Records[]) {
  const uses = new Map<string, WaybillUse[]>();
  const people = new Map<string, Set<string>>();
  const keysOf = ({ order, payment }: Records): Record<keyof SharedBy, string> => ({
    phone: `p${foldPhone(order.recipient.phone)}`,
    address: `a${foldAddress(order.recipient.address, simplify)}`,
    device: `d${order.device}`,
    payer: `y${payment.payer.idNumber}`,
  });
  for (const record of records) {
    const { waybill, order } = record;
    const used = uses.get(waybill.number) ?? [];
    uses.set(waybill.number, [...used, { platform: order.platform, orderNumber: order.orderNumber, day: MATCH_DAY }]);
    for (const key of Object.values(keysOf(record))) {
      const known = people.get(key) ?? new Set();
      people.set(key, known.add(order.buyer.idNumber));
    }
  }
  const count = (key: string) => people.get(key)?.size ?? 0;
  return (record: Records) => {
    const keys = keysOf(record);
    const sharedBy = {
      phone: count(keys.phone),
      address: count(keys.address),
      device: count(keys.device),
      payer: count(keys.payer),
    };
    return { sharedBy, waybillUses: uses.get(record.waybill.number) ?? [], paymentUses: [] };
  };
}
