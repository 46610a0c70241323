import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensurePerson } from "@/adapters/better-auth/people";
import { createApi } from "@/api/app";
import type { Actor, Role } from "@/application/actor";
import { createApiKey } from "@/application/maintain-api-keys";
import { addMember, changeRoles, removeMember, renewPasswordLink } from "@/application/maintain-people";
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
  const { member, token } = must(await addMember(services, head, { name: "Invited", email, roles }));
  return { token, person: { ...head, id: member.userId, roles } as Actor };
}

function ask(path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json", origin: env().TWOGATE_URL };
  const url = `${env().TWOGATE_URL}/api/auth${path}`;
  return services.handleSignIn(new Request(url, { method: "POST", body: JSON.stringify(body), headers }));
}

const choose = async (token: string, newPassword: string) =>
  (await ask("/reset-password", { token, newPassword })).status;

/** The cookie of a fresh session; empty when the door stays shut. */
async function signIn(email: string, password: string): Promise<string> {
  const answer = await ask("/sign-in/email", { email, password });
  return answer.ok ? ((answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "") : "";
}

const makeKey = async (by: Actor) => must(await createApiKey(services, by, "Machine", ["broker"])).secret;
const isOpen = async (secret: string) =>
  (await services.signIn.actorOf(new Headers({ authorization: `Bearer ${secret}` }))) !== null;

describe("an API key", () => {
  it("ends with its maker's membership, and with their being an admin", async () => {
    const leaver = (await invite("leaver@a.example", ["admin"])).person;
    const mover = (await invite("mover@a.example", ["admin"])).person;
    const [left, moved, stays] = [await makeKey(leaver), await makeKey(mover), await makeKey(head)];
    must(await changeRoles(services, head, mover.id, ["admin", "broker"]));
    expect([await isOpen(left), await isOpen(moved), await isOpen(stays)]).toEqual([true, true, true]);
    must(await removeMember(services, head, leaver.id));
    must(await changeRoles(services, head, mover.id, ["broker"]));
    expect([await isOpen(left), await isOpen(moved), await isOpen(stays)]).toEqual([false, false, true]);
  });
});

describe("who was removed", () => {
  it("comes back by a new link, and not with the password or a link from before", async () => {
    const email = "returner@a.example";
    const { person, token } = await invite(email, ["broker"]);
    expect(await choose(token, PASSWORD)).toBe(200);
    const forgotten = must(await renewPasswordLink(services, head, person.id));
    must(await removeMember(services, head, person.id));
    const back = must(await addMember(services, head, { name: "Back Again", email, roles: ["officer"] }));
    expect(back.member).toMatchObject({ userId: person.id, name: "Back Again", hasPassword: false });
    expect([await signIn(email, PASSWORD), await choose(forgotten, PASSWORD)]).toEqual(["", 400]);
    expect(await choose(back.token, "another password of mine")).toBe(200);
    expect(await signIn(email, "another password of mine")).not.toBe("");
    expect(await signIn(email, PASSWORD)).toBe("");
  });
});

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

describe("an open stream of events", () => {
  it("ends when its reader is nobody any more", async () => {
    const api = createApi(services, { heartbeatMs: 50 });
    const { person, token } = await invite("listener@a.example", ["broker"]);
    await choose(token, PASSWORD);
    const cookie = await signIn("listener@a.example", PASSWORD);
    const answer = await api.request("/api/v1/events", { headers: { cookie } });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    expect(first).toContain("event:");
    must(await removeMember(services, head, person.id));
    for (;;) if ((await reader.read()).done) break;
  }, 10_000);
});
