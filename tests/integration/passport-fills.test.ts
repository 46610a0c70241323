import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillFromPassport } from "@/application/fill-from-passport";
import { openShipment } from "@/application/open-shipment";
import { confirmField, typeField } from "@/application/settle-field";
import { suspendPassport } from "@/application/take-back-passport";
import { createHouse, type House, must, PUBLISHED_AT, uploadSample, work } from "../support/house";
import { issuedOf } from "../support/passports";
import { createRememberingReader } from "../support/remembering-reader";
import { TOYS } from "../support/toys";

const LINK = "https://id.gs1.org/01/09520123456788/10/LOT%2F7-A/21/1";

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await issuedOf(house);
});
afterAll(() => house.close());

const fill = (shipmentId: string, goods: string, line = 1) =>
  fillFromPassport(house, house.broker, { shipmentId, line, goods });
const fieldsOf = async (shipmentId: string) => {
  const { rows } = await house.sql.query(
    "select name, method, status, typed_at_stage as typed from extracted_field where shipment_id = $1 and line = 0 order by name",
    [shipmentId],
  );
  return rows;
};
async function typed(values: Readonly<Record<string, string>>): Promise<string> {
  const { id } = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  for (const [name, value] of Object.entries(values)) {
    const given = { shipmentId: id, name, line: 0, value, documentId: null };
    must(await typeField(house.inTransaction, house.world, house.broker, given));
  }
  return id;
}

describe("a line of which the goods have a passport", () => {
  it("takes from it what it does not state, as values that nobody typed", async () => {
    const id = await typed({ quantity: "24" });
    const filled = must(await fill(id, LINK));
    expect(filled.filled).toEqual([
      { name: "hs_code", value: "95030060" },
      { name: "origin", value: "DK" },
      { name: "description", value: TOYS.name },
    ]);
    expect(await fieldsOf(id)).toEqual([
      { name: "description", method: "passport", status: "suggested", typed: null },
      { name: "hs_code", method: "passport", status: "suggested", typed: null },
      { name: "origin", method: "passport", status: "suggested", typed: null },
      { name: "quantity", method: "typed", status: "confirmed", typed: "bonded_exit" },
    ]);
    const shipment = await house.queries.getShipment(house.broker, id);
    const origin = shipment?.declaration.values.find(({ name, line }) => name === "origin" && line === 1);
    expect(origin).toMatchObject({ value: "DK", method: "passport" });
    expect(must(await fill(id, LINK)).filled).toEqual([]);
  });

  it("keeps what was stated, and shows beside it what the passport says otherwise", async () => {
    const id = await typed({ origin: "CN", hs_code: "950300" });
    const { filled, contradictions } = must(await fill(id, LINK));
    expect(filled.map(({ name }) => name)).toEqual(["description"]);
    expect(contradictions).toEqual([{ name: "origin", stated: "CN", passport: "DK" }]);
    const shipment = await house.queries.getShipment(house.broker, id);
    expect(shipment?.declaration.values.find(({ name, line }) => name === "origin" && line === 1)?.value).toBe("CN");
  });

  it("that a paper states in full is left as the paper says it, and what was filled in is vouched for like any value", async () => {
    const id = await uploadSample(house, house.broker, "green-toys");
    await work(house);
    const codes = async () =>
      (await house.queries.getShipment(house.broker, id))?.declaration.values.filter(
        ({ name }) => name === "commodityCode",
      );
    const read = await codes();
    expect(read?.length).toBeGreaterThan(0);
    expect(must(await fill(id, LINK)).filled).toEqual([]);
    expect(await codes()).toEqual(read);
    const other = await typed({ quantity: "1" });
    must(await fill(other, LINK));
    const { rows } = await house.sql.query(
      "select id from extracted_field where shipment_id = $1 and name = 'origin' and method = 'passport'",
      [other],
    );
    expect(must(await confirmField(house.inTransaction, house.broker, rows[0].id, null)).status).toBe("confirmed");
  });

  it("takes nothing from goods that are unknown, or from a passport that was taken back", async () => {
    const id = await typed({ quantity: "1" });
    const faultOf = async (goods: string, line = 1) => {
      const refused = await fill(id, goods, line);
      return refused.ok ? "done" : (refused.error as { fault?: string }).fault;
    };
    expect(await faultOf("4006381333931")).toBe("passport_unknown");
    expect(await faultOf("4006381333932")).toBe("gtin_check_digit");
    expect(await faultOf("https://elsewhere.example/x")).toBe("passport_unknown");
    expect(await faultOf(LINK, 2)).toBe("no_such_field");
    const { id: passportId, publicId } = await issuedOf(house, { batch: "TAKEN" });
    expect(await faultOf(`${PUBLISHED_AT}/passports/${publicId}`)).toBe("done");
    must(await suspendPassport(house, house.broker, { passportId, reason: "recalled", note: "x" }));
    expect(await faultOf(`${PUBLISHED_AT}/passports/${publicId}`)).toBe("passport_not_valid");
  });
});
