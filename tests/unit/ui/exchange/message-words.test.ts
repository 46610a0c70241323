import { describe, expect, it } from "vitest";
import { nextStepOf } from "@/contracts/message-step";
import { WAIT_REASONS } from "@/domain/exchange/message-state";
import { DECLARATION_FACTS, DECLARATION_LINE_FACTS } from "@/domain/message/project-declaration";
import { INVENTORY_FACTS, INVENTORY_LINE_FACTS } from "@/domain/message/project-inventory";
import { MEANINGS } from "@/domain/message/receipt-status";
import english from "@/messages/en.json";
import chinese from "@/messages/zh.json";
import { mendingOf } from "@/ui/exchange/message-words";
import { PARTY_GROUPS } from "@/ui/exchange/party-groups";

const keysIn = (value: unknown, at = ""): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysIn(inner, `${at}.${key}`))
    : [at];

describe("the words of messages", () => {
  it("are the same ones in both languages", () => {
    expect(keysIn(chinese.exchange)).toEqual(keysIn(english.exchange));
  });

  it("name every fact that a form can ask", () => {
    const asked = [
      ...[...INVENTORY_FACTS, ...INVENTORY_LINE_FACTS, ...DECLARATION_FACTS, ...DECLARATION_LINE_FACTS],
      ...Object.values(PARTY_GROUPS).flat(),
    ];
    const known = Object.keys(english.exchange.fact);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("say what is next for every meaning of an answer", () => {
    const steps = MEANINGS.map((meaning) =>
      nextStepOf({ kind: "inventory", state: "answered", meaning, faultCount: 0, lastError: null }),
    );
    expect(steps.filter((step) => !Object.hasOwn(english.exchange.next, step))).toEqual([]);
  });
});

describe("nextStepOf", () => {
  it("asks for what is missing before it asks to send again", () => {
    expect(nextStepOf({ kind: "inventory", state: "failed", meaning: null, faultCount: 2, lastError: null })).toBe(
      "missing",
    );
    expect(nextStepOf({ kind: "inventory", state: "failed", meaning: null, faultCount: 0, lastError: null })).toBe(
      "failed",
    );
    expect(nextStepOf({ kind: "return", state: "failed", meaning: null, faultCount: 1, lastError: null })).toBe(
      "awaitsList",
    );
  });

  it("says what a message waits for as long as it is queued", () => {
    const ask = (state: "queued" | "sent", lastError: string | null) =>
      nextStepOf({ kind: "inventory", state, meaning: null, faultCount: 0, lastError });
    for (const reason of WAIT_REASONS) {
      expect(ask("queued", reason)).toBe(reason);
      expect(ask("sent", reason)).toBe("sent");
      expect(Object.hasOwn(english.exchange.next, reason) && Object.hasOwn(english.exchange.error, reason)).toBe(true);
    }
    expect(ask("queued", "the connection was refused")).toBe("queued");
  });

  it("tells what is at its end from what customs are still at", () => {
    expect(
      nextStepOf({ kind: "inventory", state: "answered", meaning: "released", faultCount: 0, lastError: null }),
    ).toBe("answered");
    expect(
      nextStepOf({ kind: "inventory", state: "answered", meaning: "received", faultCount: 0, lastError: null }),
    ).toBe("waiting");
    expect(
      nextStepOf({ kind: "inventory", state: "answered", meaning: "rejected", faultCount: 0, lastError: null }),
    ).toBe("rejected");
  });
});

describe("mendingOf", () => {
  it("leads each fault to where its value comes from", () => {
    expect(mendingOf({ from: "facts.lines/1/elements", field: "lines/1/elements" })).toEqual({
      at: "fact",
      fact: "lines/1/elements",
    });
    expect(mendingOf({ from: "declaration.currency", field: "head/currency" })).toEqual({
      at: "declaration",
      field: "currency",
    });
    expect(mendingOf({ from: null, field: "transfer/senderCode" })).toEqual({ at: "fact", fact: "senderCode" });
    expect(mendingOf({ from: null, field: "messageId" })).toEqual({ at: "none" });
  });

  it("never takes the consumer's name or number as a plain fact", () => {
    for (const name of ["buyerName", "buyerIdNumber"])
      expect(mendingOf({ from: `facts.${name}`, field: `head/${name}` }).at).toBe("declaration");
  });
});
