import { readFile } from "node:fs/promises";
import { SYNTAXES, type Syntax } from "@/application/message-codec";
import { describeMessageFault, wordOfKind, wordsOfMeaning } from "@/contracts/message-words";
import type { MessageFault } from "@/domain/message/fault";
import type { PlainValues } from "@/domain/message/field";
import type { Message, ReceiptMessage } from "@/domain/message/message";
import { statusOf } from "@/domain/message/receipt-status";
import { convert, readMessages } from "@/runtime/messages";
import { makeMessage } from "./make-message";
import { standings } from "./message-standing";

/**
 * `messages show F…`, `messages convert F --to S` and `messages make R --to S`; gives the exit code.
 */
export async function messages(verb: string | undefined, paths: readonly string[], to: string | undefined) {
  const [path] = paths;
  if (verb === "show" && path) return show(paths);
  if (!path || (verb !== "convert" && verb !== "make"))
    return asked("messages show FILE…, messages convert FILE --to SYNTAX, or messages make REQUEST.json --to SYNTAX.");
  const syntax = SYNTAXES.find((each) => each === to);
  if (!syntax) return asked(`--to is one of ${SYNTAXES.join(", ")}.`);
  const bytes = await bytesOf(path);
  if (!bytes) return asked(`There is no file ${path}.`);
  if (verb === "make") return made(path, syntax);
  const read = readMessages(bytes);
  return read.ok ? converted(read.value.messages, syntax) : refused(read.error);
}

/** Says what each file holds; where what was sent is among them, also where it stands by its receipts. */
async function show(paths: readonly string[]): Promise<number> {
  const all: Message[] = [];
  const faulty: string[] = [];
  for (const path of paths) {
    const bytes = await bytesOf(path);
    if (!bytes) return asked(`There is no file ${path}.`);
    const read = readMessages(bytes);
    if (!read.ok) {
      faulty.push(...faultWords(read.error).map((words) => `${path}: ${words}`));
      continue;
    }
    all.push(...read.value.messages);
    for (const message of read.value.messages) print(describe(message, read.value.syntax));
  }
  for (const lines of standings(all)) print(lines);
  if (faulty.length === 0) return 0;
  process.stderr.write(`${faulty.join("\n")}\n`);
  return 1;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

async function made(path: string, to: Syntax): Promise<number> {
  const message = await makeMessage(path);
  if (typeof message === "string") return asked(message);
  return message.ok ? converted([message.value], to) : refused(message.error);
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function asked(words: string): number {
  process.stderr.write(`${words}\n`);
  return 2;
}

/** How many faults of a file are printed; the rest is counted. */
const MOST_SHOWN = 20;

function refused(faults: readonly MessageFault[]): number {
  process.stderr.write(`${faultWords(faults).join("\n")}\n`);
  return 1;
}

function faultWords(faults: readonly MessageFault[]): readonly string[] {
  const rest = faults.length - MOST_SHOWN;
  const shown = faults.slice(0, MOST_SHOWN).map((each) => describeMessageFault(each, "en"));
  return rest > 0 ? [...shown, `… and ${rest} more`] : shown;
}

function converted(all: readonly Message[], to: Syntax): number {
  const [message, ...more] = all;
  if (!message || more.length > 0)
    return asked(`The file holds ${all.length} messages; convert takes one, so that each has its own answer.`);
  const written = convert(message, to);
  if (!written.ok) return refused(written.error);
  process.stdout.write(Buffer.from(written.value));
  return 0;
}

/** What it is, its numbers, and what it says. Names and identity numbers of persons are not printed. */
function describe(message: Message, syntax: Syntax): readonly string[] {
  const title = message.kind === "receipt" ? `${word(message)} to: ${wordOfKind(message.of, "en")}` : word(message);
  return [`${title} (${syntax})`, ...row("message", message.messageId), ...details(message)];
}

function word(message: Message): string {
  return wordOfKind(message.kind, "en");
}

function details(message: Message): readonly string[] {
  if (message.kind === "receipt") return receiptDetails(message);
  const lines = "lines" in message && message.lines.length > 0 ? row("lines", String(message.lines.length)) : [];
  const head: PlainValues = message.head;
  const status =
    message.kind === "schema_error"
      ? [...statusRow("ceb", message.head.status), ...row("says", message.head.info)]
      : [];
  return [...SHOWN.flatMap((field) => row(field, head[field] ?? null)), ...lines, ...status];
}

/** The fields of a head that say which message it is. */
const SHOWN = [
  "action",
  "sentAt",
  "declaredAt",
  "returnedAt",
  "orderNumber",
  "paymentNumber",
  "waybillNumber",
  "ownNumber",
  "preEntryNumber",
  "entryNumber",
  "taxNumber",
  "customsOffice",
  "regime",
  "paidTotal",
  "amountPaid",
  "invoiceTotal",
  "currency",
  "customsDuty",
  "valueAddedTax",
  "consumptionTax",
] as const;

function receiptDetails(receipt: ReceiptMessage): readonly string[] {
  return [
    ...Object.entries(receipt.numbers).flatMap(([name, value]) => row(name, value)),
    ...row("returnedAt", receipt.returnedAt),
    ...statusRow(receipt.profile, receipt.status),
    ...receipt.texts.flatMap(({ code, text, at }) =>
      row("says", [code, text, at && `(${at})`].filter((part) => part).join(" ")),
    ),
  ];
}

function statusRow(profile: ReceiptMessage["profile"], code: string): readonly string[] {
  const status = statusOf(profile, code);
  const words = status ? wordsOfMeaning(status.meaning, "en") : "nobody knows this status; it is not applied";
  return row("status", `${code}, ${words}`);
}

function row(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`  ${name}: ${value}`];
}
