import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensurePerson } from "@/adapters/better-auth/people";
import type { Actor, Role } from "@/application/actor";
import { addMember, changeRoles, removeMember } from "@/application/maintain-people";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const PASSWORD = "a long enough password";

let house: House;
let services: ReturnType<typeof createServices>;
let head: Actor;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  services = createServices({
    ...env(),
    DATABASE_URL: house.url,
    TWOGATE_DATA: house.folder,
    TWOGATE_SIGN_IN_LIMIT: 1000,
  });
  head = await make("head@a.example", house.broker.organisationId);
});
afterAll(async () => {
  await services.close();
  await house.close();
});

async function make(email: string, organisationId: string): Promise<Actor> {
  const roles: Role[] = ["admin"];
  const person = { name: "Head", email, password: PASSWORD, organisationId, roles };
  return { ...house.broker, organisationId, roles, id: await ensurePerson(services.auth, services.people, person) };
}

async function invite(email: string, roles: readonly Role[]) {
  const { member } = must(await addMember(services, head, { name: "Invited", email, roles }));
  return { person: { ...head, id: member.userId, roles } as Actor };
}

describe("two admins who demote each other at once", () => {
  it("leave one of them", async () => {
    const one = await make("one@b.example", house.otherBroker.organisationId);
    const two = await make("two@b.example", house.otherBroker.organisationId);
    const slow = async (organisationId: string) => {
      const members = await services.directory.members(organisationId);
      await new Promise((wake) => setTimeout(wake, 200));
      return members;
    };
    const ports = { ...services, directory: { ...services.directory, members: slow } };
    const results = await Promise.all([
      changeRoles(ports, one, two.id, ["broker"]),
      changeRoles(ports, two, one.id, ["broker"]),
    ]);
    expect(results.map((result) => (result.ok ? "done" : result.error.kind)).sort()).toEqual(["done", "last_admin"]);
  });
});

describe("a change of people that the audit cannot take", () => {
  it("is not made", async () => {
    const { person } = await invite("constant@a.example", ["broker"]);
    await house.sql.query("alter table audit_entry add constraint full_up check (action not like 'person%') not valid");
    const newcomer = { name: "New", email: "new@a.example", roles: ["broker"] as Role[] };
    await expect(addMember(services, head, newcomer)).rejects.toThrow();
    await expect(changeRoles(services, head, person.id, ["admin"])).rejects.toThrow();
    await expect(removeMember(services, head, person.id)).rejects.toThrow();
    await house.sql.query("alter table audit_entry drop constraint full_up");
    const members = await services.directory.members(head.organisationId);
    expect(members.find(({ userId }) => userId === person.id)?.roles).toEqual(["broker"]);
    const { rows } = await house.sql.query("select from user_account where email = 'new@a.example'");
    expect(rows.length).toBe(0);
  });
});
