import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Role } from "@/application/actor";
import type { Directory, MemberRecord } from "@/application/directory";
import { reaching } from "../prisma/client";
import type { Auth, AuthDatabase } from "./auth";

const LINK_MS = 24 * 60 * 60_000;

/** The people and sessions that sign-in keeps, under the database role that sees nothing else. */
export function createDirectory(auth: Auth, db: AuthDatabase): Directory {
  const inOrganisation = (organisationId: string, userId: string) => ({
    organisationId_userId: { organisationId, userId },
  });
  const members = async (organisationId: string): Promise<readonly MemberRecord[]> => {
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
  };
  return {
    members: (organisationId) => reaching(() => members(organisationId)),
    add: (organisationId, { name, email, roles }) =>
      reaching(async () => {
        const address = email.trim().toLowerCase();
        if (await db.user.findUnique({ where: { email: address } })) return null;
        const context = await auth.$context;
        const user = await context.internalAdapter.createUser(
          { name, email: address, emailVerified: true },
          { method: "admin" },
        );
        await db.membership.create({
          data: { id: v7(), organisationId, userId: user.id, role: roles.join(","), createdAt: new Date() },
        });
        return { userId: user.id, name, email: address, roles, hasPassword: false, lastSeenAt: null };
      }),
    changeRoles: (organisationId, userId, roles) =>
      reaching(async () => {
        await db.membership.update({ where: inOrganisation(organisationId, userId), data: { role: roles.join(",") } });
      }),
    remove: (organisationId, userId) =>
      reaching(async () => {
        await db.membership.delete({ where: inOrganisation(organisationId, userId) });
        await db.session.deleteMany({ where: { userId } });
      }),
    newPasswordToken: (userId) =>
      reaching(async () => {
        const context = await auth.$context;
        const token = randomBytes(32).toString("base64url");
        await context.internalAdapter.createVerificationValue({
          identifier: `reset-password:${token}`,
          value: userId,
          expiresAt: new Date(Date.now() + LINK_MS),
        });
        return token;
      }),
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
    endSessions: (userId) => reaching(async () => (await db.session.deleteMany({ where: { userId } })).count),
  };
}
