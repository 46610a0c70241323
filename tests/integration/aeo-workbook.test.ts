import { PDFiumLibrary } from "@hyzyla/pdfium";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printPaper } from "@/adapters/pdf/printer";
import type { Actor } from "@/application/actor";
import { completeReview, proposeFromApplication, returnApplication, submitWorkbook } from "@/application/apply-for-aeo";
import {
  addWorkbookFile,
  answerCriterion,
  drawMockAudit,
  openWorkbook,
  recordAuditFinding,
} from "@/application/keep-workbook";
import { lookAtClocks } from "@/application/look-at-clocks";
import { approveAuthorisation } from "@/application/maintain-aeo";
import { certificatePaper, readinessReport } from "@/application/print-workbook";
import { drawAudit } from "@/domain/aeo/mock-audit";
import { aeoCode } from "../support/aeo-code";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let workbookId: string;
let officeId: string;
let toys: string;
let keyboards: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  [toys, keyboards] = [await prepare(house, "green-toys"), await prepare(house, "green-keyboards")];
  const [office] = (await house.sql.query("select id from office")).rows;
  officeId = office.id;
  workbookId = must(
    await openWorkbook(house, house.broker, { tier: "certified", holder: "Broker A", reviewOf: null }),
  ).id;
});
afterAll(() => house.close());

const view = async (actor: Actor = house.broker, id = workbookId) => {
  const found = await house.queries.getWorkbook(actor, id);
  if (!found) throw new Error("no workbook");
  return found;
};
async function* bytes(text = "shown") {
  yield new TextEncoder().encode(text);
}
const answerAll = async (id: string) => {
  for (const { code, measure } of (await view(house.broker, id)).criteria)
    if (measure === null)
      must(await answerCriterion(house, house.broker, id, { criterion: code, state: "met", note: "as written" }));
};

describe("a workbook", () => {
  it("asks what the scheme of the day asks of the tier, and is one at a time", async () => {
    const { criteria, scheme, measures } = await view();
    expect(scheme).toBe("gacc_282");
    expect(new Set(criteria.map(({ area }) => area))).toEqual(
      new Set(["internal_control", "financial", "compliance", "security"]),
    );
    expect(criteria.some(({ code }) => code === "crisis")).toBe(false);
    expect(measures).toMatchObject({ lodged: 0, errorRate: null, timeliness: null });
    const second = await openWorkbook(house, house.broker, { tier: "certified", holder: "Broker A", reviewOf: null });
    expect(second.ok ? null : second.error).toMatchObject({ fault: "workbook_open" });
  });

  it("measures the firm's error rate from its own declarations: amended ones by lodged ones", async () => {
    must(await lodge(house, toys, v7(), "payment"));
    must(await lodge(house, keyboards, v7(), "payment"));
    expect((await view()).measures).toMatchObject({ lodged: 2, faulty: 0, errorRate: "0.0000" });
    must(await lodge(house, toys, v7(), "payment"));
    const after = await view();
    expect(after.measures).toMatchObject({ lodged: 2, faulty: 1, errorRate: "0.5000" });
    expect(after.criteria.find(({ code }) => code === "error_rate")?.gap).toBe("measured_short");
    expect(after.criteria.find(({ code }) => code === "timeliness")?.gap).toBe("unanswered");
  });

  it("counts a yes only with a file that shows it, and gives the file to its firm alone", async () => {
    const gap = async () => (await view()).criteria.find(({ code }) => code === "procedures")?.gap;
    expect(await gap()).toBe("unanswered");
    must(await answerCriterion(house, house.broker, workbookId, { criterion: "procedures", state: "met", note: "" }));
    expect(await gap()).toBe("without_evidence");
    const given = { criterion: "procedures", name: "procedures.txt", mediaType: "text/plain", stream: bytes() };
    const { id } = must(await addWorkbookFile(house, house.broker, workbookId, given));
    expect(await gap()).toBeNull();
    expect((await house.queries.getWorkbookFile(house.broker, id))?.name).toBe("procedures.txt");
    for (const stranger of [house.otherBroker, house.admin])
      expect(await house.queries.getWorkbookFile(stranger, id)).toBeNull();
  });

  it("draws its mock audit by a seed that draws the same again, of criteria and own shipments", async () => {
    const { id } = must(await drawMockAudit(house, house.broker, workbookId));
    const { audits, criteria } = await view();
    const [audit] = audits;
    if (!audit) throw new Error("no audit");
    const shipments = (
      await house.sql.query(
        "select distinct s.id, s.reference from shipment s join declaration d on d.shipment_id = s.id",
      )
    ).rows;
    const again = drawAudit(
      audit.seed,
      criteria.map(({ code }) => code),
      shipments,
    );
    expect(audit.items.map(({ kind, subject }) => [kind, subject])).toEqual(
      again.map(({ kind, subject }) => [kind, subject]),
    );
    expect(audit.items.filter(({ kind }) => kind === "shipment")).toHaveLength(2);
    must(await recordAuditFinding(house, house.broker, id, 0, { finding: "minor", note: "no date" }));
    expect((await view()).audits[0]?.items[0]).toMatchObject({ finding: "minor", note: "no date" });
  });

  it("is not handed in with an open criterion, nor by who is no admin of the firm", async () => {
    const open = await submitWorkbook(house, house.broker, workbookId, officeId);
    expect(open.ok ? null : open.error).toMatchObject({ fault: "workbook_unanswered" });
    const broker = { ...house.broker, roles: ["broker"] } as Actor;
    const refused = await submitWorkbook(house, broker, workbookId, officeId);
    expect(refused.ok ? null : refused.error.kind).toBe("forbidden");
  });
});

describe("the report of a workbook", () => {
  it.each(["en", "zh"] as const)("in %s cites the measured figures of the firm", async (language) => {
    const found = await view();
    const pdfium = await PDFiumLibrary.init();
    const document = await pdfium.loadDocument(await printPaper(readinessReport(found, language, house.world.now())));
    const text = [...document.pages()]
      .map((page) => page.getText())
      .join(" ")
      .replace(/\s+/g, "");
    document.destroy();
    pdfium.destroy();
    expect(text).toContain("50.00%(1/2)");
    expect(text).toContain(language === "en" ? "Gapsandwhattodo" : "差距与整改");
    expect(text).toContain(found.number);
  });
});

describe("an application", () => {
  it("stays as it was handed in, and can be given back with what is missing", async () => {
    await answerAll(workbookId);
    must(await answerCriterion(house, house.broker, workbookId, { criterion: "timeliness", state: "met", note: "" }));
    must(await submitWorkbook(house, house.broker, workbookId, officeId));
    const late = await answerCriterion(house, house.broker, workbookId, {
      criterion: "procedures",
      state: "met",
      note: "",
    });
    expect(late.ok ? null : late.error).toMatchObject({ fault: "workbook_handed_in" });
    await expect(house.sql.query("update aeo_answer set note = 'changed'")).rejects.toThrow(/not open/);
    expect(must(await house.queries.listApplications(house.admin))).toMatchObject([
      { id: workbookId, state: "submitted" },
    ]);
    expect((await view(house.admin)).audits).toEqual([]);
    must(await returnApplication(house, house.admin, workbookId, "Say who the deputy is"));
    expect(await view()).toMatchObject({ state: "returned", note: "Say who the deputy is", canWrite: true });
    must(await submitWorkbook(house, house.broker, workbookId, officeId));
  });

  it("becomes a certificate by an entry that one admin proposed and another approved", async () => {
    const decision = { aeoCode: aeoCode(), validFrom: house.world.today(), validTo: null };
    const wrong = await proposeFromApplication(house, house.admin, workbookId, { ...decision, aeoCode: "AEOCN12" });
    expect(wrong.ok ? null : wrong.error).toMatchObject({ fault: "aeo_code_of_partner" });
    const { id } = must(await proposeFromApplication(house, house.admin, workbookId, decision));
    expect(certificatePaper(await view(), "en", house.world.now(), "https://x")).toBeNull();
    const own = await approveAuthorisation(house, house.admin, id, true);
    expect(own.ok ? null : own.error.kind).toBe("needs_second_person");
    must(await approveAuthorisation(house, house.secondAdmin, id, true));
    const certified = await view();
    expect(certified).toMatchObject({ state: "approved", certificate: { aeoCode: decision.aeoCode, state: "active" } });
    expect(certificatePaper(certified, "zh", house.world.now(), "https://x")?.title).toBe("AEO 认证证书");
    await work(house);
    const { rows } = await house.sql.query("select facts from notice where kind = 'aeo_application' order by at");
    expect(rows.map(({ facts }) => facts.outcome)).toEqual(["returned", "approved"]);
  });

  it("is certified by no firm itself: the database asks for the entry and for whose step it is", async () => {
    const forge = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.otherBroker.organisationId}, true)`;
      await db.$executeRaw`insert into aeo_workbook (organisation_id, id, number, scheme, tier, state, holder, created_at)
        values (${house.otherBroker.organisationId}::uuid, gen_random_uuid(), 'AEO-1', 'gacc_282', 'certified', 'draft', 'B', now())`;
      await db.$executeRaw`update aeo_workbook set state = 'approved', review_on = '2030-01-01', authority_id = ${house.authority}::uuid, submitted_at = now(), authorisation_id = gen_random_uuid()`;
    });
    await expect(forge).rejects.toThrow(/does not go draft>approved/);
  });
});

describe("the yearly review of a certificate", () => {
  it("is told of once before its day, and moves the next one a year on", async () => {
    const { reviewOn } = await view();
    if (!reviewOn) throw new Error("no day of review");
    const near = new Date(`${reviewOn}T02:00:00Z`);
    near.setUTCDate(near.getUTCDate() - 20);
    const at = near.toISOString().slice(0, 10);
    const later = { ...house, world: { ...house.world, now: () => near, today: () => at } };
    const look = async () => {
      const id = v7();
      await house.sql.query(
        "insert into outbox_message (organisation_id, id, name, payload, created_at, available_at) values ($1, $2, 'notice.look', $3, now(), now())",
        [house.broker.organisationId, id, { organisationId: house.broker.organisationId }],
      );
      must(await lookAtClocks(later, system(house.broker.organisationId), id));
    };
    await look();
    await look();
    const { rows } = await house.sql.query("select subject_id from notice where kind = 'aeo_review_due'");
    expect(rows).toEqual([{ subject_id: workbookId }]);
    const asked = { tier: "certified", holder: "other", reviewOf: workbookId } as const;
    const { id } = must(await openWorkbook(house, house.broker, asked));
    expect(await view(house.broker, id)).toMatchObject({ holder: "Broker A", isReview: true });
    must(await completeReview(house, house.broker, id));
    expect((await view()).reviewOn).toBe(`${Number(reviewOn.slice(0, 4)) + 1}${reviewOn.slice(4)}`);
    expect((await view(house.broker, id)).state).toBe("reviewed");
  });
});
