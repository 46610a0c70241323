import { readFile } from "node:fs/promises";
import { formatBundle, readBundle } from "@/contracts/evidence-bundle";
import { parseTrust } from "@/contracts/trust";
import {
  compareFields,
  sentenceOf,
  sentenceOfLook,
  sentenceOfStatus,
  sentenceOfTrustFault,
  sentenceOfUnread,
  visible,
} from "@/contracts/verdict-words";
import type { Language } from "@/contracts/words";
import { redact, type Trust, type Verdict, verifyBundle } from "@/domain/evidence/verify-bundle";
import { verifierTools } from "@/runtime/evidence";
import { verifierPage } from "@/runtime/verifier-page";

const CODES = { true: 0, false: 1, unreadable: 2, unwitnessed: 3 } as const;
/** Of several files the worst decides, in this order. */
const WORST_FIRST = [CODES.false, CODES.unreadable, CODES.unwitnessed, CODES.true];

interface Wishes {
  readonly trust?: string | undefined;
  readonly "leave-out"?: string | undefined;
  readonly language?: string | undefined;
}

/**
 * `evidence verify BUNDLE… --trust FILE`, `evidence redact BUNDLE --leave-out NAME,NAME` and
 * `evidence page --trust FILE`; gives the exit code: 0 true, 1 false, 2 unreadable, 3 true and not witnessed.
 */
export async function evidence(verb: string | undefined, paths: readonly string[], wishes: Wishes): Promise<number> {
  const language: Language = wishes.language === "zh" ? "zh" : "en";
  const [path] = paths;
  if (verb === "redact" && path && wishes["leave-out"]) return leaveOut(path, wishes["leave-out"].split(","), language);
  if (!wishes.trust || (verb !== "page" && (verb !== "verify" || !path)))
    return complain(
      "evidence verify BUNDLE… --trust FILE, evidence redact BUNDLE --leave-out NAME,NAME, or evidence page --trust FILE.",
    );
  const trust = await trustOf(wishes.trust, language);
  if (typeof trust === "string") return complain(trust);
  if (verb === "page") return print(await verifierPage(trust));
  const codes: number[] = [];
  for (const each of paths) codes.push(await verify(each, trust, language, paths.length > 1));
  return WORST_FIRST.find((code) => codes.includes(code)) ?? CODES.unreadable;
}

async function verify(path: string, trust: Trust, language: Language, isOneOfMany: boolean): Promise<number> {
  const bytes = await bytesOf(path);
  if (!bytes) return complain(`There is no file ${path}.`);
  if (isOneOfMany) print(`${path}\n`);
  const bundle = readBundle(bytes);
  if (!bundle.ok) {
    print(`${sentenceOfUnread(bundle.error, language)}\n`);
    return CODES.unreadable;
  }
  const verdict = verifyBundle(verifierTools(), trust, bundle.value);
  print(`${linesOf(verdict, language).join("\n")}\n`);
  return CODES[verdict.kind];
}

function linesOf(verdict: Verdict, language: Language): string[] {
  const status = sentenceOfStatus(verdict, language);
  const inOrder = [...verdict.shown].sort((one, two) => compareFields(one.name, two.name));
  return [
    sentenceOf(verdict, language),
    ...verdict.looks.map((look) => `  ${look.holds ? "✓" : "✗"} ${sentenceOfLook(look, language)}`),
    ...inOrder.map(({ name, value }) => `  ${visible(name)}: ${visible(value)}`),
    ...[...verdict.redacted]
      .sort(compareFields)
      .map((name) => `  ${visible(name)}: ${language === "zh" ? "（未出示）" : "(left out)"}`),
    ...(status === null ? [] : [`  ${status}`]),
    ...verdict.witnesses.map((name) => `  ${language === "zh" ? "见证人" : "witness"}: ${visible(name)}`),
  ];
}

async function leaveOut(path: string, names: readonly string[], language: Language): Promise<number> {
  const bytes = await bytesOf(path);
  if (!bytes) return complain(`There is no file ${path}.`);
  const bundle = readBundle(bytes);
  if (!bundle.ok) return complain(sentenceOfUnread(bundle.error, language));
  const shown = bundle.value.statement.fields.map(({ name }) => name);
  const unknown = names.filter((name) => !shown.includes(name));
  if (unknown.length > 0)
    return complain(
      `The bundle shows no ${unknown.map(visible).join(", ")}; it shows ${shown.map(visible).join(", ")}.`,
    );
  return print(formatBundle(redact(bundle.value, names)));
}

/** The keys of the file, or what is wrong with it. */
async function trustOf(path: string, language: Language): Promise<Trust | string> {
  const bytes = await bytesOf(path);
  if (!bytes) return `There is no file ${path}.`;
  const trust = parseTrust(verifierTools().sha256, new TextDecoder().decode(bytes));
  return trust.ok ? trust.value : sentenceOfTrustFault(trust.error, language);
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(() => null);
}

function print(words: string): number {
  process.stdout.write(words);
  return CODES.true;
}

function complain(words: string): number {
  process.stderr.write(`${words}\n`);
  return CODES.unreadable;
}
