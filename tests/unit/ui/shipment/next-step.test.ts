import { describe, expect, it } from "vitest";
import type { DocumentView } from "@/contracts/views/document";
import type { ShipmentView } from "@/contracts/views/shipment";
import { emptySlot } from "@/ui/document/slots";
import { nextStep } from "@/ui/shipment/next-step";

const paper = (id: string, more: object = {}) =>
  ({
    id,
    type: "air_waybill",
    state: "read",
    copy: null,
    placement: null,
    fields: [],
    ...more,
  }) as unknown as DocumentView;
const draft = (documentList: readonly DocumentView[], values: readonly { method: string }[] = []) =>
  ({
    documentList,
    declaration: { issues: [], values },
    declarationVersion: null,
    declarationState: "draft",
  }) as unknown as ShipmentView;
const unsure = { ...emptySlot("w", "date", null), id: "w.date", value: "2026-11-03", confidence: 0.7 };
const unclear = { reason: "unclear", value: null, documentId: null, documentName: null };

interface Given {
  readonly exit?: string;
  readonly stage?: string;
}
const lodged = (
  states: readonly string[],
  waitingFor: readonly string[] = [],
  { exit = "releasable", stage = "bonded_exit" }: Given = {},
) =>
  ({
    documentList: [paper("w")],
    declaration: { issues: [], values: [] },
    declarationVersion: 1,
    declarationState: "lodged",
    gates: [
      { state: exit, waitingFor },
      { state: "opened", waitingFor: [] },
    ],
    requirements: states.map((state) => ({ state, stage })),
  }) as unknown as ShipmentView;

describe("the next step of what is lodged", () => {
  it("is to see why the law keeps the goods out, before any paper or payment is asked for", () => {
    const step = nextStep(lodged(["failed", "missing"], ["tax_not_secured"]));
    expect(step).toMatchObject({ step: "stopped", who: "you", count: 1, href: "?tab=requirements" });
  });

  it("is to name the papers that are missing, where nothing fails", () => {
    expect(nextStep(lodged(["missing", "waived"]))).toMatchObject({ step: "evidence", count: 1 });
  });
});

describe("the next step while gate one runs", () => {
  const ahead = (exit: string) => nextStep(lodged(["missing"], [], { exit, stage: "domestic_distribution" }));

  it("is what gate one waits for, and then the papers of gate two, which can be given already", () => {
    expect(ahead("queried")).toMatchObject({ step: "answer" });
    expect(ahead("in_review")).toMatchObject({ step: "review", who: "authority" });
    expect(ahead("releasable")).toMatchObject({ step: "evidence", who: "you", count: 1 });
    expect(ahead("released")).toMatchObject({ step: "evidence", who: "you", count: 1 });
  });
});

describe("the next step of what was withdrawn", () => {
  const withdrawn = (more: object = {}): ShipmentView => ({
    ...lodged(["missing"], ["lodge"], { exit: "documented" }),
    declarationState: "withdrawn",
    ...more,
  });

  it("is to lodge the next version, with neither tax nor papers asked for before", () => {
    expect(nextStep(withdrawn())).toMatchObject({ step: "lodge", who: "you", href: "?tab=declaration" });
  });

  it("is what a draft asks, where its papers were changed since", () => {
    const documentList = [paper("w", { fields: [unsure] })];
    expect(nextStep(withdrawn({ documentList }))).toMatchObject({ step: "confirm", count: 1 });
  });
});

describe("the next step of a draft", () => {
  it("is to say where papers belong, before anything of them is confirmed", () => {
    const steps = nextStep(draft([paper("w", { fields: [unsure] }), paper("x", { placement: unclear })]));
    expect(steps).toMatchObject({ step: "place", who: "you", count: 1, href: "?tab=documents" });
  });

  it("is to send other files, where all were refused", () => {
    const refused = paper("r", { state: "rejected", type: null });
    expect(nextStep(draft([refused, refused]))).toMatchObject({ step: "replace", who: "you", count: 2 });
    expect(nextStep(draft([refused, paper("w")]))).toMatchObject({ step: "lodge" });
  });

  it("asks for no paper where an order feed states the declaration, and for one where nothing does", () => {
    expect(nextStep(draft([], [{ method: "feed" }]))).toMatchObject({ step: "lodge", href: "?tab=declaration" });
    expect(nextStep(draft([]))).toMatchObject({ step: "upload" });
  });

  it("is to confirm what is asked, then to lodge", () => {
    expect(nextStep(draft([paper("w", { fields: [unsure] })]))).toMatchObject({ step: "confirm", count: 1 });
    expect(nextStep(draft([paper("w")]))).toMatchObject({ step: "lodge" });
  });
});
