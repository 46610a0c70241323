import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  contradict,
  REGRESSIONS,
  type StatusProfile,
  statusesOf,
  statusOf,
  translateStatus,
} from "@/domain/message/receipt-status";

/** Two public clients disagree on 120 and 300: taken the other way round, goods would leave that nobody released. */
describe("the status of a receipt", () => {
  it.each([
    ["1", "stored_draft", null, false],
    ["2", "declaring", null, false],
    ["3", "sent_to_customs", null, false],
    ["4", "send_failed", null, false],
    ["100", "rejected", null, true],
    ["120", "received", null, false],
    ["300", "manual_review", "lane_yellow", false],
    ["399", "concluded", null, false],
    ["500", "inspection", "lane_red", false],
    ["501", "detained", "hold_placed", false],
    ["502", "detained", "hold_placed", false],
    ["503", "detained", "hold_placed", false],
    ["599", "detained", "hold_placed", false],
    ["700", "returned", "entry_refused", true],
    ["800", "released", "release_granted", true],
    ["899", "closed", null, true],
    ["-301", "processing_error", null, false],
  ] as const)("%s is %s", (code, meaning, event, isFinal) => {
    expect(statusOf("ceb", code)).toMatchObject({ code, meaning, event, isFinal });
  });

  it.each(["0", "121", "301", "0120", "-0", "-", "", "800 ", "released"])("%s is known to nobody", (code) => {
    expect(statusOf("ceb", code)).toBeNull();
  });

  it("releases by one code in each list, and by no other", () => {
    const releasing = (profile: StatusProfile) =>
      statusesOf(profile)
        .filter((status) => status.event === "release_granted")
        .map((status) => status.code);
    expect(releasing("ceb")).toEqual(["800"]);
    expect(releasing("un")).toEqual(["4"]);
  });

  it.each(["ceb", "un"] as const)("of %s: whatever is not final may be followed by every final one", (profile) => {
    const all = statusesOf(profile);
    const stuck = all
      .filter((status) => !status.isFinal && status.meaning !== "processing_error")
      .flatMap((open) =>
        all
          .filter((final) => final.isFinal && final.rank < open.rank)
          .filter((final) => !REGRESSIONS[profile].some(([from, to]) => from === open.code && to === final.code))
          .map((final) => `${open.code} → ${final.code}`),
      );
    expect(stuck).toEqual([]);
    expect(REGRESSIONS.ceb).toContainEqual(["300", "100"]);
  });

  it("lets a release be followed by a closing and by no rejection or return", () => {
    expect(contradict("ceb", "800", "899")).toBe(false);
    expect(contradict("ceb", "899", "800")).toBe(false);
    expect(contradict("ceb", "800", "100")).toBe(true);
    expect(contradict("ceb", "700", "800")).toBe(true);
  });

  it("is said in another list only where that has the same meaning", () => {
    expect(translateStatus("ceb", "800", "un")).toBe("4");
    expect(translateStatus("un", "4", "ceb")).toBe("800");
    expect(translateStatus("ceb", "399", "un")).toBeNull();
    expect(translateStatus("ceb", "120", "ceb")).toBe("120");
  });

  it("is in the docs as it is in the code", () => {
    const docs = readFileSync("docs/messages.md", "utf8");
    const rows = docs.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
    const stated = rows.filter(([, code = ""]) => /^\d+$/.test(code)).map((cells) => cells.slice(1, 5));
    const words = (name: string | null) => (name ?? "").replace(/_/g, " ");
    expect(stated).toEqual(
      statusesOf("ceb").map((status) => [
        status.code,
        words(status.meaning),
        words(status.event),
        status.isFinal ? "yes" : "",
      ]),
    );
  });
});
