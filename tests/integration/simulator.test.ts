import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSimulatorClient } from "@/adapters/authority-http/simulator-client";
import { createHttpTransport } from "@/adapters/authority-http/transport";
import type { ApiEnv } from "@/api/context";
import { receiptRoute } from "@/api/receipt-route";
import { describeShipment } from "@/application/describe-shipment";
import type { AuthorityTransport } from "@/application/exchange-record";
import { changeChannel } from "@/application/keep-channel";
import { DependencyError } from "@/application/ports";
import { reconcileChannel } from "@/application/reconcile-channel";
import { readSimulator, turnSimulator } from "@/application/simulator";
import { CALM } from "@/contracts/simulator";
import { codecOf, readAnswers } from "@/runtime/messages";
import { createAuthority } from "@/simulator/authority";
import { openJournal } from "@/simulator/journal";
import { serveSimulator } from "@/simulator/server";
import { createService, type SimulatorService } from "@/simulator/service";
import { lodge, prepare } from "../support/clearing";
import { giveRetailFacts, openTestChannel, TERMS, workNow } from "../support/exchange";
import { createHouse, type House, must, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);
const CONTROL_KEY = "the key of the knobs";
let house: House;
let channelId: string;
let order: string;
let file: string;
let server: Awaited<ReturnType<typeof serveSimulator>>;
let service: SimulatorService;
/** The simulated authority's clock. */
let clock = Date.now();

async function start(port: number): Promise<void> {
  service = createService({
    authority: createAuthority({ seed: 7, knobs: { ...CALM, delayMs: 1_000 }, codecOf, readMessages: readAnswers }),
    journal: openJournal(file),
    secret: TERMS.secret,
    now: () => clock,
  });
  const onError = (error: unknown) => {
    throw error;
  };
  server = await serveSimulator({ port, service, controlKey: CONTROL_KEY, onError });
}

beforeAll(async () => {
  file = join(mkdtempSync(join(tmpdir(), "twogate-simulator-")), "simulator.jsonl");
  await start(0);
  const address = `http://127.0.0.1:${server.port}`;
  const created = await createHouse(createRememberingReader());
  const transport = createHttpTransport({ signer: created.signer, addresses: [address] });
  house = { ...created, transport: { ...created.transport, ...transport } };
  channelId = await openTestChannel(house, { address } as never);
  order = await prepare(house, "retail-headphones");
  const consumer = { name: "Zhang Min", identityNumber: "11010519491231002X" };
  must(await describeShipment(house, house.broker, order, { regime: "1210", consumer }));
  await giveRetailFacts(house, order);
});
afterAll(async () => {
  await server.close();
  await house.close();
  rmSync(join(file, ".."), { recursive: true, force: true });
});

const message = async () =>
  (
    await house.sql.query<{ id: string; guid: string; state: string; status: string | null; attempts: number }>(
      "select * from authority_message where shipment_id = $1 and kind = 'inventory' order by version desc limit 1",
      [order],
    )
  ).rows[0];
const counted = async () =>
  (await house.sql.query("select outcome, count(*)::int as n from authority_receipt group by 1 order by 1")).rows;
const turn = (knobs: Partial<typeof CALM>) =>
  createSimulatorClient(`http://127.0.0.1:${server.port}`, CONTROL_KEY).setKnobs({ ...CALM, ...knobs });

describe("the simulated authority, over HTTP", () => {
  it("is away while it is maintained, and the message waits", async () => {
    await turn({ maintenanceUntil: new Date(clock + 60_000).toISOString() });
    must(await lodge(house, order, "simulator-1"));
    await work(house);
    expect(await message()).toMatchObject({ state: "queued", attempts: 1 });
    expect(service.ledger()).toEqual([]);
    await turn({});
  });

  it("takes a message once though its sender dies before writing that down", async () => {
    const dying: AuthorityTransport = {
      ...house.transport,
      send: async (channel, consignment) => {
        await house.transport.send(channel, consignment);
        throw new Error("the process was killed");
      },
    };
    await expect(workNow({ ...house, transport: { ...house.transport, ...dying } }, "message.send")).rejects.toThrow(
      "killed",
    );
    expect(await message()).toMatchObject({ state: "queued" });
    await workNow(house, "message.send");
    expect(await message()).toMatchObject({ state: "sent" });
    expect(service.ledger()).toMatchObject([{ sendings: 2, isLost: false }]);
  });

  it("hands its answers out to who asks, in their order, and the message stands where it says", async () => {
    clock += 60_000;
    await workNow(house, "channel.poll");
    expect(await message()).toMatchObject({ state: "answered", status: "800" });
    expect((await counted()).map(({ outcome }) => outcome)).toEqual(["applied"]);
  });

  it("pushes the same answers, which count no second time, and stops where nobody takes them", async () => {
    const api = new OpenAPIHono<ApiEnv>();
    receiptRoute(api, { ...house, exchange: house });
    let isDown = true;
    const deliver = async (channel: string, bytes: Uint8Array, signature: string) => {
      if (isDown) return false;
      const headers = { "twogate-channel": channel, "twogate-signature": signature };
      const body = Uint8Array.from(bytes);
      return (await api.request("/authority/receipts", { method: "POST", body, headers })).ok;
    };
    const before = await counted();
    await service.push(deliver);
    expect(await counted()).toEqual(before);
    isDown = false;
    await service.push(deliver);
    const after = await counted();
    const applied = before.find(({ outcome }) => outcome === "applied")?.n;
    expect(after).toEqual([
      { outcome: "applied", n: applied },
      { outcome: "duplicate", n: applied },
    ]);
    await service.push(deliver);
    expect(await counted()).toEqual(after);
    expect(await message()).toMatchObject({ state: "answered", status: "800" });
  });

  it("is the same authority after it was killed", async () => {
    const before = { ledger: service.ledger(), list: service.listOf(channelOf(), house.world.today()) };
    const { port } = server;
    await server.close();
    await start(port);
    expect(service.ledger().map(({ answers: _answers, ...rest }) => rest)).toEqual(
      before.ledger.map(({ answers: _answers, ...rest }) => rest),
    );
    expect(service.listOf(channelOf(), house.world.today())).toEqual(before.list);
    const known = await message();
    expect(service.answersTo(channelOf(), known?.guid ?? "").length).toBeGreaterThan(0);
  });

  it("has the lists that a day is compared with", async () => {
    await house.sql.query("update authority_message set state = 'sent', status = null where shipment_id = $1", [order]);
    const [job] = (
      await house.sql.query("select id from outbox_message where name = 'channel.reconcile' and done_at is null")
    ).rows;
    const system = {
      kind: "system",
      id: "system",
      name: "system",
      organisationId: house.broker.organisationId,
    } as const;
    must(await reconcileChannel(house, system, job.id, channelId));
    expect((await house.sql.query("select count(*)::int as n from authority_difference")).rows).toEqual([{ n: 1 }]);
  });

  it("answers nobody who signs wrongly, and no knob turns without the key", async () => {
    const address = `http://127.0.0.1:${server.port}`;
    const headers = { "twogate-channel": channelOf(), "twogate-signature": "sha256=00" };
    for (const path of ["answers?after=", "list?day=2026-11-27", `answers?guid=${(await message())?.guid}`])
      expect((await fetch(`${address}/${path}`, { headers })).status).toBe(401);
    expect((await fetch(`${address}/messages`, { method: "POST", body: "x", headers })).status).toBe(401);
    expect((await fetch(`${address}/knobs`)).status).toBe(401);
    await expect(createSimulatorClient(address, "another key").knobs()).rejects.toThrow(DependencyError);
  });
});

describe("what the operator did not name", () => {
  it("is no address of a channel, and nothing is sent there", async () => {
    const refused = await changeChannel(house, house.broker, channelId, { address: "http://169.254.169.254/latest" });
    expect(faultOf(refused)).toMatchObject({ pointer: "/address", fault: "address_not_allowed" });
    const channel = (await house.inTransaction(house.broker, async (tx) => ({
      ok: true as const,
      value: await tx.exchange.channel(channelId),
    }))) as { value: Parameters<AuthorityTransport["fetch"]>[0] };
    for (const address of [`http://127.0.0.1:${server.port + 1}`, `http://x@127.0.0.1:${server.port}`, "file:///etc"])
      await expect(house.transport.fetch({ ...channel.value, address })).rejects.toMatchObject({ retryable: false });
  });
});

describe("the knobs", () => {
  it("are turned by an admin of the authority, whom the audit names, and by nobody else", async () => {
    const simulator = createSimulatorClient(`http://127.0.0.1:${server.port}`, CONTROL_KEY);
    const knobs = { ...CALM, rejections: 0.25 };
    expect(faultOf(await turnSimulator({ ...house, simulator }, house.broker, knobs))).toMatchObject({
      kind: "forbidden",
    });
    expect(faultOf(await readSimulator(simulator, house.officer))).toMatchObject({ kind: "forbidden" });
    must(await turnSimulator({ ...house, simulator }, house.admin, knobs));
    expect(must(await readSimulator(simulator, house.admin)).knobs).toEqual(knobs);
    const { rows } = await house.sql.query("select actor_id from audit_entry where action = 'simulator_turned'");
    expect(rows).toEqual([{ actor_id: house.admin.id }]);
    expect(faultOf(await readSimulator(null, house.admin))).toMatchObject({ kind: "not_found" });
  });
});

describe("an order from its feeds", () => {
  it("is sent without anything typed, for the feeds have said all that the list asks", async () => {
    await turn({});
    const { matchedOrder, lodge: lodgeAll } = orderHouse(() => house, 61);
    const matched = await matchedOrder();
    await lodgeAll([matched.id]);
    await work(house);
    const { rows } = await house.sql.query(
      "select m.state, m.faults from authority_message m join retail_order o on o.shipment_id = m.shipment_id where o.id = $1",
      [matched.id],
    );
    expect(rows).toEqual([{ state: "sent", faults: [] }]);
  });
});

const channelOf = () => `${house.broker.organisationId}/${channelId}`;
