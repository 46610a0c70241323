import { connect, createServer } from "node:net";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgresQueues, createRedisQueues } from "@/adapters/bullmq/queues";
import { createOutboxRelayStore } from "@/adapters/postgres/outbox-store";
import { retryJob } from "@/application/retry-job";
import type { OutboxItem } from "@/application/work";
import { FinalFailure } from "@/application/work";
import { startRelay } from "@/worker/relay";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { freePort, startRedis, until } from "../support/services";

const redis = await startRedis();
if (!redis && process.env.CI === "true")
  throw new Error("redis-server is missing; install it, CI runs the queue on both backends");

afterAll(() => redis?.stop());

const silent = () => undefined;

describe.each([
  { backend: "PostgreSQL", isThere: true },
  { backend: "Redis", isThere: redis !== null },
])("the outbox and its queue on $backend", ({ backend, isThere }) => {
  let house: House;
  const open = () =>
    backend === "Redis"
      ? createRedisQueues(redis?.url ?? "", `t${v7()}`, silent)
      : createPostgresQueues(house.url, silent);

  beforeAll(async () => {
    house = await createHouse(createRememberingReader());
  });
  afterAll(() => house.close());

  async function put(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => v7());
    for (const id of ids) {
      const payload = { organisationId: house.broker.organisationId, clearanceId: v7() };
      await house.sql.query(
        "insert into outbox_message (organisation_id, id, name, payload, created_at, available_at) values ($1, $2, 'clearance.release', $3, now(), now())",
        [house.broker.organisationId, id, payload],
      );
    }
    return ids;
  }

  const finish = (id: string) => house.sql.query("update outbox_message set done_at = now() where id = $1", [id]);

  it.runIf(isThere)("carries every message to its end, once", async () => {
    const store = createOutboxRelayStore(house.url, silent);
    const queues = open();
    const ids = await put(30);
    const handled: string[] = [];
    const consumer = queues.consume(
      "clearing",
      4,
      async (item: OutboxItem) => {
        handled.push(item.id);
        await finish(item.id);
      },
      { onFinished: silent, onFailed: async () => undefined },
    );
    const relay = await startRelay(store, queues, silent);
    await until("all are handled", () => handled.length >= ids.length);
    expect([...handled].sort()).toEqual([...ids].sort());
    await relay.close();
    await consumer.close(5_000);
    await queues.close();
    await store.close();
  });

  it.runIf(isThere)("carries them again when the queue lost all of them", async () => {
    const store = createOutboxRelayStore(house.url, silent);
    const queues = open();
    const ids = await put(10);
    // The queue took them and then forgot: the outbox says dispatched, the queue knows nothing.
    await house.sql.query("update outbox_message set dispatched_at = now() - interval '1 minute' where id = any($1)", [
      ids,
    ]);
    const handled = new Set<string>();
    const consumer = queues.consume(
      "clearing",
      4,
      async (item: OutboxItem) => {
        handled.add(item.id);
        await finish(item.id);
      },
      { onFinished: silent, onFailed: async () => undefined },
    );
    const relay = await startRelay(store, queues, silent);
    await until("the lost ones are handled", () => ids.every((id) => handled.has(id)));
    await relay.close();
    await consumer.close(5_000);
    await queues.close();
    await store.close();
  });

  it.runIf(isThere)("shows as given up what cannot succeed, after one try", async () => {
    const store = createOutboxRelayStore(house.url, silent);
    const queues = open();
    const [id = ""] = await put(1);
    let tries = 0;
    const consumer = queues.consume(
      "clearing",
      1,
      async (item) => {
        // That a job was given up is told of by another one, in the same queue.
        if (item.id !== id) return void (await finish(item.id));
        tries += 1;
        throw new FinalFailure("it never will");
      },
      {
        onFinished: silent,
        onFailed: (messageId, error, isFinal) => store.recordFailure(messageId, error.message, isFinal),
      },
    );
    const relay = await startRelay(store, queues, silent);
    await until(
      "it is given up",
      async () =>
        (await house.sql.query("select 1 from outbox_message where id = $1 and dead_at is not null", [id])).rowCount ===
        1,
    );
    expect(tries).toBe(1);
    await relay.close();
    await consumer.close(5_000);
    await queues.close();
    await store.close();
  });

  it.runIf(isThere)("carries what was given up when a person has it tried again", async () => {
    const store = createOutboxRelayStore(house.url, silent);
    const queues = open();
    const [id = ""] = await put(1);
    const is = (column: "dead_at" | "done_at") => async () =>
      (await house.sql.query(`select 1 from outbox_message where id = $1 and ${column} is not null`, [id])).rowCount ===
      1;
    let isMended = false;
    const consumer = queues.consume(
      "clearing",
      1,
      async (item) => {
        if (!isMended && item.id === id) throw new FinalFailure("not yet");
        await finish(item.id);
      },
      {
        onFinished: silent,
        onFailed: (messageId, error, isFinal) => store.recordFailure(messageId, error.message, isFinal),
      },
    );
    const relay = await startRelay(store, queues, silent);
    await until("it is given up", is("dead_at"));
    isMended = true;
    must(await retryJob(house.inTransaction, house.broker, id));
    await until("it is done", is("done_at"));
    await relay.close();
    await consumer.close(5_000);
    await queues.close();
    await store.close();
  });
});

describe("a queue whose first connections to PostgreSQL are ended", () => {
  let house: House;
  beforeAll(async () => {
    house = await createHouse(createRememberingReader());
  });
  afterAll(() => house.close());

  it("takes jobs and carries them out as soon as the database can be reached", async () => {
    const { hostname, port: databasePort } = new URL(house.url);
    let isReachable = false;
    const door = createServer((socket) => {
      if (!isReachable) return void socket.destroy();
      const beyond = connect(Number(databasePort), hostname);
      for (const [one, other] of [
        [socket, beyond],
        [beyond, socket],
      ] as const)
        one.on("error", () => other.destroy()).pipe(other);
    });
    const port = await freePort();
    await new Promise<void>((opened) => door.listen(port, "127.0.0.1", opened));
    const throughDoor = new URL(house.url);
    throughDoor.host = `127.0.0.1:${port}`;
    const queues = createPostgresQueues(throughDoor.href, silent);
    const handled: string[] = [];
    const consumer = queues.consume("clearing", 2, async (item) => void handled.push(item.id), {
      onFinished: silent,
      onFailed: async () => undefined,
    });
    const item = { id: v7(), name: "clearance.release", payload: {} } as const;
    await expect(queues.add([item])).rejects.toThrow("The queue did not take the jobs");
    isReachable = true;
    await until("the queue takes it", () =>
      queues.add([item]).then(
        () => true,
        () => false,
      ),
    );
    await until("it is carried out", () => handled.includes(item.id));
    await consumer.close(5_000);
    await queues.close();
    await new Promise((closed) => door.close(closed));
  });
});
