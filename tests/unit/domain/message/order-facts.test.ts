import { describe, expect, it } from "vitest";
import { factsOfOrder } from "@/domain/message/order-facts";
import { cleanRecords, seeded } from "../../../support/order-triples";

const { order, waybill } = cleanRecords(seeded(7), 1);

describe("what an order says of its inventory list", () => {
  it("is the seller, the parcel, the place and whom it goes to, and never who the consumer is", () => {
    const facts = factsOfOrder(order, waybill);
    expect(facts).toMatchObject({
      orderNumber: order.orderNumber,
      platformCode: order.platform,
      carrierName: waybill.carrier,
      waybillNumber: waybill.number,
      buyerTelephone: order.recipient.phone,
      consigneeAddress: order.recipient.address,
    });
    expect(Object.keys(facts)).not.toContain("buyerIdNumber");
    expect(Object.values(facts)).not.toContain(order.buyer.idNumber);
  });

  it("names a line by its number, with the units of the neutral model, and leaves out what nobody stated", () => {
    const [line] = order.lines;
    if (!line) throw new Error("There is no line");
    const stated = { ...line, customs: { elements: "1|3|words", legalQuantity: "2", legalUnit: "kg" } };
    const facts = factsOfOrder({ ...order, lines: [stated] }, null);
    expect(facts["lines/1/elements"]).toBe("1|3|words");
    expect(facts["lines/1/legalUnit"]).toBe("KGM");
    expect(facts).not.toHaveProperty("lines/1/secondUnit");
    expect(facts).not.toHaveProperty("carrierName");
    const strange = { ...line, customs: { legalUnit: "armful" } };
    expect(factsOfOrder({ ...order, lines: [strange] }, null)["lines/1/legalUnit"]).toBe("armful");
  });
});
