import { z } from "zod";
import { id, instant } from "./scalars";

export const apiKeyView = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

export const jobRowView = z.object({
  id,
  name: z.string(),
  state: z.enum(["waiting", "dispatched", "done", "dead"]),
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  createdAt: instant,
});

export const personView = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  organisationId: id,
  organisationName: z.string(),
  organisationKind: z.enum(["broker", "authority"]),
  roles: z.array(z.enum(["broker", "officer", "admin"])),
});

export type ApiKeyView = z.infer<typeof apiKeyView>;
export type JobRowView = z.infer<typeof jobRowView>;
export type PersonView = z.infer<typeof personView>;
