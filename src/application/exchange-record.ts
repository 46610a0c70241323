import type { ExchangeState, MaintenanceWindow } from "@/domain/exchange/message-state";
import type { Difference } from "@/domain/exchange/reconcile";
import type { Decision } from "@/domain/message/apply-receipt";
import type { MessageFault } from "@/domain/message/fault";
import type { ReceiptMessage } from "@/domain/message/message";
import type { PaperType } from "@/domain/message/supporting-documents";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Syntax } from "./message-codec";

export const CHANNEL_KINDS = ["simulator", "https"] as const;
export const GENERAL_SYNTAXES = ["edifact", "wco-json", "wco-xml"] as const satisfies readonly Syntax[];

/** The firms that an organisation's messages always name, and the codes that the authority gave to them. */
export type Facts = Readonly<Record<string, string>>;

/** How an organisation reaches the system of an authority. */
export interface ChannelRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly kind: (typeof CHANNEL_KINDS)[number];
  readonly address: string;
  /** The syntax of general-trade declarations; retail messages have one only. */
  readonly generalSyntax: (typeof GENERAL_SYNTAXES)[number];
  readonly state: "in_force" | "suspended";
  /** Whether the first gate waits for the authority's own release. */
  readonly isBinding: boolean;
  readonly windows: readonly MaintenanceWindow[];
  readonly parties: Facts;
  /** Shared with the authority; signs what goes out, and what comes in by push. */
  readonly secret: string;
  readonly answerWithinMinutes: number;
  readonly pollEverySeconds: number;
  /** How far the authority's answers were fetched; the authority's own text. */
  readonly cursor: string;
  readonly nextPollAt: Date | null;
  readonly reconciledAt: Date | null;
  /** When it was put in force the last time. */
  readonly inForceSince: Date;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export const WITHDRAWAL_REASONS = [
  "declared_twice",
  "wrong_goods",
  "wrong_regime",
  "not_imported",
  "sent_back",
  "other",
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const EXCHANGE_KINDS = ["inventory", "declaration", "return", "cancellation"] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

/** One version of a message to an authority. */
export interface ExchangeMessageRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly channelId: string;
  readonly shipmentId: string;
  readonly declarationId: string;
  /** What it is about beside the declaration: the return of goods, or the declaration that is withdrawn. */
  readonly subjectId: string | null;
  readonly kind: ExchangeKind;
  /** Why a list is cancelled; null for every other kind. */
  readonly reason: WithdrawalReason | null;
  readonly number: string;
  /** Of the envelope, and the key under which sending it twice means once. */
  readonly guid: string;
  readonly version: number;
  readonly syntax: Syntax;
  readonly state: ExchangeState;
  /** Null until it was made for the first time. */
  readonly raw: Uint8Array | null;
  readonly faults: readonly MessageFault[];
  readonly status: string | null;
  readonly statusAt: string | null;
  readonly contested: "final" | "number" | null;
  readonly preEntryNumber: string | null;
  readonly entryNumber: string | null;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

export const ANSWER_KINDS = ["receipt", "schema_error", "tax_bill", "unreadable"] as const;
export const ARRIVALS = ["push", "poll", "reconciliation"] as const;
export type Arrival = (typeof ARRIVALS)[number];

/** Why an answer waits for a person. */
export type AnswerQuarantine = NonNullable<Decision["quarantine"]> | "unreadable" | "bill_refused";

/** An answer of an authority, as it came. */
export interface AnswerRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly channelId: string;
  readonly messageId: string | null;
  readonly shipmentId: string | null;
  readonly kind: (typeof ANSWER_KINDS)[number];
  readonly number: string | null;
  readonly status: string | null;
  readonly returnedAt: string | null;
  /** The same for the same answer, however often it comes. */
  readonly key: string;
  readonly outcome: Decision["outcome"];
  readonly why: AnswerQuarantine | null;
  /** What a receipt says; null for what is none. */
  readonly receipt: ReceiptMessage | null;
  readonly raw: Uint8Array;
  readonly via: Arrival;
  readonly arrivedAt: Date;
}

/** What a person ruled on an answer. */
export interface AnswerRuling {
  readonly act: "attach" | "dismiss" | "decide";
  readonly receiptId: string;
  readonly messageId: string | null;
  readonly reason: string;
  readonly by: string;
}

/** A message without its bytes, where thousands are looked at. */
export type MessageMark = Pick<
  ExchangeMessageRecord,
  "organisationId" | "id" | "shipmentId" | "guid" | "state" | "status" | "sentAt"
>;

/** What of a channel changes. */
export type ChannelChanges = Partial<
  Omit<ChannelRecord, "organisationId" | "id" | "kind" | "secret" | "createdBy" | "createdAt">
>;

/** The exchange with authorities, as use cases reach it. */
export interface ExchangeStore {
  /** Holds whatever is named so until the transaction ends. */
  lock(name: string): Promise<void>;
  /** Hex sha-256 of the bytes. */
  hash(bytes: Uint8Array): string;
  channel(id: string): Promise<ChannelRecord | null>;
  channelInForce(): Promise<ChannelRecord | null>;
  /** The channel that is in force, or else was the last that was; null where none was ever opened. */
  lastChannel(): Promise<ChannelRecord | null>;
  /** The ids of the exit clearances that are to be released and whose declaration the channel was given. */
  gatesOf(channelId: string): Promise<readonly string[]>;
  addChannel(channel: ChannelRecord): Promise<void>;
  changeChannel(id: string, changes: ChannelChanges): Promise<void>;
  message(id: string): Promise<ExchangeMessageRecord | null>;
  messageOfGuid(guid: string): Promise<ExchangeMessageRecord | null>;
  messageOfEntry(entryNumber: string): Promise<ExchangeMessageRecord | null>;
  /** The newest message by which a declaration was stated; null where none was owed. */
  messageOfDeclaration(declarationId: string): Promise<ExchangeMessageRecord | null>;
  /** All versions, the first one first. */
  versions(kind: ExchangeKind, number: string): Promise<readonly ExchangeMessageRecord[]>;
  messagesOf(shipmentId: string): Promise<readonly ExchangeMessageRecord[]>;
  /** Those of a channel in one of the states. */
  messagesIn(channelId: string, states: readonly ExchangeState[]): Promise<readonly MessageMark[]>;
  /** Whether any message of the channel has an answer after which another is to come. */
  isAnswerOpen(channelId: string): Promise<boolean>;
  sentBetween(channelId: string, from: Date, until: Date): Promise<readonly MessageMark[]>;
  /** The newest message of each guid, whichever channel it went through. */
  messagesOfGuids(guids: readonly string[]): Promise<readonly MessageMark[]>;
  addMessage(message: ExchangeMessageRecord): Promise<void>;
  saveMessage(message: ExchangeMessageRecord): Promise<void>;
  answer(id: string): Promise<AnswerRecord | null>;
  isKnown(key: string): Promise<boolean>;
  /** The answers to any of the messages in the order of their coming, those among them that a person attached. */
  answersTo(messageIds: readonly string[]): Promise<readonly AnswerRecord[]>;
  addAnswer(answer: AnswerRecord): Promise<void>;
  /** False when that was ruled on before. */
  rule(ruling: AnswerRuling & { readonly organisationId: string; readonly id: string }): Promise<boolean>;
  /** The answer that a person ruled to count for a message that contradicted itself; null where nobody did. */
  ruledAnswer(messageId: string): Promise<string | null>;
  /** What papers are called in messages on a day of the law. */
  paperTypesOn(day: LocalDate): Promise<readonly PaperType[]>;
  facts(shipmentId: string): Promise<Facts>;
  putFacts(shipmentId: string, facts: Facts, by: string): Promise<void>;
  /** The consumer in clear, for the message itself; null where the shipment names none. */
  identityOf(shipmentId: string): Promise<{ readonly name: string; readonly number: string } | null>;
  /** Writes down a difference, once in the comparison that is under way since the last one ended. */
  addDifference(
    difference: Difference,
    of: {
      readonly organisationId: string;
      readonly channelId: string;
      readonly day: LocalDate;
      readonly since: Date | null;
    },
  ): Promise<void>;
}

/** Signs what is sent, and knows what was signed by the other side. */
export interface MessageSigner {
  sign(channel: Pick<ChannelRecord, "secret">, bytes: Uint8Array): Promise<string>;
  verify(channel: Pick<ChannelRecord, "secret">, bytes: Uint8Array, signature: string): Promise<boolean>;
}

/** What is sent: the bytes under their key. */
export interface Consignment {
  readonly guid: string;
  readonly kind: ExchangeKind;
  readonly bytes: Uint8Array;
  readonly signature: string;
}

/**
 * Carries messages to an authority and fetches answers. Every act throws DependencyError when the authority did not do
 * its part; sending what was sent before under its guid does nothing there.
 */
export interface AuthorityTransport {
  /** Whether the operator lets messages go to the address. */
  reaches(address: string): boolean;
  send(channel: ChannelRecord, consignment: Consignment): Promise<void>;
  /** The answers after the cursor, in the order of their coming, and the next cursor. */
  fetch(channel: ChannelRecord): Promise<{ readonly answers: readonly Uint8Array[]; readonly cursor: string }>;
  /** What the authority has of a day. */
  list(
    channel: ChannelRecord,
    day: LocalDate,
  ): Promise<readonly { readonly guid: string; readonly status: string | null }[]>;
  /** All that was ever answered to a message. */
  answersTo(channel: ChannelRecord, guid: string): Promise<readonly Uint8Array[]>;
}
