import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { openShipment } from "@/application/open-shipment";
import { confirmField, rejectField, typeField } from "@/application/settle-field";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let colleague: Actor;
let fieldId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  colleague = { ...house.broker, id: "019a0000-0000-7000-8000-00000000c011" } as Actor;
});
afterAll(() => house.close());

/** A value that the machine suggests and nobody settled. */
beforeEach(async () => {
  const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  const typed = { shipmentId: shipment.id, name: "packages", line: null, value: "4", documentId: null };
  fieldId = must(await typeField(house.inTransaction, house.world, house.broker, typed)).id;
  await house.sql.query("update extracted_field set status = 'suggested', confirmed_by = null where id = $1", [
    fieldId,
  ]);
});

const suggested = { status: "suggested", value: "4" } as const;
const confirm = (who: Actor, value: string | null, seen?: Parameters<typeof confirmField>[4]) =>
  confirmField(house.inTransaction, who, fieldId, value, seen);

async function outcome(result: ReturnType<typeof confirmField>) {
  const settled = await result;
  return settled.ok ? `${settled.value.status} ${settled.value.value}` : settled.error.kind;
}

describe("two people at one field", () => {
  it("do not overwrite each other: the later is told, and may still correct what stands", async () => {
    expect(await outcome(confirm(house.broker, "5", suggested))).toBe("corrected 5");
    expect(await outcome(confirm(colleague, null, suggested))).toBe("stale_version");
    expect(await outcome(confirm(colleague, null))).toBe("stale_version");
    expect(await outcome(confirm(colleague, "6", suggested))).toBe("stale_version");
    expect(await outcome(rejectField(house.inTransaction, colleague, fieldId, { status: "suggested" }))).toBe(
      "stale_version",
    );
    expect(await outcome(confirm(colleague, "6", { status: "corrected", value: "5" }))).toBe("corrected 6");
    expect(await outcome(confirm(house.broker, "7"))).toBe("corrected 7");
  });

  it("settle it the same way without a quarrel, at the same moment or after a lost answer", async () => {
    const both = await Promise.all([
      outcome(confirm(house.broker, null, suggested)),
      outcome(confirm(colleague, null, suggested)),
    ]);
    expect(both).toEqual(["confirmed 4", "confirmed 4"]);
    expect(await outcome(confirm(house.broker, null))).toBe("confirmed 4");
    const { rows } = await house.sql.query(
      "select count(*)::int as n from evidence_entry where subject = $1 and kind = 'field_confirmed'",
      [fieldId],
    );
    expect(rows[0].n).toBe(1);
  });

  it("settle it differently at the same moment: one is told", async () => {
    const both = await Promise.all([
      outcome(confirm(house.broker, "5", suggested)),
      outcome(confirm(colleague, "6", suggested)),
    ]);
    expect(both.filter((each) => each === "stale_version").length).toBe(1);
  });

  it("are told when a page that was read again took it away", async () => {
    let late = Promise.resolve("");
    await house.inTransaction(house.broker, async (tx) => {
      const field = await tx.fields.get(fieldId);
      await tx.lockShipment(field?.shipmentId ?? "");
      late = outcome(confirm(colleague, null, suggested));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await house.sql.query("delete from extracted_field where id = $1", [fieldId]);
      return { ok: true as const, value: undefined };
    });
    expect(await late).toBe("stale_version");
  });
});
