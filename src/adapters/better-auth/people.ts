import { v7 } from "uuid";
import type { Auth, AuthDatabase } from "./auth";

/** Makes an organisation, or gives the id of the one that has the slug. */
export async function ensureOrganisation(
  db: AuthDatabase,
  organisation: { name: string; slug: string; kind: "broker" | "authority" },
): Promise<string> {
  const known = await db.organisation.findUnique({ where: { slug: organisation.slug } });
  if (known) return known.id;
  const id = v7();
  await db.organisation.create({ data: { ...organisation, id, createdAt: new Date() } });
  return id;
}

interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organisationId: string;
  readonly roles: readonly ("broker" | "officer" | "admin")[];
}

/** Makes a person with a password and a membership; the id of the one who has the address, if there is one. */
export async function ensurePerson(auth: Auth, db: AuthDatabase, person: NewPerson): Promise<string> {
  const known = await db.user.findUnique({ where: { email: person.email } });
  if (known) return known.id;
  const context = await auth.$context;
  const user = await context.internalAdapter.createUser(
    { name: person.name, email: person.email, emailVerified: true },
    { method: "admin" },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: "credential",
    accountId: user.id,
    password: await context.password.hash(person.password),
  });
  await db.membership.create({
    data: {
      id: v7(),
      organisationId: person.organisationId,
      userId: user.id,
      role: person.roles.join(","),
      createdAt: new Date(),
    },
  });
  return user.id;
}
