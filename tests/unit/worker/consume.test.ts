import { describe, expect, it } from "vitest";
import { DependencyError } from "@/application/ports";
import { FinalFailure, type JobHandlers, type OutboxItem } from "@/application/work";
import { err, ok } from "@/domain/shared/result";
import { carryOutWith } from "@/worker/consume";

const ID = "019a0000-0000-7000-8000-000000000001";
const item: OutboxItem = { id: ID, name: "clearance.release", payload: { organisationId: ID, clearanceId: ID } };

function carryOut(handler: JobHandlers["clearance.release"], what: OutboxItem = item): Promise<void> {
  const never = () => Promise.reject(new Error("another handler was called"));
  const others = {
    "document.read": never,
    "document.open": never,
    "shipment.group": never,
    "document.ask": never,
    "clearance.assess": never,
    "case.examine": never,
    "security.free": never,
    "risk.train": never,
    "review.reroute": never,
    "credit.reassess": never,
    "orders.match": never,
    "message.send": never,
    "channel.poll": never,
    "channel.reconcile": never,
    "notice.tell": never,
    "notice.look": never,
    "notification.mail": never,
    "webhook.deliver": never,
    "status.publish": never,
  };
  return carryOutWith({ ...others, "clearance.release": handler })(what);
}

describe("a job", () => {
  it("is done when its handler says so", async () => {
    await expect(carryOut(async () => ok(undefined))).resolves.toBeUndefined();
  });

  it("is never tried again when nothing can mend what it is or carries", async () => {
    const done = async () => ok(undefined);
    await expect(carryOut(done, { ...item, payload: { organisationId: "x" } })).rejects.toBeInstanceOf(FinalFailure);
    await expect(carryOut(done, { ...item, name: "no.such" as OutboxItem["name"] })).rejects.toBeInstanceOf(
      FinalFailure,
    );
    await expect(carryOut(async () => err({ kind: "not_found", what: "clearance" }))).rejects.toBeInstanceOf(
      FinalFailure,
    );
  });

  it("is tried again when a rule says not now, and after what nobody foresaw", async () => {
    const later = carryOut(async () => err({ kind: "stale_version", what: "clearance" }));
    await expect(later).rejects.not.toBeInstanceOf(FinalFailure);
    const unforeseen = carryOut(() => Promise.reject(new Error("reset")));
    await expect(unforeseen).rejects.not.toBeInstanceOf(FinalFailure);
  });

  it("is tried again when a dependency may come back, and not when it says that it will not", async () => {
    const away = (retryable: boolean) =>
      carryOut(() => Promise.reject(new DependencyError("object store", retryable, "There is no such file.")));
    await expect(away(true)).rejects.not.toBeInstanceOf(FinalFailure);
    await expect(away(false)).rejects.toBeInstanceOf(FinalFailure);
  });
});
