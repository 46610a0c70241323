import { readFileSync } from "node:fs";
import type { ChannelRecord, ExchangeMessageRecord } from "@/application/exchange-record";
import { pollChannel } from "@/application/poll-channel";
import { DependencyError } from "@/application/ports";
import { oweReconciliation, reconcileChannel } from "@/application/reconcile-channel";
import { sendMessage } from "@/application/send-message";
import type { JobMessage } from "@/contracts/jobs";
import { messageRequestSchema } from "@/contracts/message-request";
import { CALM, type Knobs } from "@/contracts/simulator";
import { type Chance, createChance } from "@/domain/generated-year/chance";
import { projectInventory } from "@/domain/message/project-inventory";
import { statusOf } from "@/domain/message/receipt-status";
import { codecOf, readAnswers } from "@/runtime/messages";
import { type Authority, createAuthority } from "@/simulator/authority";
import { createMemoryExchange } from "./memory-exchange";

const START = Date.UTC(2026, 10, 27, 2);
const DAY_MS = 86_400_000;
const SYSTEM = { kind: "system", id: "system", name: "system", organisationId: "o" } as const;
const request = messageRequestSchema.parse(
  JSON.parse(readFileSync("tests/contracts/messages/make-inventory.json", "utf8")),
);

/** What happened in a scenario. Nothing may be in `wrong`. */
export interface Outcome {
  readonly wrong: readonly string[];
  readonly messages: number;
  readonly answers: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
  readonly resent: number;
}

type Memory = ReturnType<typeof createMemoryExchange>;

/** How ill the authority and the way to it are, by the seed: each fault is absent in half of the scenarios. */
function hostile(chance: Chance): { knobs: Knobs; failures: number; crashes: number } {
  const share = () => (chance.happens(0.5) ? chance.next() * 0.6 : 0);
  const knobs: Knobs = {
    duplicates: share(),
    lostReceipts: share(),
    lostMessages: share(),
    contradictory: share(),
    outOfOrder: share(),
    schemaErrors: share() / 2,
    rejections: share(),
    reviews: share(),
    silence: share(),
    taxBills: share(),
    delayMs: chance.whole(0, 600_000),
    maintenanceUntil: chance.happens(0.2) ? new Date(START + chance.whole(1, 7_200_000)).toISOString() : null,
  };
  return { knobs, failures: share(), crashes: share() / 2 };
}

/** The process died; the queue hands out its job again. */
class Crash extends Error {}

/**
 * Runs one authority on bad days against the protocol's own use cases, in memory: messages with changes, jobs that are
 * repeated, crashes between sending and writing that down. After that come calm days with their comparisons.
 */
export async function runScenario(seed: number): Promise<Outcome> {
  const chance = createChance(seed);
  const memory = createMemoryExchange(START);
  const weather = hostile(chance);
  const authority = createAuthority({ seed, knobs: weather.knobs, codecOf, readMessages: readAnswers });
  const channel = channelOf(memory);
  const handed = new Set<Uint8Array>();
  const wayOf = { ...weather };
  const transport = connect(authority, memory, chance, wayOf, handed);
  const wrong: string[] = watch(memory);
  await memory.exchange.addChannel(channel);
  await memory.inTransaction(SYSTEM, async (tx) => {
    await oweReconciliation(tx, memory.world, channel);
    return { ok: true, value: undefined };
  });
  await prepareMessages(memory, channel, chance);
  const ports = {
    inTransaction: memory.inTransaction,
    world: memory.world,
    codecOf,
    readAnswers,
    transport,
    signer: { sign: async () => "signature", verify: async () => true },
  };
  await run(memory, ports, START + DAY_MS);
  authority.setKnobs(CALM);
  Object.assign(wayOf, { failures: 0, crashes: 0 });
  await run(memory, ports, START + 5 * DAY_MS);
  return account(memory, authority, handed, wrong);
}

function channelOf({ world }: Memory): ChannelRecord {
  return {
    organisationId: "o",
    id: world.newId(),
    kind: "simulator",
    address: "",
    generalSyntax: "edifact",
    state: "in_force",
    isBinding: false,
    windows: [],
    parties: {},
    secret: "",
    answerWithinMinutes: 30,
    pollEverySeconds: 1_200,
    cursor: "",
    ...{ nextPollAt: null, reconciledAt: null },
    inForceSince: new Date(START),
    ...{ createdBy: "o", createdAt: new Date(START) },
  };
}

type Transport = Parameters<typeof sendMessage>[0]["transport"];

function connect(
  authority: Authority,
  memory: Memory,
  chance: Chance,
  way: { failures: number; crashes: number },
  handed: Set<Uint8Array>,
): Transport {
  const mayFail = () => {
    if (chance.next() < way.failures) throw new DependencyError("authority", true, "away");
    if (chance.next() < way.crashes) throw new Crash();
  };
  const note = (answers: readonly Uint8Array[]) => {
    for (const bytes of answers) handed.add(bytes);
    return answers;
  };
  return {
    reaches: () => true,
    send: async ({ id }, { guid, kind, bytes }) => {
      mayFail();
      if (authority.take({ channel: id, guid, kind, bytes }, memory.now()) === "away")
        throw new DependencyError("authority", true, "maintenance");
      mayFail();
    },
    fetch: async ({ id, cursor }) => {
      mayFail();
      const { answers, next } = authority.answersAfter(id, Number(cursor || "0"), memory.now());
      return { answers: note(answers), cursor: String(next) };
    },
    list: async ({ id }, day) => {
      mayFail();
      const from = Date.parse(`${day}T00:00:00+08:00`);
      return authority.listOf(id, from, from + DAY_MS, memory.now());
    },
    answersTo: async ({ id }, guid) => note(authority.answersTo(id, guid, memory.now())),
  };
}

/** Looks at every writing of a message: a standing only goes on, or back to a rejection, or is torn. */
function watch({ exchange }: Memory): string[] {
  const wrong: string[] = [];
  const save = exchange.saveMessage;
  exchange.saveMessage = async (after) => {
    const before = await exchange.message(after.id);
    const [from, to] = [rankOf(before), rankOf(after)];
    const isBack = from !== null && to !== null && to < from && after.status !== "100";
    if (isBack || (from !== null && to === null && after.state !== "contested"))
      wrong.push(`${after.number}: from ${before?.status} back to ${after.status}`);
    await save(after);
  };
  return wrong;
}

function rankOf(message: ExchangeMessageRecord | null): number | null {
  return message?.status ? (statusOf("ceb", message.status)?.rank ?? null) : null;
}

async function prepareMessages(memory: Memory, channel: ChannelRecord, chance: Chance): Promise<void> {
  const numbers = chance.whole(1, 4);
  for (let number = 1; number <= numbers; number += 1) {
    const versions = chance.happens(0.3) ? 2 : 1;
    for (let version = 1; version <= versions; version += 1) {
      const at = START + chance.whole(0, 3_600_000) + (version - 1) * 3_600_000;
      const message = messageOf(memory, channel, { number: `SCN-${number}`, version, chance, at });
      await memory.inTransaction(SYSTEM, async (tx) => {
        await tx.exchange.addMessage(message);
        const payload = { organisationId: "o", messageId: message.id };
        await tx.outbox.put("o", { name: "message.send", payload }, new Date(at));
        // Owed twice, as a queue may hand it out twice.
        if (chance.happens(0.1)) await tx.outbox.put("o", { name: "message.send", payload }, new Date(at));
        return { ok: true, value: undefined };
      });
    }
  }
}

function messageOf(
  memory: Memory,
  channel: ChannelRecord,
  { number, version, chance, at }: { readonly [N in "version" | "at"]: number } & { number: string; chance: Chance },
): ExchangeMessageRecord {
  if (request.form !== "inventory") throw new Error("The request is of no list");
  const hex = () =>
    Array.from({ length: 4 }, () => chance.whole(0, 15).toString(16))
      .join("")
      .toUpperCase();
  const guid = [hex() + hex(), hex(), hex(), hex(), hex() + hex() + hex()].join("-");
  const list = projectInventory(
    request.declaration,
    { ...request.facts, ownNumber: number },
    { ...request.dispatch, messageId: guid, action: version > 1 ? "change" : "new" },
  );
  const rendered = list.ok ? codecOf("ceb", "inventory")?.render(list.value) : undefined;
  if (!rendered?.ok) throw new Error("No list can be written");
  const id = memory.world.newId();
  return {
    organisationId: "o",
    channelId: channel.id,
    shipmentId: number,
    declarationId: id,
    ...{ subjectId: null, reason: null },
    kind: "inventory",
    ...{ id, number, guid, version },
    syntax: "ceb",
    state: "queued",
    raw: rendered.value,
    faults: [],
    status: null,
    statusAt: null,
    contested: null,
    preEntryNumber: null,
    entryNumber: null,
    sentAt: null,
    attempts: 0,
    lastError: null,
    createdAt: new Date(at),
  };
}

type RunPorts = Parameters<typeof sendMessage>[0] & Parameters<typeof pollChannel>[0];
const QUEUE_WAIT_MS = 5_000;

async function run(memory: Memory, ports: RunPorts, untilMs: number): Promise<void> {
  for (let item = memory.next(untilMs); item; item = memory.next(untilMs)) {
    const { id, message } = item;
    try {
      const done = await carryOut(ports, id, message);
      if (!done.ok) throw new Error(`${message.name} was refused: ${done.error.kind}`);
    } catch (error) {
      if (!(error instanceof Crash || error instanceof DependencyError)) throw error;
      item.at = memory.now() + QUEUE_WAIT_MS;
    }
  }
}

function carryOut(ports: RunPorts, id: string, { name, payload }: JobMessage) {
  if (name === "message.send") return sendMessage(ports, SYSTEM, id, payload.messageId);
  if (name === "channel.poll") return pollChannel(ports, SYSTEM, id, payload.channelId);
  if (name === "channel.reconcile") return reconcileChannel(ports, SYSTEM, id, payload.channelId);
  throw new Error(`No scenario owes ${name}`);
}

function account(memory: Memory, authority: Authority, handed: Set<Uint8Array>, wrong: string[]): Outcome {
  const messages = [...memory.messages.values()];
  const ledger = new Map(authority.ledger().flatMap((entry) => (entry.isLost ? [] : [[entry.guid, entry] as const])));
  const kept = new Set(memory.answers.map(({ raw }) => raw));
  for (const bytes of handed) if (!kept.has(bytes)) wrong.push("an answer that was handed out is not kept");
  for (const message of messages) wrong.push(...wrongWith(message, messages, ledger));
  const releases = memory.effects.filter((effect) => effect.endsWith("answered 800"));
  if (new Set(releases).size !== releases.length) wrong.push("a release had its effect twice");
  if (new Set(memory.bills).size !== memory.bills.length) wrong.push("a bill was taken twice");
  return {
    wrong,
    messages: messages.length,
    answers: memory.answers.length,
    outcomes: counted(memory.answers.map(({ outcome }) => outcome)),
    states: counted(messages.map(({ state }) => state)),
    resent: memory.differences.filter(({ kind }) => kind === "missing_there").length,
  };
}

/** Where a message must be in the end: where its authority says, or in a state that a person sees. */
function wrongWith(
  message: ExchangeMessageRecord,
  all: readonly ExchangeMessageRecord[],
  ledger: ReadonlyMap<string, ReturnType<Authority["ledger"]>[number]>,
): readonly string[] {
  const { guid, number, version, state, status, lastError } = message;
  const here = `${number} version ${version}`;
  if (state === "failed") return lastError ? [] : [`${here} failed without a word`];
  const entry = ledger.get(guid);
  if (!entry) return [`${here} is ${state}, and the authority does not have it`];
  const isNewest = all.every((each) => each.number !== number || each.version <= version);
  if (!isNewest) return [];
  const said = entry.answers.map((each) => each.status).filter((code) => code !== "816" && code !== "900");
  const finals = new Set(said.filter((code) => code === "100" || code === "700" || code === "800"));
  const expected = finals.size > 1 ? "contested" : said.length > 0 ? "answered" : "unanswered";
  if (state === "queued") return [`${here} is still queued`];
  if (expected !== state && !(expected === "contested" && state === "answered"))
    return [`${here} is ${state}, not ${expected}`];
  return expected === "answered" && status !== said.at(-1) ? [`${here} stands at ${status}, not ${said.at(-1)}`] : [];
}

function counted(texts: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
