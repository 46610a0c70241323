import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { organization } from "better-auth/plugins";
import { createAccessControl } from "better-auth/plugins/access";
import { v7 } from "uuid";
import type { PrismaClient } from "@/adapters/prisma/client";
import { storedIdentifier } from "./link-token";
import { addressOptions } from "./peer-address";

/** The client of the database, for the role that sign-in has. It is the one thing that two adapters share. */
export type AuthDatabase = PrismaClient;

interface AuthOptions {
  readonly secret: string;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  /** Whose word on where a request came from is taken. */
  readonly trustedProxies: readonly string[];
  /** Attempts to sign in from one address in a quarter of an hour. */
  readonly signInLimit: number;
  /** The database as the role that sees people and sessions and nothing else. */
  readonly database: AuthDatabase;
}

const QUARTER_HOUR_S = 15 * 60;
const HALF_DAY_S = 12 * 60 * 60;
const HALF_HOUR_S = 30 * 60;

const access = createAccessControl({ shipment: ["declare"], review: ["decide"], organisation: ["administer"] });
const roles = {
  broker: access.newRole({ shipment: ["declare"] }),
  officer: access.newRole({ review: ["decide"] }),
  admin: access.newRole({ organisation: ["administer"] }),
};

/** What browsers may ask of sign-in; everything else that the library offers is not ours and is not there. */
const OPEN_PATHS: readonly string[] = [
  "/sign-in/email",
  "/sign-out",
  "/get-session",
  "/change-password",
  "/reset-password",
];

/** Answers a request of a browser to sign-in. */
export async function handleSignIn(auth: Auth, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, "");
  return OPEN_PATHS.includes(path) ? auth.handler(request) : new Response(null, { status: 404 });
}

/**
 * Sign-in with e-mail and password. There is no open sign-up: people are made by the command line, or invited.
 * Sessions live in the database, so that they end everywhere when they are revoked.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: "Twogate",
    secret: options.secret,
    baseURL: options.baseUrl,
    trustedOrigins: [...options.trustedOrigins],
    database: prismaAdapter(options.database, { provider: "postgresql" }),
    advanced: {
      database: { generateId: () => v7() },
      cookiePrefix: "twogate",
      ipAddress: addressOptions(options.trustedProxies),
    },
    verification: { storeIdentifier: { hash: storedIdentifier } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: HALF_DAY_S, updateAge: HALF_HOUR_S },
    databaseHooks: {
      session: {
        create: {
          // Who was taken out of their organisation has a password still; it opens nothing, and sign-in says so at once.
          before: async ({ userId }) => (await options.database.membership.count({ where: { userId } })) > 0,
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: QUARTER_HOUR_S, max: options.signInLimit } },
    },
    telemetry: { enabled: false },
    // A wrong password is the answer of a request, and no event of the platform.
    logger: { level: "error" },
    plugins: [
      organization({
        ac: access,
        roles,
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        schema: {
          organization: { modelName: "organisation" },
          member: { modelName: "membership", fields: { organizationId: "organisationId" } },
          invitation: { fields: { organizationId: "organisationId" } },
          session: { fields: { activeOrganizationId: "activeOrganisationId" } },
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
