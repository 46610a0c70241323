import { describe, expect, it } from "vitest";
import { type Actor, authorise, type Permission, type Role, worksOnCases } from "@/application/actor";

function actor(organisationKind: "broker" | "authority", role: Role, kind: "person" | "api_key" = "person"): Actor {
  return { kind, id: "a", name: "a", organisationId: "o", organisationKind, roles: [role] };
}

function answer(who: Actor, permission: Permission): string {
  const allowed = authorise(who, permission);
  return allowed.ok ? "allowed" : allowed.error.kind;
}

describe("who may do what", () => {
  it.each<[Permission, readonly string[]]>([
    ["lodge_declaration", ["broker's broker"]],
    ["upload_document", ["broker's broker"]],
    ["secure_tax", ["broker's broker"]],
    ["advise_review", ["broker's officer"]],
    ["decide_review", ["authority's officer"]],
    ["propose_aeo", ["authority's admin"]],
    ["approve_aeo", ["authority's admin"]],
    ["maintain_api_keys", ["broker's admin", "authority's admin"]],
    ["release", []],
    ["assess", []],
  ])("%s: %j", (permission, expected) => {
    const all = (["broker", "authority"] as const).flatMap((kind) =>
      (["broker", "officer", "admin"] as const).map((role) => ({ name: `${kind}'s ${role}`, who: actor(kind, role) })),
    );
    const allowed = all.filter(({ who }) => answer(who, permission) === "allowed").map(({ name }) => name);
    expect(allowed).toEqual(expected);
  });

  it("lets no key stand in for either of two people, for its maker may be the other", () => {
    expect(answer(actor("authority", "officer", "api_key"), "decide_review")).toBe("needs_person");
    expect(answer(actor("authority", "admin", "api_key"), "approve_aeo")).toBe("needs_person");
    expect(answer(actor("authority", "admin", "api_key"), "propose_aeo")).toBe("needs_person");
  });

  it("lets no key make keys, for one that leaked would never be rid of", () => {
    for (const kind of ["broker", "authority"] as const)
      expect(answer(actor(kind, "admin", "api_key"), "maintain_api_keys")).toBe("needs_person");
    expect(answer(actor("broker", "admin", "api_key"), "see_jobs")).toBe("allowed");
  });

  it("gives the system what needs no judgement, and no more", () => {
    const system: Actor = { kind: "system", id: "system", name: "system", organisationId: "o" };
    expect(answer(system, "release")).toBe("allowed");
    expect(answer(system, "decide_review")).toBe("forbidden");
    expect(answer(system, "approve_aeo")).toBe("forbidden");
  });
});

describe("the pages of the cases", () => {
  it("are of the authority and of who advises for a broker, and not there for who declares", () => {
    const all = (["broker", "authority"] as const).flatMap((kind) =>
      (["broker", "officer", "admin"] as const).map((role) => ({ name: `${kind}'s ${role}`, who: actor(kind, role) })),
    );
    expect(all.filter(({ who }) => worksOnCases(who)).map(({ name }) => name)).toEqual([
      "broker's officer",
      "authority's officer",
      "authority's admin",
    ]);
  });
});
