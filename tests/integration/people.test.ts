import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensurePerson } from "@/adapters/better-auth/people";
import { createApi } from "@/api/app";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { createHouse, type House } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const PASSWORD = "a long enough password";

let house: House;
let services: ReturnType<typeof createServices>;
let api: ReturnType<typeof createApi>;
let admin: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  services = createServices({
    ...env(),
    DATABASE_URL: house.url,
    TWOGATE_DATA: house.folder,
    TWOGATE_SIGN_IN_LIMIT: 1000,
  });
  api = createApi(services);
  for (const [email, organisationId] of [
    ["admin@a.example", house.broker.organisationId],
    ["admin@b.example", house.otherBroker.organisationId],
  ] as const)
    await ensurePerson(services.auth, services.people, {
      name: "Admin",
      email,
      password: PASSWORD,
      organisationId,
      roles: ["admin"],
    });
  admin = await signIn("admin@a.example", PASSWORD);
});
afterAll(async () => {
  await services.close();
  await house.close();
});

function ask(path: string, body: unknown): Promise<Response> {
  return services.handleSignIn(
    new Request(`${env().TWOGATE_URL}/api/auth${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", origin: env().TWOGATE_URL },
    }),
  );
}

/** The cookie of a fresh session; empty when the door stays shut. */
async function signIn(email: string, password: string): Promise<string> {
  const answer = await ask("/sign-in/email", { email, password });
  return answer.ok ? ((answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "") : "";
}

function call(cookie: string, method: string, path: string, body?: unknown): Response | Promise<Response> {
  return api.request(`/api/v1${path}`, {
    method,
    headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function add(email: string, roles: readonly string[]): Promise<{ id: string; token: string }> {
  const answer = await call(admin, "POST", "/people", { name: "New Person", email, roles });
  const { member, path } = (await answer.json()) as { member: { userId: string }; path: string };
  return { id: member.userId, token: path.split("#")[1] ?? "" };
}

describe("a person who is added by an admin", () => {
  it("chooses a password by the link, once, and is in with just the roles that were given", async () => {
    const { token } = await add("clerk@a.example", ["broker"]);
    expect(await signIn("clerk@a.example", PASSWORD)).toBe("");
    expect((await ask("/reset-password", { token, newPassword: "short" })).status).toBe(400);
    expect((await ask("/reset-password", { token, newPassword: PASSWORD })).status).toBe(200);
    expect((await ask("/reset-password", { token, newPassword: "another password of mine" })).status).toBe(400);
    const cookie = await signIn("clerk@a.example", PASSWORD);
    expect(await (await call(cookie, "GET", "/me")).json()).toMatchObject({ roles: ["broker"] });
    expect((await call(cookie, "GET", "/shipments")).status).toBe(200);
    expect((await call(cookie, "GET", "/people")).status).toBe(403);
  });

  it("is refused when the address is in use, in this organisation or in another", async () => {
    for (const email of ["ADMIN@a.example", "admin@b.example"]) {
      const answer = await call(admin, "POST", "/people", { name: "Twin", email, roles: ["broker"] });
      expect(await answer.json()).toMatchObject({ kind: "invalid_input", errors: [{ pointer: "/email" }] });
    }
  });

  it("has other roles from the next request on when an admin changes them", async () => {
    const { id, token } = await add("mover@a.example", ["broker"]);
    await ask("/reset-password", { token, newPassword: PASSWORD });
    const cookie = await signIn("mover@a.example", PASSWORD);
    expect((await call(cookie, "POST", "/shipments", {})).status).toBe(200);
    expect((await call(admin, "PATCH", `/people/${id}`, { roles: ["officer"] })).status).toBe(200);
    expect((await call(cookie, "POST", "/shipments", {})).status).toBe(403);
  });

  it("is out everywhere at once when an admin ends the sessions, and for good when they are removed", async () => {
    const { id, token } = await add("leaver@a.example", ["broker"]);
    await ask("/reset-password", { token, newPassword: PASSWORD });
    const [one, two] = [await signIn("leaver@a.example", PASSWORD), await signIn("leaver@a.example", PASSWORD)];
    expect(await (await call(admin, "DELETE", `/people/${id}/sessions`)).json()).toEqual({ ended: 2 });
    expect([(await call(one, "GET", "/me")).status, (await call(two, "GET", "/me")).status]).toEqual([401, 401]);
    const again = await signIn("leaver@a.example", PASSWORD);
    expect((await call(admin, "DELETE", `/people/${id}`)).status).toBe(200);
    expect((await call(again, "GET", "/me")).status).toBe(401);
    expect(await signIn("leaver@a.example", PASSWORD)).toBe("");
  });
});

describe("the last admin", () => {
  it("is neither removed nor made something else", async () => {
    const { rows } = (await (await call(admin, "GET", "/people")).json()) as {
      rows: { userId: string; roles: string[] }[];
    };
    const self = rows.find((row) => row.roles.includes("admin"))?.userId;
    for (const answer of [
      await call(admin, "DELETE", `/people/${self}`),
      await call(admin, "PATCH", `/people/${self}`, { roles: ["broker"] }),
    ])
      expect(await answer.json()).toMatchObject({ status: 409, kind: "last_admin" });
  });
});

describe("people of another organisation", () => {
  it("do not exist for an admin, whatever is asked about them", async () => {
    const { id } = await add("colleague@a.example", ["broker"]);
    const stranger = await signIn("admin@b.example", PASSWORD);
    const answers = [
      await call(stranger, "PATCH", `/people/${id}`, { roles: ["admin"] }),
      await call(stranger, "DELETE", `/people/${id}`),
      await call(stranger, "POST", `/people/${id}/password-link`),
      await call(stranger, "DELETE", `/people/${id}/sessions`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    const { rows } = (await (await call(stranger, "GET", "/people")).json()) as { rows: { email: string }[] };
    expect(rows.map((row) => row.email)).toEqual(["admin@b.example"]);
  });
});

describe("my own sessions", () => {
  it("are listed with the one I am in, and end one by one", async () => {
    const { token } = await add("wanderer@a.example", ["broker"]);
    await ask("/reset-password", { token, newPassword: PASSWORD });
    const [here, there] = [await signIn("wanderer@a.example", PASSWORD), await signIn("wanderer@a.example", PASSWORD)];
    const { rows } = (await (await call(here, "GET", "/me/sessions")).json()) as {
      rows: { id: string; isCurrent: boolean }[];
    };
    expect(rows.map((row) => row.isCurrent).sort()).toEqual([false, true]);
    const other = rows.find((row) => !row.isCurrent)?.id;
    expect((await call(admin, "DELETE", `/me/sessions/${other}`)).status).toBe(404);
    expect((await call(here, "DELETE", `/me/sessions/${other}`)).status).toBe(200);
    expect([(await call(here, "GET", "/me")).status, (await call(there, "GET", "/me")).status]).toEqual([200, 401]);
  });
});

describe("the door of sign-in", () => {
  it.each(["/sign-up/email", "/organization/create", "/organization/invite-member", "/update-user", "/delete-user"])(
    "%s is not there",
    async (path) => {
      expect((await ask(path, {})).status).toBe(404);
    },
  );

  it("takes no cookie that a page of another site sends along", async () => {
    const answer = await api.request("/api/v1/shipments", {
      method: "POST",
      headers: { cookie: admin, "sec-fetch-site": "cross-site", "content-type": "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(403);
  });
});
