import { expect, it } from "vitest";
import { asUndecided } from "@/adapters/prisma/review-blind";
import type { ShipmentView } from "@/contracts/views/shipment";

it("a second look sees the declaration as lodged, though it was withdrawn since the first", () => {
  const shipment = {
    declarationState: "withdrawn",
    gates: [{ stage: "bonded_exit", state: "documented", lane: null, waitingFor: ["lodge"] }],
    releaseOrders: [],
    requirements: [],
    risk: [],
  } as unknown as ShipmentView;
  const blind = { caseId: "case", shipmentId: "shipment", stage: "bonded_exit", lane: "yellow" } as const;
  expect(asUndecided(shipment, blind)).toMatchObject({
    declarationState: "lodged",
    gates: [{ state: "in_review", lane: "yellow", waitingFor: [] }],
  });
});
