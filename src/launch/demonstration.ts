import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Actor } from "@/application/actor";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { approveAuthorisation, proposeAuthorisation } from "@/application/maintain-aeo";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { confirmField } from "@/application/settle-field";
import type { Failure } from "@/contracts/problem";
import type { ShipmentView } from "@/contracts/views/shipment";
import type { Result } from "@/domain/shared/result";
import { services } from "@/runtime/container";
import { DEMO_PASSWORD, ensureDemonstrationPeople } from "@/runtime/demonstration-people";
import { openExchange } from "./demonstration-exchange";
import { inspectAsDeclared } from "./demonstration-inspection";
import { prepareBasket } from "./demonstration-law";
import { statePassport } from "./demonstration-passport";
import { letModelDecide, prepareHistory } from "./demonstration-risk";
import { prepareRules } from "./demonstration-rules";
import { keepStock } from "./demonstration-stock";

/** A machine that has much else to do reads the fourteen documents within minutes. */
const READ_MS = 300_000;
const STEP_MS = 60_000;
const POLL_MS = 150;

type People = Awaited<ReturnType<typeof ensureDemonstrationPeople>>;

/**
 * Makes the demonstration once, through the use cases and the worker that people use: two brokers, one of whom keeps an
 * account book, an authority, and a shipment in every state. Gives the lines that tell how to sign in.
 */
export async function ensureDemonstration(say: (what: string) => void): Promise<readonly string[]> {
  const people = await ensureDemonstrationPeople();
  const known = await services().queries.listShipments(people.broker, { limit: 1 });
  if (known.rows.length === 0) {
    say("Making the demonstration: reading sample documents, which takes a minute or more");
    await makeShipments(people);
  }
  await services().close();
  const line = (role: string, email: string) => `  ${role.padEnd(25)} ${email.padEnd(28)} ${DEMO_PASSWORD}`;
  return [
    "Sign in as",
    line("broker and admin", people.emails.broker),
    line("officer", people.emails.officer),
    line("second officer", people.emails.secondOfficer),
    line("admin of the authority", people.emails.admin),
    line("second admin", people.emails.secondAdmin),
    line("another broker and admin", people.emails.otherBroker),
  ];
}

async function makeShipments(people: People): Promise<void> {
  const { broker, otherBroker, officer, secondOfficer, admin, secondAdmin } = people;
  await keepWhitelist(admin, secondAdmin);
  await keepStock(broker);
  await openExchange(otherBroker);
  const modelId = await prepareHistory(admin);
  const [green, wine, yellow, red, toys, lamps, other] = await Promise.all([
    upload(broker, "green-earphones"),
    upload(broker, "wine"),
    upload(broker, "yellow-parts"),
    upload(broker, "red-watches"),
    upload(broker, "green-toys"),
    upload(broker, "lamps"),
    upload(otherBroker, "green-shirts"),
  ]);
  void lamps;
  // One stays as read, with its doubtful values to be confirmed. The others go as far as their story takes them.
  for (const [actor, id] of [
    [broker, green],
    [broker, wine],
    [broker, yellow],
    [broker, red],
    [broker, toys],
    [otherBroker, other],
  ] as const)
    await confirmAll(actor, id);
  await lodge(broker, green, "guarantee");
  await lodge(broker, wine, "guarantee");
  await lodge(broker, yellow, "guarantee");
  await lodge(broker, red, "guarantee");
  await lodge(broker, toys, "payment");
  await lodge(otherBroker, other, "guarantee");
  await passGate(broker, officer, green, 0);
  await giveEvidence(broker, green);
  await passGate(broker, officer, green, 1);
  await statePassport(broker, green);
  await passGate(broker, officer, wine, 0);
  await inspectAsDeclared(officer, secondOfficer, red);
  await passReview(officer, red, "examined_pass", "goods_as_declared");
  await prepareBasket(admin);
  await prepareRules(admin);
  await letModelDecide(secondAdmin, modelId);
}

/** Opens a shipment, uploads both sample documents and waits until they are read. */
async function upload(actor: Actor, sample: string): Promise<string> {
  const { inTransaction, files, inspector, world } = services();
  const shipment = must(await openShipment(inTransaction, world, actor, "0110"));
  for (const file of ["invoice.pdf", "waybill.png"]) {
    const stream = createReadStream(join("samples", sample, file));
    must(
      await receiveDocument({ inTransaction, files, inspector, world }, actor, {
        shipmentId: shipment.id,
        fileName: `${sample}-${file}`,
        stream,
      }),
    );
  }
  await until(actor, shipment.id, (view) => view.documents.read === 2, READ_MS);
  return shipment.id;
}

async function confirmAll(actor: Actor, shipmentId: string): Promise<void> {
  const { inTransaction, queries } = services();
  const shipment = await queries.getShipment(actor, shipmentId);
  const unsure = shipment?.documentList.flatMap((document) => document.fields).filter((field) => field.isUnsure) ?? [];
  for (const field of unsure) must(await confirmField(inTransaction, actor, field.id, null));
}

async function lodge(actor: Actor, shipmentId: string, security: "guarantee" | "payment"): Promise<void> {
  const { queries } = services();
  const shipment = await queries.getShipment(actor, shipmentId);
  const acknowledged = (shipment?.declaration.issues ?? [])
    .filter((issue) => issue.severity === "warning")
    .map((issue) => `${issue.code}:${issue.pointer.slice(1).replaceAll("/", ".")}`);
  must(
    await lodgeDeclaration(services(), actor, {
      shipmentId,
      idempotencyKey: `demonstration-${shipmentId}`,
      security,
      acknowledged,
    }),
  );
}

async function giveEvidence(actor: Actor, shipmentId: string): Promise<void> {
  const { queries } = services();
  const shipment = await queries.getShipment(actor, shipmentId);
  for (const requirement of shipment?.requirements.filter((each) => each.state === "missing") ?? []) {
    must(
      await evidenceRequirement(services(), actor, {
        requirementId: requirement.id,
        reference: "2026011608000001",
        documentId: null,
      }),
    );
  }
}

/** Waits until the gate is released; a case that chance or risk opened is passed by the officer on the way. */
async function passGate(actor: Actor, officer: Actor, shipmentId: string, index: 0 | 1): Promise<void> {
  const isDecided = (view: ShipmentView) =>
    ["released", "in_review", "in_examination"].includes(gate(view, index) ?? "");
  await until(actor, shipmentId, isDecided);
  const shipment = await services().queries.getShipment(actor, shipmentId);
  const state = shipment && gate(shipment, index);
  if (state === "in_review") await passReview(officer, shipmentId, "pass", "documents_consistent");
  if (state === "in_examination") await passReview(officer, shipmentId, "examined_pass", "goods_as_declared");
  await until(actor, shipmentId, (view) => gate(view, index) === "released");
}

/** The first of two officers has passed the case; the second is missing. */
async function passReview(
  officer: Actor,
  shipmentId: string,
  outcome: "pass" | "examined_pass",
  reason: string,
): Promise<void> {
  const { queries } = services();
  const queue = await queries.listReviews(officer, { limit: 50, state: "open" });
  const open = queue.rows.find((row) => row.shipmentId === shipmentId);
  if (!open) return;
  must(await claimReview(services(), officer, open.caseId));
  must(
    await decideReview(services(), officer, {
      caseId: open.caseId,
      outcome,
      reasons: [reason],
      note: "Compared with the papers.",
    }),
  );
}

async function keepWhitelist(admin: Actor, secondAdmin: Actor): Promise<void> {
  const scope = { roles: ["importer"], commodityPrefixes: [], origins: [], valueCap: null };
  const approved = must(
    await proposeAuthorisation(services(), admin, {
      aeoCode: "AEOCN3100000001",
      holder: "Lingnan Electronics Trading Co., Ltd.",
      tier: "advanced_certified",
      scope,
      validFrom: "2026-04-01",
      validTo: null,
      source: "Certificate of 2026-03-20",
    }),
  );
  must(await approveAuthorisation(services(), secondAdmin, approved.id, true));
  must(
    await proposeAuthorisation(services(), admin, {
      aeoCode: "AEOCN3300000007",
      holder: "Hangzhou Linen House Co., Ltd.",
      tier: "certified",
      scope: { ...scope, commodityPrefixes: ["61", "62"] },
      validFrom: "2026-12-01",
      validTo: "2029-11-30",
      source: "Application of 2026-11-02",
    }),
  );
}

function gate(shipment: ShipmentView, index: 0 | 1): string | undefined {
  return shipment.gates[index]?.state;
}

async function until(
  actor: Actor,
  shipmentId: string,
  holds: (shipment: ShipmentView) => boolean,
  withinMs = STEP_MS,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const shipment = await services().queries.getShipment(actor, shipmentId);
    if (shipment && holds(shipment)) return;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  throw new Error("The demonstration did not come about: the worker took too long. Start again with npm start.");
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.error)}`);
}
