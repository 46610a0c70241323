import { describe, expect, it } from "vitest";
import { decodeHistory, encodeHistory } from "@/domain/classification/encode-model";
import { suggest } from "@/domain/classification/suggest";
import { trainHistory } from "@/domain/classification/train-history";
import { smallKnowledge } from "./small-model";

const knowledge = smallKnowledge();
const rows = Array.from({ length: 60 }, (_, index) => [
  { description: `Zorbex series ${index} black`, codes: ["8518300090"] },
  { description: `Quillo classic ${index} white`, codes: ["4202210010"] },
]).flat();

describe("a sender's history", () => {
  const trained = trainHistory(rows, knowledge);
  const history = { trained, remembered: [] };

  it("teaches names that only this sender uses, under its national codes", () => {
    const { candidates } = suggest({ description: "Zorbex series 99 red" }, knowledge, history);
    expect(candidates[0]).toMatchObject({ code: "8518300090", source: "history" });
    expect(candidates[0]?.words).toContain("zorbex");
  });

  it("leaves goods that it never had to the shipped model, and says so", () => {
    const { candidates } = suggest({ description: "cotton t-shirt" }, knowledge, history);
    expect(candidates[0]).toMatchObject({ code: "610910", source: "model" });
  });

  it("is the same for the same rows, and as it was after it was written and read", () => {
    const again = trainHistory(rows, knowledge);
    if (!trained || !again) throw new Error("The history was not trained.");
    expect(encodeHistory(again)).toEqual(encodeHistory(trained));
    const read = { trained: decodeHistory(encodeHistory(trained)), remembered: [] };
    expect(suggest({ description: "Quillo classic" }, knowledge, read).candidates[0]?.code).toBe("4202210010");
  });

  it("is none where there is nothing to learn from", () => {
    expect(trainHistory([], knowledge)).toBeNull();
  });
});
