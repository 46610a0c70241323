import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { changePermit, recordPermit, withdrawPermit } from "@/application/keep-permits";
import { openShipment } from "@/application/open-shipment";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const CCC = {
  kind: "compulsory_certificate",
  number: "2024010907654321",
  holder: "Jiangnan Playworld",
  issuer: "China Quality Certification Centre",
  commodityPrefixes: ["9503"],
  words: [],
  origins: ["DK"],
  quantity: null,
  unit: null,
  validFrom: "2024-01-01",
  validTo: "2099-12-31",
};
const ANY = { commodityPrefixes: [], origins: [] };
const TERMS = (({ kind: _kind, number: _number, ...terms }) => terms)(CCC);

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await setRandomShare(house.sql, 0);
});
afterAll(() => house.close());

const faultOf = async (act: Promise<{ ok: boolean; error?: unknown }>) => {
  const { ok, error } = await act;
  return ok ? "done" : ((error as { fault?: string; kind: string }).fault ?? (error as { kind: string }).kind);
};
const list = async (name: "on_record" | "withdrawn" = "on_record") =>
  must(await house.queries.listPermits(house.broker, { limit: 50, list: name })).rows;
const openOf = async (shipmentId: string) =>
  (await house.queries.getShipment(house.broker, shipmentId))?.requirements.find(({ code }) => code === CCC.kind);
const give = async (shipmentId: string, reference: string) =>
  evidenceRequirement(house, house.broker, {
    requirementId: (await openOf(shipmentId))?.id ?? "",
    reference,
    documentId: null,
  });
async function atGateTwo(sample: string): Promise<string> {
  const id = await prepare(house, sample);
  must(await lodge(house, id, `permit-${sample}`));
  await work(house);
  return id;
}

describe("a permit on record", () => {
  it("is one number once, of a kind that is asked for, in the form of its kind where that is known", async () => {
    const { id, isFormKnown } = must(await recordPermit(house, house.broker, CCC));
    expect(isFormKnown).toBe(true);
    const again = { ...CCC, number: "2024 0109 0765 4321" };
    expect(await faultOf(recordPermit(house, house.broker, again))).toBe("permit_number_taken");
    expect(await faultOf(recordPermit(house, house.broker, { ...CCC, number: "CCC-2026" }))).toBe("permit_number_form");
    expect(await faultOf(recordPermit(house, house.broker, { ...CCC, kind: "fishing" }))).toBe("permit_kind_unknown");
    const backwards = { ...CCC, number: "2024010907654322", validTo: "2023-12-31" };
    expect(await faultOf(recordPermit(house, house.broker, backwards))).toBe("ends_before_it_begins");
    const plant = { ...CCC, kind: "quarantine_permit", number: "AP 2026 17" };
    expect(must(await recordPermit(house, house.broker, plant)).isFormKnown).toBe(false);
    expect((await list()).map(({ number }) => number)).toEqual(["AP 2026 17", CCC.number]);
    await expect(house.sql.query("update permit set number = '1' where id = $1", [id])).rejects.toThrow(/stays as it/);
  });

  it("meets what gate two asks in the name of its holder, so that nothing is typed there", async () => {
    const id = await atGateTwo("green-toys");
    expect(await openOf(id)).toMatchObject({ state: "verified", evidence: CCC.number });
    const shipment = await house.queries.getShipment(house.broker, id);
    expect(shipment?.gates.map(({ state }) => state)).toEqual(["released", "released"]);
    expect((await list()).find(({ number }) => number === CCC.number)?.uses).toBe(1);
  });

  it("that does not fit refuses its number, with what disagrees, and one that was taken off stays off until its number is recorded anew", async () => {
    const ccc = (await list()).find(({ number }) => number === CCC.number);
    const change = (terms: Partial<Parameters<typeof changePermit>[2]>) =>
      changePermit(house, house.broker, { permitId: ccc?.id ?? "", ...TERMS, ...terms });
    must(await change({ validTo: "2024-12-31" }));
    const { rows: kept } = await house.sql.query(
      "select detail from audit_entry where action = 'permit_changed' and object_id = $1",
      [ccc?.id],
    );
    expect(kept[0]?.detail).toMatchObject({ validTo_after: "2024-12-31" });
    expect(kept[0]?.detail).toHaveProperty("validTo_before");
    const id = await atGateTwo("green-keyboards");
    expect(await openOf(id)).toMatchObject({ state: "missing", evidence: null });
    expect(await faultOf(give(id, CCC.number))).toBe("permit_expired");
    must(await change({ commodityPrefixes: ["2204"] }));
    expect(await faultOf(give(id, CCC.number))).toBe("permit_code_outside");
    must(await change({ commodityPrefixes: [], origins: ["FR"] }));
    expect(await faultOf(give(id, CCC.number))).toBe("permit_origin_outside");
    must(await change({ ...ANY, words: ["plastic"] }));
    expect(await faultOf(give(id, CCC.number))).toBe("permit_goods_outside");
    must(await change({ ...ANY, quantity: "10", unit: "kilogram" }));
    expect(await faultOf(give(id, CCC.number))).toBe("permit_unit_differs");
    const permitId = ccc?.id ?? "";
    must(await withdrawPermit(house, house.broker, permitId));
    expect(await faultOf(withdrawPermit(house, house.broker, permitId))).toBe("stale_version");
    expect(await faultOf(change({}))).toBe("stale_version");
    expect((await list("withdrawn")).map((each) => each.id)).toEqual([permitId]);
    expect(await faultOf(give(id, CCC.number))).toBe("permit_withdrawn");
    const anew = { ...CCC, number: "2024 0109 0765 4321", ...ANY };
    must(await recordPermit(house, house.broker, anew));
    must(await give(id, CCC.number));
    await work(house);
    expect((await house.queries.getShipment(house.broker, id))?.gates[1]?.state).toBe("released");
  });
});

describe("a permit with a quantity", () => {
  it("is taken up to it and no further, whatever is written to the table", async () => {
    const { rows: shipments } = await house.sql.query("select shipment_id as id from goods_line limit 1");
    const id = shipments[0].id as string;
    const { rows } = await house.sql.query(
      "select organisation_id, id from clearance where shipment_id = $1 order by stage",
      [id],
    );
    const permitId = must(
      await recordPermit(house, house.broker, { ...CCC, number: "2024010907654399", quantity: "1000", unit: "piece" }),
    ).id;
    const take = (clearance: { organisation_id: string; id: string }, quantity: number, of = permitId) =>
      house.sql.query(
        `insert into permit_use (organisation_id, permit_id, clearance_id, shipment_id, quantity, at)
         values ($1, $2, $3, $4, $5, now())`,
        [clearance.organisation_id, of, clearance.id, id, quantity],
      );
    await take(rows[0], 900);
    await expect(take(rows[1], 101)).rejects.toThrow(/no such quantity/);
    await take(rows[1], 100);
    const taken = (await list()).find((permit) => permit.id === permitId)?.quantity;
    expect(taken).toEqual({ granted: "1000", taken: "1000", unit: "piece" });

    // Withdrawn and recorded anew it is the same paper: what was taken of it stays taken.
    const anew = { ...CCC, number: "2024 0109 0765 4399", unit: "piece" as const };
    must(await withdrawPermit(house, house.broker, permitId));
    const { id: second } = must(await recordPermit(house, house.broker, { ...anew, quantity: "1000" }));
    const again = (await list()).find((permit) => permit.id === second)?.quantity;
    expect(again).toEqual({ granted: "1000", taken: "1000", unit: "piece" });
    await expect(take(rows[1], 101, second)).rejects.toThrow(/no such quantity/);
    const known = await house.inTransaction(house.broker, async (tx) => ({
      ok: true as const,
      value: await tx.permits.ofKind(CCC.kind, rows[1].id),
    }));
    expect(must(known).find((permit) => permit.id === second)?.used).toBe("900");
  });

  it("has back at both gates what a shipment took whose declaration is withdrawn or refused", async () => {
    const shipmentId = must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
    const number = "2024010907654398";
    const { id: permitId } = must(
      await recordPermit(house, house.broker, { ...CCC, number, quantity: "1000", unit: "piece" }),
    );
    await house.sql.query(
      `insert into permit_use (organisation_id, permit_id, clearance_id, shipment_id, quantity, at)
       select organisation_id, $1, id, shipment_id, 700, now() from clearance where shipment_id = $2 and stage = 'domestic_distribution'`,
      [permitId, shipmentId],
    );
    const taken = async () => (await list()).find((permit) => permit.id === permitId)?.quantity?.taken;
    expect(await taken()).toBe("700");
    for (const state of ["documented", "refused"]) {
      const stand = (exit: string) =>
        house.sql.query(
          "update clearance set state = $1::clearance_state where shipment_id = $2 and stage = 'bonded_exit'",
          [exit, shipmentId],
        );
      await stand(state);
      expect(await taken(), state).toBe("0");
      await stand("in_review");
      expect(await taken(), state).toBe("700");
    }
  });

  it("is of one broker: another does not find it", async () => {
    const [first] = await list();
    const permitId = first?.id ?? "";
    expect(await faultOf(withdrawPermit(house, house.otherBroker, permitId))).toBe("not_found");
    expect(await faultOf(changePermit(house, house.otherBroker, { permitId, ...TERMS }))).toBe("not_found");
    expect(must(await house.queries.listPermits(house.otherBroker, { limit: 50, list: "on_record" })).rows).toEqual([]);
    expect(await faultOf(recordPermit(house, house.officer, CCC))).toBe("forbidden");
  });
});
