import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensurePerson } from "@/adapters/better-auth/people";
import type { Actor } from "@/application/actor";
import { claimReview, unclaimReview } from "@/application/claim-review";
import { countersignInspection } from "@/application/countersign-inspection";
import { decideReview } from "@/application/decide-review";
import { recordCustody, recordLabResult, takeSample } from "@/application/keep-sample";
import { approveAuthorisation, proposeAuthorisation } from "@/application/maintain-aeo";
import { addMember, removeMember, renewPasswordLink } from "@/application/maintain-people";
import { orderInspection } from "@/application/order-inspection";
import { recordInspection } from "@/application/record-inspection";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { aeoCode } from "../support/aeo-code";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const ROLES = ["officer", "admin"] as const;

let house: House;
let services: ReturnType<typeof createServices>;
/** Two who were made at the command line. */
let head: Actor;
let other: Actor;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  services = createServices({ ...env(), DATABASE_URL: house.url, TWOGATE_DATA: house.folder });
  [head, other] = [await make("head@customs.example"), await make("other@customs.example")];
});
afterAll(async () => {
  await services.close();
  await house.close();
});

const officer = (id: string): Actor => ({ ...house.officer, id, roles: ROLES }) as Actor;

async function make(email: string): Promise<Actor> {
  const person = { name: "Made", email, password: "a long enough password", organisationId: house.authority };
  return officer(await ensurePerson(services.auth, services.people, { ...person, roles: ROLES }));
}

/** A person whom `by` adds, and whose password link `by` holds. */
async function invite(by: Actor, email: string): Promise<Actor> {
  const { member } = must(await addMember(services, by, { name: "Invited", email, roles: ROLES }));
  return officer(member.userId);
}

const kindOf = (result: Result<unknown, Failure>) => (result.ok ? "done" : result.error.kind);

const propose = async (by: Actor) =>
  must(
    await proposeAuthorisation(house, by, {
      aeoCode: aeoCode(),
      holder: "Some Firm",
      tier: "certified",
      scope: { roles: [], commodityPrefixes: [], origins: [], valueCap: null },
      validFrom: "2026-04-01",
      validTo: null,
      source: "Certificate of 2026-03-20",
    }),
  ).id;
const approve = async (by: Actor, id: string) => kindOf(await approveAuthorisation(house, by, id, true));

async function pass(by: Actor, caseId: string): Promise<string> {
  must(await claimReview(house, by, caseId));
  return kindOf(
    await decideReview(house, by, { caseId, outcome: "examined_pass", reasons: ["goods_as_declared"], note: null }),
  );
}

/** A sample that is taken, goes to a laboratory and keeps its limits. */
async function sampled(by: Actor, itemId: string): Promise<void> {
  const taken = { itemId, quantity: "1 piece", sealNumber: "S-1", takenAt: house.world.now() };
  const { id: sampleId } = must(await takeSample(house, by, taken));
  for (const step of ["handed_over", "received"] as const)
    must(await recordCustody(house, by, { sampleId, step, holder: "Laboratory", isSealIntact: true, at: Date.now() }));
  must(
    await recordLabResult(house, by, {
      ...{ sampleId, laboratory: "Laboratory", reportNumber: "L-1", method: "GB 6675", validUntil: null },
      reportedOn: house.world.today(),
      values: [{ analyte: "lead", value: "1", unit: "mg/kg", limit: "90", bound: "at_most" }],
    }),
  );
}

describe("an entry of the whitelist", () => {
  it("is not approved by who held its proposer's password link, nor by whom the proposer let in", async () => {
    const invited = await invite(head, "clerk@customs.example");
    const [byInvited, byHead] = [await propose(invited), await propose(head)];
    expect(await approve(head, byInvited)).toBe("needs_second_person");
    expect(await approve(invited, byHead)).toBe("needs_second_person");
    const { rows } = await house.queries.listAeo(head, { limit: 50 });
    expect(rows.find((row) => row.id === byInvited)?.canApprove).toBe(false);
    expect([await approve(other, byInvited), await approve(other, byHead)]).toEqual(["done", "done"]);
  });

  it("is not freed by a link that the invited makes for themselves, but by one that a third makes", async () => {
    const invited = await invite(head, "clerk2@customs.example");
    const id = await propose(head);
    must(await renewPasswordLink(services, invited, invited.id));
    expect(await approve(invited, id)).toBe("needs_second_person");
    must(await renewPasswordLink(services, other, invited.id));
    expect(await approve(invited, id)).toBe("done");
  });

  it("is kept apart by the database as well", async () => {
    const invited = await invite(head, "clerk3@customs.example");
    const change = house.sql.query("update aeo_authorisation set approved_by = $1 where id = $2", [
      head.id,
      await propose(invited),
    ]);
    await expect(change).rejects.toThrow(/held_link/);
  });
});

describe("a case for two officers", () => {
  let caseId: string;

  beforeAll(async () => {
    const shipment = await prepare(house, "red-watches");
    must(await lodge(house, shipment, v7(), "payment"));
    const { rows } = await house.sql.query("select id from review_case where shipment_id = $1", [shipment]);
    caseId = rows[0].id;
  });

  it("is countersigned by nobody who recorded a part of its inspection, nor by whom one of them let in", async () => {
    const [byHead, byOther] = [await invite(head, "byhead@customs.example"), await invite(other, "byother@c.example")];
    const nothing = { packages: null, team: null, note: null };
    const order = { caseId, reasons: ["goods_unclear"], ...nothing, checks: ["sample" as const] };
    const { id } = must(await orderInspection(house, house.officer, order));
    const items = await house.sql.query(
      "select id from inspection_item where inspection_id = $1 and \"check\" = 'sample' order by line",
      [id],
    );
    // The laboratory's results are there first, and another's than what was found of the goods.
    for (const { id: itemId } of items.rows) await sampled(other, itemId);
    const { rows } = await house.sql.query("select unnest(lines) as line from inspection where id = $1", [id]);
    const lines = rows.map(({ line }) => ({ line: line as number, irregularity: null, revenue: "0", finding: null }));
    must(await recordInspection(house, head, id, { lines, findings: null, isFlagged: false }));
    const sign = async (by: Actor) => kindOf(await countersignInspection(house.inTransaction, by, id));
    for (const by of [head, other, byHead, byOther]) expect(await sign(by)).toBe("needs_second_person");
    const written = house.sql.query(
      `insert into inspection_countersignature
       select organisation_id, id, source_organisation_id, shipment_id, $2, 'Other', now() from inspection where id = $1`,
      [id, other.id],
    );
    await expect(written).rejects.toThrow(/another officer/);
    expect(await sign(house.secondOfficer)).toBe("done");
  });

  it("is not passed by one who let the other in, not even after taking them out", async () => {
    const invited = await invite(head, "officer@customs.example");
    expect(await pass(invited, caseId)).toBe("done");
    expect(await pass(head, caseId)).toBe("needs_second_person");
    must(await removeMember(services, head, invited.id));
    expect(await pass(head, caseId)).toBe("needs_second_person");
    must(await unclaimReview(house.inTransaction, head, caseId));
    expect(await pass(other, caseId)).toBe("done");
  });
});

describe("a password link", () => {
  it("ends the ones before it, and stands in no table", async () => {
    const { member, token } = must(
      await addMember(services, head, { name: "New", email: "new@customs.example", roles: ["officer"] }),
    );
    const renewed = must(await renewPasswordLink(services, head, member.userId));
    const { rows } = await house.sql.query("select identifier || value as row from verification");
    for (const secret of [token, renewed]) expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
    const choose = async (each: string) => {
      const body = JSON.stringify({ token: each, newPassword: "a long enough password" });
      const headers = { "content-type": "application/json", origin: env().TWOGATE_URL };
      const path = `${env().TWOGATE_URL}/api/auth/reset-password`;
      return (await services.handleSignIn(new Request(path, { method: "POST", body, headers }))).status;
    };
    expect([await choose(token), await choose(renewed), await choose(renewed)]).toEqual([400, 200, 400]);
  });
});
