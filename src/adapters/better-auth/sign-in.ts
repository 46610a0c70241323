import { createHash, randomBytes } from "node:crypto";
import type { Actor, Role } from "@/application/actor";
import type { PersonView } from "@/contracts/views/account";
import { reaching } from "../prisma/client";
import type { Auth, AuthDatabase } from "./auth";

const KEY_PATTERN = /^tg_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/;

/** Who acts: from the session cookie of a browser, or from the API key of a machine. */
export function createSignIn(auth: Auth, db: AuthDatabase) {
  const personOf = async (headers: Headers): Promise<PersonView | null> => {
    const session = await auth.api.getSession({ headers });
    if (!session) return null;
    const active = session.session.activeOrganizationId;
    const membership = await db.membership.findFirst({
      where: { userId: session.user.id, ...(active ? { organisationId: active } : {}) },
      orderBy: { createdAt: "asc" },
      include: { organisation: true },
    });
    if (!membership) return null;
    const { organisation } = membership;
    return {
      userId: session.user.id,
      name: session.user.name,
      email: session.user.email,
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
      roles: membership.role.split(",") as Role[],
    };
  };
  return {
    personOf,
    sessionIdOf: async (headers: Headers): Promise<string | null> =>
      (await auth.api.getSession({ headers }))?.session.id ?? null,
    actorOf: (headers: Headers): Promise<Actor | null> =>
      reaching(async () => {
        const authorization = headers.get("authorization");
        if (authorization) return actorOfKey(db, authorization);
        const person = await personOf(headers);
        return person && toActor(person);
      }),
  };
}

/** The actor that a signed-in person is. */
export function toActor(person: PersonView): Actor {
  const { userId, name, organisationId, organisationKind, roles } = person;
  return { kind: "person", id: userId, name, organisationId, organisationKind, roles };
}

/** A new API key: shown once, kept as a hash. */
export function newApiKey(): { prefix: string; secret: string; secretHash: string } {
  const prefix = `tg_${randomBytes(6).toString("hex").slice(0, 8)}`;
  const secret = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { prefix, secret, secretHash: hashKey(secret) };
}

async function actorOfKey(db: AuthDatabase, authorization: string): Promise<Actor | null> {
  const secret = authorization.replace(/^Bearer /, "");
  if (!KEY_PATTERN.test(secret)) return null;
  const key = await db.apiKey.findUnique({ where: { secretHash: hashKey(secret) } });
  if (!key || key.revokedAt) return null;
  const organisation = await db.organisation.findUnique({ where: { id: key.organisationId } });
  if (!organisation) return null;
  await db.apiKey.update({
    where: { organisationId_id: { organisationId: key.organisationId, id: key.id } },
    data: { lastUsedAt: new Date() },
  });
  return {
    kind: "api_key",
    id: key.id,
    name: key.name,
    organisationId: key.organisationId,
    organisationKind: organisation.kind,
    roles: key.roles as Role[],
  };
}

function hashKey(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
