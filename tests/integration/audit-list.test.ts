import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let shipmentId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await setRandomShare(house.sql, 0);
  shipmentId = await prepare(house, "green-toys");
  must(await lodge(house, shipmentId, "key-of-the-toys"));
  await work(house);
});
afterAll(() => house.close());

describe("the list of what is to be audited", () => {
  it("is read beside more audits than a statement takes parameters", async () => {
    const { rows } = await house.sql.query(
      "update clearance set lane = 'blue' where shipment_id = $1 and stage = 'bonded_exit' returning id, state",
      [shipmentId],
    );
    expect(rows[0].state).toBe("released");
    await house.sql.query(
      `insert into inspection (organisation_id, id, kind, source_organisation_id, shipment_id, clearance_id, stage, lines,
         reasons, state, ordered_by, ordered_by_name, ordered_at)
       select $1, gen_random_uuid(), 'audit', c.organisation_id, c.shipment_id, c.id, c.stage, '{1}', '{blue_lane}',
         'ordered', 'x', 'x', now()
       from clearance c, generate_series(1, 33000) where c.shipment_id = $2 and c.stage = 'domestic_distribution'`,
      [house.authority, shipmentId],
    );
    const listed = must(await house.queries.listToAudit(house.officer, { limit: 50 }));
    expect(listed.map((row) => row.clearanceId)).toEqual([rows[0].id]);
  });
});
