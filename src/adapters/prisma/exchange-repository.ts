import { createHash } from "node:crypto";
import type {
  AnswerRecord,
  ChannelRecord,
  ExchangeMessageRecord,
  Facts,
  MessageMark,
} from "@/application/exchange-record";
import type { Transaction } from "@/application/ports";
import { paperTypeSchema } from "@/contracts/reference";
import { finalCodes } from "@/domain/message/receipt-status";
import { maintenanceWindow, toAnswer, toChannel, toMark, toMessage } from "./exchange-rows";
import { factsOn } from "./facts-on";
import type { Prisma } from "./generated/client";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

/** The exchange with authorities. Bytes are sealed, for they name the consumer; answers are added and never changed. */
export function exchangeRepository(scope: Scope): Pick<Transaction, "exchange"> {
  const { db, world } = scope;
  return {
    exchange: {
      lock: async (name) => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
      },
      hash: (bytes) => hashOf(bytes),
      ...channels(scope),
      ...messages(scope),
      ...answers(scope),
      ...facts(scope),
      addDifference: async ({ kind, guid, ...difference }, { since, ...of }) => {
        const { channelId, organisationId, day } = of;
        const same = { channelId, organisationId, day, kind, guid, ...(since ? { foundAt: { gt: since } } : {}) };
        if ((await db.authorityDifference.count({ where: same })) > 0) return;
        await db.authorityDifference.create({
          data: {
            ...of,
            id: world.newId(),
            kind,
            guid,
            messageId: "id" in difference ? difference.id : null,
            ours: "ours" in difference ? difference.ours : null,
            theirs: "theirs" in difference ? difference.theirs : null,
            foundAt: world.now(),
          },
        });
      },
    },
  };
}

type Store = Transaction["exchange"];

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What is sealed is text, so bytes go in as base64. */
function sealBytes({ vault, organisationId }: Scope, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return vault.seal(organisationId, Buffer.from(bytes).toString("base64"));
}

type ChannelPart = "channel" | "channelInForce" | "lastChannel" | "gatesOf" | "addChannel" | "changeChannel";

function channels(scope: Scope): Pick<Store, ChannelPart> {
  const { db, organisationId, vault } = scope;
  const one = async (where: Prisma.AuthorityChannelWhereInput): Promise<ChannelRecord | null> => {
    const row = await db.authorityChannel.findFirst({
      where: { organisationId, ...where },
      // One in force comes before those that are suspended.
      orderBy: [{ state: "asc" }, { inForceSince: "desc" }, { id: "desc" }],
    });
    return row && toChannel(scope, row);
  };
  return {
    channel: (id) => one({ id }),
    channelInForce: () => one({ state: "in_force" }),
    lastChannel: () => one({}),
    gatesOf: async (channelId) => {
      const authorityMessages = { some: { channelId, kind: { in: ["inventory", "declaration"] } } };
      const rows = await db.clearance.findMany({
        where: { organisationId, stage: "bonded_exit", state: "releasable", shipment: { authorityMessages } },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
    addChannel: async ({ secret, windows, ...channel }) => {
      await db.authorityChannel.create({
        data: {
          ...channel,
          windows: windows.map((each) => maintenanceWindow.parse(each)),
          secret: vault.seal(organisationId, secret),
        },
      });
    },
    changeChannel: async (id, { windows, ...changes }) => {
      await db.authorityChannel.update({
        where: { organisationId_id: { organisationId, id } },
        data: { ...changes, ...(windows ? { windows: windows.map((each) => maintenanceWindow.parse(each)) } : {}) },
      });
    },
  };
}

type MessagePart =
  | "message"
  | "messageOfGuid"
  | "messageOfEntry"
  | "messageOfDeclaration"
  | "versions"
  | "messagesOf"
  | "messagesIn"
  | "isAnswerOpen"
  | "sentBetween"
  | "messagesOfGuids"
  | "addMessage"
  | "saveMessage";

/** So many guids fit into one query. */
const GUIDS_AT_ONCE = 5_000;

function messages(scope: Scope): Pick<Store, MessagePart> {
  const { db, organisationId } = scope;
  const many = async (where: Prisma.AuthorityMessageWhereInput): Promise<readonly ExchangeMessageRecord[]> => {
    const rows = await db.authorityMessage.findMany({
      where: { organisationId, ...where },
      orderBy: [{ version: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => toMessage(scope, row));
  };
  const marks = async (where: Prisma.AuthorityMessageWhereInput): Promise<readonly MessageMark[]> => {
    const rows = await db.authorityMessage.findMany({
      where: { organisationId, ...where },
      orderBy: [{ version: "asc" }, { id: "asc" }],
      select: { organisationId: true, id: true, shipmentId: true, guid: true, state: true, status: true, sentAt: true },
    });
    return rows.map(toMark);
  };
  const newest = async (where: Prisma.AuthorityMessageWhereInput) => (await many(where)).at(-1) ?? null;
  const columns = ({ raw, faults, ...message }: ExchangeMessageRecord) => ({
    ...message,
    raw: raw && sealBytes(scope, raw),
    sha256: raw && hashOf(raw),
    faults: faults.map((each) => ({ ...each })),
  });
  return {
    message: (id) => newest({ id }),
    messageOfGuid: (guid) => newest({ guid }),
    messageOfEntry: (entryNumber) => newest({ entryNumber, kind: "inventory" }),
    messageOfDeclaration: (declarationId) => newest({ declarationId, kind: { in: ["inventory", "declaration"] } }),
    versions: (kind, number) => many({ kind, number }),
    messagesOf: (shipmentId) => many({ shipmentId }),
    messagesIn: (channelId, states) => marks({ channelId, state: { in: [...states] } }),
    isAnswerOpen: async (channelId) => {
      const open = await db.authorityMessage.findFirst({
        where: {
          ...{ organisationId, channelId, state: "answered" },
          OR: [
            { syntax: "ceb", status: { notIn: [...finalCodes("ceb")] } },
            { syntax: { not: "ceb" }, status: { notIn: [...finalCodes("un")] } },
          ],
        },
        select: { id: true },
      });
      return open !== null;
    },
    sentBetween: (channelId, from, until) => marks({ channelId, sentAt: { gte: from, lt: until } }),
    messagesOfGuids: async (guids) => {
      const found: MessageMark[] = [];
      for (let at = 0; at < guids.length; at += GUIDS_AT_ONCE)
        found.push(...(await marks({ guid: { in: guids.slice(at, at + GUIDS_AT_ONCE) } })));
      return [...new Map(found.map((each) => [each.guid, each])).values()];
    },
    addMessage: async (message) => {
      await db.authorityMessage.create({ data: columns(message) });
    },
    saveMessage: async (message) => {
      const { raw, sha256, ...changed } = columns(message);
      const { state, faults, status, statusAt, contested, preEntryNumber, entryNumber } = changed;
      const { sentAt, attempts, lastError } = changed;
      await db.authorityMessage.update({
        where: { organisationId_id: { organisationId, id: message.id } },
        data: {
          ...{ state, faults, status, statusAt, contested, preEntryNumber, entryNumber, sentAt, attempts, lastError },
          // Sealed anew it would be other bytes of the same; what was sent stays as it lies.
          ...(sentAt === null ? { raw, sha256 } : {}),
        },
      });
    },
  };
}

type AnswerPart = "answer" | "isKnown" | "answersTo" | "addAnswer" | "rule" | "ruledAnswer";

function answers(scope: Scope): Pick<Store, AnswerPart> {
  const { db, organisationId, world } = scope;
  return {
    answer: async (id) => {
      const row = await db.authorityReceipt.findFirst({ where: { organisationId, id } });
      return row && toAnswer(scope, row);
    },
    isKnown: async (key) =>
      (await db.authorityReceipt.count({ where: { organisationId, key, outcome: { not: "duplicate" } } })) > 0,
    answersTo: async (ids): Promise<readonly AnswerRecord[]> => {
      const messageId = { in: [...ids] };
      const rows = await db.authorityReceipt.findMany({
        where: { organisationId, OR: [{ messageId }, { rulings: { some: { act: "attach", messageId } } }] },
        include: { rulings: { where: { act: "attach" } } },
        orderBy: { id: "asc" },
      });
      return rows.map(({ rulings, ...row }) => {
        const [attached] = rulings;
        const answer = toAnswer(scope, row);
        return attached ? { ...answer, messageId: attached.messageId, outcome: "applied", why: null } : answer;
      });
    },
    addAnswer: async ({ receipt, raw, ...answer }) => {
      await db.authorityReceipt.create({
        data: {
          ...answer,
          content: receipt && sealJson(scope, organisationId, receipt),
          raw: sealBytes(scope, raw),
          sha256: hashOf(raw),
        },
      });
    },
    rule: async ({ by, ...ruling }) => {
      const { count } = await db.authorityRuling.createMany({
        data: [{ ...ruling, ruledBy: by, ruledAt: world.now() }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    ruledAnswer: async (messageId) => {
      const ruling = await db.authorityRuling.findFirst({ where: { organisationId, messageId, act: "decide" } });
      return ruling?.receiptId ?? null;
    },
  };
}

function facts(scope: Scope): Pick<Store, "paperTypesOn" | "facts" | "putFacts" | "identityOf"> {
  const { db, organisationId, vault, world } = scope;
  return {
    paperTypesOn: (day) => factsOn(scope, "paper_type", paperTypeSchema, day),
    facts: async (shipmentId) => {
      const where = { organisationId_shipmentId: { organisationId, shipmentId } };
      const row = await db.authorityFact.findUnique({ where });
      return row ? openJson<Facts>(scope, organisationId, row.facts) : {};
    },
    putFacts: async (shipmentId, given, givenBy) => {
      const where = { organisationId_shipmentId: { organisationId, shipmentId } };
      const data = { facts: sealJson(scope, organisationId, given), givenBy, givenAt: world.now() };
      await db.authorityFact.upsert({ where, create: { organisationId, shipmentId, ...data }, update: data });
    },
    identityOf: async (shipmentId) => {
      const row = await db.shipment.findFirst({
        where: { organisationId, id: shipmentId },
        select: { consumerName: true, consumerIdentity: true },
      });
      if (!row?.consumerName || !row.consumerIdentity) return null;
      return {
        name: vault.open(organisationId, row.consumerName),
        number: vault.open(organisationId, row.consumerIdentity),
      };
    },
  };
}
