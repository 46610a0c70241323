import { z } from "zod";

/** What the screens and the API show of people and their sessions. Times are ISO 8601 instants. */

const instant = z.iso.datetime();
const role = z.enum(["broker", "officer", "admin"]);

export const memberView = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(role),
  /** Whether they ever chose a password; until then they cannot sign in. */
  hasPassword: z.boolean(),
  lastSeenAt: instant.nullable(),
});

export const sessionView = z.object({
  id: z.uuid(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  isCurrent: z.boolean(),
});

export const newMember = z.strictObject({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200),
  roles: z.array(role).min(1).max(3),
});

/** A path with the token behind the `#`, which no server and no log ever sees. */
export const passwordLink = z.object({ path: z.string() });

export type MemberView = z.infer<typeof memberView>;
export type SessionView = z.infer<typeof sessionView>;
