import { v7 } from "uuid";
import type { Role } from "@/application/actor";
import type { AddedMember, Directory, MemberRecord, PersonAct } from "@/application/directory";
import { isTaken, type PrismaTransaction, reaching } from "../prisma/client";
import type { AuthDatabase } from "./auth";
import { newLinkToken } from "./link-token";

/** The people and sessions that sign-in keeps, under the database role that sees nothing else. */
export function createDirectory(db: AuthDatabase): Directory {
  return { ...acts(db), ...reads(db) };
}

/** What changes people: each with its entry in the audit, in one transaction. */
function acts(db: AuthDatabase): Pick<Directory, "add" | "changeRoles" | "remove" | "renewToken" | "endSessions"> {
  const inOrganisation = ({ by: { organisationId } }: PersonAct, userId: string) => ({
    organisationId_userId: { organisationId, userId },
  });
  const recorded = <T>(act: PersonAct, userId: string, change: (t: PrismaTransaction) => Promise<T>): Promise<T> =>
    reaching(() =>
      db.$transaction(async (t) => {
        const changed = await change(t);
        await record(t, act, userId);
        return changed;
      }),
    );
  return {
    add: (act, person) => reaching(() => add(db, act, person)).catch(nullWhenTaken),
    changeRoles: (act, userId, roles) =>
      recorded(act, userId, async (t) => {
        await t.membership.update({ where: inOrganisation(act, userId), data: { role: roles.join(",") } });
        if (!roles.includes("admin")) await revokeKeysOf(t, act, userId);
      }),
    remove: (act, userId) =>
      recorded(act, userId, async (t) => {
        await t.membership.delete({ where: inOrganisation(act, userId) });
        await t.session.deleteMany({ where: { userId } });
        await t.verification.deleteMany({ where: { value: userId } });
        await revokeKeysOf(t, act, userId);
      }),
    renewToken: (act, userId) => recorded(act, userId, (t) => giveToken(t, act, userId)),
    endSessions: (act, userId) =>
      recorded(act, userId, async (t) => (await t.session.deleteMany({ where: { userId } })).count),
  };
}

type NewPerson = Parameters<Directory["add"]>[1];

async function add(db: AuthDatabase, act: PersonAct, { name, email, roles }: NewPerson): Promise<AddedMember | null> {
  const address = email.trim().toLowerCase();
  return db.$transaction(async (t) => {
    const userId = await userFor(t, name, address);
    if (userId === null) return null;
    const { organisationId } = act.by;
    await t.membership.create({
      data: { id: v7(), organisationId, userId, role: roles.join(","), createdAt: new Date() },
    });
    const token = await giveToken(t, act, userId);
    await record(t, act, userId);
    return { member: { userId, name, email: address, roles, hasPassword: false, lastSeenAt: null }, token };
  });
}

/**
 * A new user, or the one of this address who belongs nowhere any more; null when they belong somewhere. Who comes back
 * is the person whom the records name, but what opened the door before opens it no longer.
 */
async function userFor(t: PrismaTransaction, name: string, email: string): Promise<string | null> {
  const now = new Date();
  // Held until the end, so that of two organisations that add the person at once one waits and then finds them taken.
  const [known] = await t.$queryRaw<{ id: string }[]>`select id from user_account where email = ${email} for update`;
  if (!known) {
    const id = v7();
    await t.user.create({ data: { id, name, email, emailVerified: true, createdAt: now, updatedAt: now } });
    return id;
  }
  const { id } = known;
  if ((await t.membership.count({ where: { userId: id } })) > 0) return null;
  await t.account.deleteMany({ where: { userId: id } });
  await t.session.deleteMany({ where: { userId: id } });
  await t.user.update({ where: { id }, data: { name, updatedAt: now } });
  return id;
}

/** A token in place of those before it. Who makes it could choose the password; a link for oneself proves nothing. */
async function giveToken(t: PrismaTransaction, { by }: PersonAct, userId: string): Promise<string> {
  const { token, kept } = await newLinkToken();
  const now = new Date();
  await t.verification.deleteMany({ where: { value: userId } });
  await t.verification.create({ data: { ...kept, id: v7(), value: userId, createdAt: now, updatedAt: now } });
  if (by.id !== userId) await t.membership.updateMany({ where: { userId }, data: { linkedBy: by.id } });
  return token;
}

/** Ends the API keys that the person made; whoever knows their secrets may be the person. */
async function revokeKeysOf(t: PrismaTransaction, { by: { organisationId } }: PersonAct, userId: string) {
  await t.apiKey.updateMany({
    where: { organisationId, createdBy: userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

async function record(t: PrismaTransaction, { by, action, detail }: PersonAct, userId: string): Promise<void> {
  const { organisationId, kind: actorKind, id: actorId } = by;
  // The role may add an entry and read none, so nothing is asked back.
  await t.auditEntry.createMany({
    data: [
      {
        organisationId,
        id: v7(),
        at: new Date(),
        actorKind,
        actorId,
        action,
        objectKind: "person",
        objectId: userId,
        detail: { ...detail },
      },
    ],
  });
}

/** Two may add one address at once; the database lets one of them. */
function nullWhenTaken(error: unknown): null {
  if (isTaken(error)) return null;
  throw error;
}

function reads(db: AuthDatabase): Pick<Directory, "members" | "sessions" | "endSession"> {
  return {
    members: (organisationId) => reaching(() => membersOf(db, organisationId)),
    sessions: (userId) =>
      reaching(async () => {
        const rows = await db.session.findMany({
          where: { userId, expiresAt: { gt: new Date() } },
          orderBy: { updatedAt: "desc" },
        });
        return rows.map(({ id, createdAt, updatedAt, expiresAt, userAgent, ipAddress }) => ({
          id,
          createdAt,
          lastSeenAt: updatedAt,
          expiresAt,
          userAgent,
          ipAddress,
        }));
      }),
    endSession: (userId, id) =>
      reaching(async () => (await db.session.deleteMany({ where: { userId, id } })).count === 1),
  };
}

async function membersOf(db: AuthDatabase, organisationId: string): Promise<readonly MemberRecord[]> {
  const rows = await db.membership.findMany({
    where: { organisationId },
    orderBy: { createdAt: "asc" },
    include: {
      user: {
        include: {
          sessions: { orderBy: { updatedAt: "desc" }, take: 1, select: { updatedAt: true } },
          accounts: { where: { providerId: "credential" }, select: { password: true } },
        },
      },
    },
  });
  return rows.map(({ user, role }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    roles: role.split(",") as Role[],
    hasPassword: user.accounts.some((account) => account.password !== null),
    lastSeenAt: user.sessions[0]?.updatedAt ?? null,
  }));
}
