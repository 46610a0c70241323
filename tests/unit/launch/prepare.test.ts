import { describe, expect, it } from "vitest";
import { matchesLock, requireNode } from "../../../src/launch/prepare.mjs";

const A = "node_modules/a";
const FOR_ANOTHER_PLATFORM = "node_modules/b";
const locked = {
  packages: {
    "": { version: "1.0.0" },
    [A]: { version: "1.0.0", integrity: "sha512-a" },
    [FOR_ANOTHER_PLATFORM]: { version: "2.0.0", integrity: "sha512-b", optional: true },
  },
};

/** What npm notes of an installation: everything but the project itself. */
function installed(change: Readonly<Record<string, object | undefined>> = {}) {
  const { "": _project, ...packages } = locked.packages;
  const entries = Object.entries({ ...packages, ...change }).filter(([, each]) => each !== undefined);
  return { packages: Object.fromEntries(entries) as typeof packages };
}

describe("packages", () => {
  it("that somebody installed just before are not installed again", () => {
    expect(matchesLock(locked, installed())).toBe(true);
  });

  it("for another platform may be absent", () => {
    expect(matchesLock(locked, installed({ [FOR_ANOTHER_PLATFORM]: undefined }))).toBe(true);
  });

  it.each([
    ["one is absent", { [A]: undefined }],
    ["one has another version", { [A]: { version: "1.0.1", integrity: "sha512-a" } }],
    ["one has other content", { [A]: { version: "1.0.0", integrity: "sha512-c" } }],
    ["an optional one is there in another version", { [FOR_ANOTHER_PLATFORM]: { version: "2.0.1" } }],
  ])("are installed anew when %s", (_what, change) => {
    expect(matchesLock(locked, installed(change))).toBe(false);
  });
});

describe("a Node that is too old", () => {
  it("is named, with the one that is needed", () => {
    expect(() => requireNode("18.19.0")).toThrow(
      /needs Node 20\.19 or newer and this is 18\.19\.0\. Install the current LTS/,
    );
    expect(() => requireNode("20.19.0")).not.toThrow();
    expect(() => requireNode("24.1.0")).not.toThrow();
  });
});
