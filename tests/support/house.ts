import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { v7 } from "uuid";
import { inject } from "vitest";
import { createDirectory } from "@/adapters/better-auth/directory";
import { simplify } from "@/adapters/chinese/simplify";
import { encodeBits } from "@/adapters/credentials/status-list";
import { createMessageSigner } from "@/adapters/crypto/message-signer";
import { newPublicId } from "@/adapters/crypto/public-id";
import { createVault, deriveKey } from "@/adapters/crypto/vault";
import { createWorld } from "@/adapters/crypto/world";
import { createFileSystemStore } from "@/adapters/files/file-system-store";
import { connect } from "@/adapters/prisma/client";
import { createQueries, createSnapshots } from "@/adapters/prisma/read-models";
import { createUnitOfWork } from "@/adapters/prisma/unit-of-work";
import { createFileInspector } from "@/adapters/reading/inspect";
import { createWebhookSender } from "@/adapters/webhooks/sender";
import type { Actor, Role } from "@/application/actor";
import { assessClearance } from "@/application/assess-clearance";
import { createAuthorityMemory } from "@/application/authority-memory";
import { deliverWebhook } from "@/application/deliver-webhook";
import { freeSecurity } from "@/application/free-security";
import { groupShipment } from "@/application/group-shipment";
import { lookAtClocks } from "@/application/look-at-clocks";
import { matchOrders } from "@/application/match-orders";
import { openContainer } from "@/application/open-container";
import { openShipment } from "@/application/open-shipment";
import { pollChannel } from "@/application/poll-channel";
import { preExamineCase } from "@/application/pre-examine-case";
import { publishStatus } from "@/application/publish-status";
import { readDocument } from "@/application/read-document";
import type { DocumentReader } from "@/application/reading";
import { reassessCredit } from "@/application/reassess-credit";
import { receiveDocument } from "@/application/receive-document";
import { reconcileChannel } from "@/application/reconcile-channel";
import { refreshClocks } from "@/application/refresh-clocks";
import { releaseClearance } from "@/application/release-clearance";
import { rerouteCase } from "@/application/reroute-case";
import { type MailPorts, sendMail } from "@/application/send-mail";
import { sendMessage } from "@/application/send-message";
import { tellNotice } from "@/application/tell-notice";
import type { Failure } from "@/contracts/problem";
import { didOf } from "@/domain/passport/credential";
import type { Result } from "@/domain/shared/result";
import { codecOf, readAnswers } from "@/runtime/messages";
import { createOpener } from "@/runtime/reader";
import { createMemorySigner } from "./memory-signer";
import { createTestTransport } from "./test-transport";

const SECRET = "a secret of the tests, and of nothing else";

/** Where passports of the tests are published. */
export const PUBLISHED_AT = "https://passports.example";

/** A house with a database of its own: two brokers, an authority with its office, and everything that use cases need. */
export async function createHouse(reader: DocumentReader) {
  const name = `t_${v7().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: inject("clusterUrl") });
  await admin.connect();
  await admin.query(`create database ${name} template ${inject("template")}`);
  const url = new URL(inject("clusterUrl"));
  url.pathname = `/${name}`;
  const sql = new pg.Client({ connectionString: url.href });
  await sql.connect();
  const client = connect(url.href, "twogate_app", 8);
  const authorityClient = connect(url.href, "twogate_app", 2);
  const authClient = connect(url.href, "twogate_auth", 1);
  const world = createWorld();
  const vault = createVault(SECRET);
  const folder = mkdtempSync(join(tmpdir(), "twogate-files-"));
  const files = createFileSystemStore(join(folder, "files"), deriveKey(SECRET, "twogate files"));
  const house = {
    url: url.href,
    folder,
    sql,
    client,
    world,
    vault,
    files,
    reader,
    inspector: createFileInspector(),
    inTransaction: createUnitOfWork(client, world, vault, simplify),
    inAuthority: createUnitOfWork(authorityClient, world, vault, simplify),
    memory: createAuthorityMemory(),
    queries: createQueries(client, world, vault, simplify),
    inSnapshot: createSnapshots(client, world, vault, simplify),
    drawKey: "0123456789",
    codecOf,
    readAnswers,
    simulated: null,
    signer: createMessageSigner(),
    transport: createTestTransport(),
    passports: {
      signer: await createMemorySigner(didOf(PUBLISHED_AT)),
      ...{ newPublicId, encodeBits, issuer: { base: PUBLISHED_AT, did: didOf(PUBLISHED_AT), name: "Twogate" } },
    },
    directory: createDirectory(authClient),
    webhooks: createWebhookSender({ allowed: [] }),
    hasMail: false,
    mailer: null as MailPorts["mailer"],
    baseUrl: "https://twogate.example",
    close: async () => {
      await Promise.all([client.$disconnect(), authorityClient.$disconnect(), authClient.$disconnect()]);
      await sql.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  // The random share would make one run in some differ from the others; the tests that are about it set it themselves.
  await setRandomShare(sql, 0);
  const authority = await organisation(sql, "Customs", "authority");
  await sql.query(
    "insert into office (organisation_id, id, code, name) values ($1, $2, '2201', 'Bonded zone office')",
    [authority, v7()],
  );
  const broker = await member(sql, "Broker A", "broker", ["broker", "admin"]);
  return {
    ...house,
    authority,
    broker,
    /** The compliance officer of the first broker's own house. */
    houseOfficer: person(broker.organisationId, "broker", ["officer"]),
    otherBroker: await member(sql, "Broker B", "broker", ["broker", "admin"]),
    officer: person(authority, "authority", ["officer"]),
    secondOfficer: person(authority, "authority", ["officer"]),
    admin: person(authority, "authority", ["admin"]),
    secondAdmin: person(authority, "authority", ["admin"]),
  };
}

/** Which share of shipments is looked at by chance, in the scorecard of this house. */
export async function setRandomShare(sql: pg.Client, share: number): Promise<void> {
  await sql.query(
    "update reference_fact set fact = jsonb_set(fact, '{randomShare}', to_jsonb($1::float8)) where kind = 'scorecard'",
    [share],
  );
}

export type House = Awaited<ReturnType<typeof createHouse>>;

/** The system, at work for an organisation. */
export function system(organisationId: string): Actor {
  return { kind: "system", id: "system", name: "system", organisationId };
}

/** The value of a result that must not be a refusal. */
export function must<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Opens a shipment with both sample documents stored, not yet read. */
export async function uploadSample(
  house: House,
  actor: Actor,
  sample: string,
  regime: "0110" | "1210" = "0110",
): Promise<string> {
  const shipment = must(await openShipment(house.inTransaction, house.world, actor, regime));
  for (const file of ["invoice.pdf", "waybill.png"]) {
    const stream = createReadStream(join("samples", sample, file));
    must(await receiveDocument(house, actor, { shipmentId: shipment.id, fileName: file, stream }));
  }
  return shipment.id;
}

/**
 * Carries out everything that the outbox owes, in order, as a worker would; until nothing is owed. Then lists are ordered
 * by what came of it.
 */
export async function work(house: House): Promise<number> {
  let done = 0;
  for (;;) {
    const { rows } = await house.sql.query<{
      id: string;
      name: string;
      payload: Payload;
    }>(
      "select id, name, payload from outbox_message where done_at is null and available_at <= now() order by seq limit 1",
    );
    const message = rows[0];
    if (!message) {
      await refreshAllClocks(house);
      return done;
    }
    must(await carryOut(house, message.id, message.name, message.payload));
    done += 1;
  }
}

/** Looks at all shipments of which facts, time or the law call for it, as the worker does every second. */
export async function refreshAllClocks(house: House): Promise<void> {
  const { rows } = await house.sql.query<{ id: string }>("select id from clock_looks_due($1) as id", [
    house.world.now(),
  ]);
  for (const { id } of rows) while (must(await refreshClocks(house.inTransaction, system(id))) > 0);
}

interface Payload {
  readonly organisationId: string;
  readonly documentId: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly caseId: string;
  readonly orderIds: readonly string[];
  readonly messageId: string;
  readonly channelId: string;
  readonly noticeId: string;
  readonly userId: string;
  readonly endpointId: string;
  readonly listId: string;
}

/** Carries out one message, by its name. */
export function carryOut(house: House, id: string, name: string, payload: Payload): Promise<Result<void, Failure>> {
  const actor = system(payload.organisationId);
  if (name === "document.read")
    return readDocument(
      { ...house, keepImage: async (path) => (await house.files.put(createReadStream(path), 1e9))?.sha256 ?? "" },
      actor,
      id,
      payload.documentId,
    );
  if (name === "document.open")
    return openContainer(
      { ...house, opener: createOpener(), keepFile: (path) => house.files.put(createReadStream(path), 5e7) },
      actor,
      id,
      payload.documentId,
    );
  if (name === "shipment.group") return groupShipment(house, actor, id, payload.shipmentId);
  if (name === "clearance.assess") return assessClearance(house, actor, id, payload.clearanceId);
  if (name === "orders.match") return matchOrders(house, actor, id, payload.orderIds);
  if (name === "credit.reassess") return reassessCredit(house, actor, id, payload.clearanceId);
  if (name === "review.reroute") return rerouteCase(house, actor, id, payload.caseId);
  if (name === "case.examine") return preExamineCase(house, actor, id, payload.caseId);
  if (name.startsWith("message.") || name.startsWith("channel.")) return carryExchange(house, id, name, payload);
  return carryOutOther(house, id, name, payload);
}

/** What has to do with what is told, published or freed; and the release. */
function carryOutOther(house: House, id: string, name: string, payload: Payload): Promise<Result<void, Failure>> {
  const actor = system(payload.organisationId);
  if (name === "notice.tell") return tellNotice(house, actor, id, payload.noticeId);
  if (name === "notice.look") return lookAtClocks(house, actor, id);
  if (name === "notification.mail") return sendMail(house, actor, id, payload.userId);
  if (name === "webhook.deliver") return deliverWebhook(house, actor, id, payload);
  if (name === "status.publish") return publishStatus({ ...house, ...house.passports }, actor, id, payload.listId);
  if (name === "security.free") return freeSecurity(house, actor, id, payload.clearanceId);
  return releaseClearance(house, actor, id, payload.clearanceId);
}

function carryExchange(house: House, id: string, name: string, payload: Payload): Promise<Result<void, Failure>> {
  const actor = system(payload.organisationId);
  if (name === "message.send") return sendMessage(house, actor, id, payload.messageId);
  if (name === "channel.poll") return pollChannel(house, actor, id, payload.channelId);
  return reconcileChannel(house, actor, id, payload.channelId);
}

async function member(
  sql: pg.Client,
  name: string,
  kind: "broker" | "authority",
  roles: readonly Role[],
): Promise<Actor & { readonly kind: "person" }> {
  const organisationId = await organisation(sql, name, kind);
  await sql.query(
    `insert into guarantee_entry (organisation_id, id, move, from_account, to_account, amount, currency, reference,
       created_by, created_at)
     values ($1, $2, 'top_up', 'guarantor', 'available', 1000000, 'CNY', 'letter of the tests', 'tests', now())`,
    [organisationId, v7()],
  );
  return person(organisationId, kind, roles);
}

async function organisation(sql: pg.Client, name: string, kind: "broker" | "authority"): Promise<string> {
  const id = v7();
  await sql.query("insert into organisation (id, name, slug, kind, created_at) values ($1, $2, $3, $4, now())", [
    id,
    name,
    `${kind}-${id}`,
    kind,
  ]);
  return id;
}

function person(
  organisationId: string,
  organisationKind: "broker" | "authority",
  roles: readonly Role[],
): Actor & { readonly kind: "person" } {
  return { kind: "person", id: v7(), name: `${roles.join("-")}`, organisationId, organisationKind, roles };
}
