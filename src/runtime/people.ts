import { ensureOrganisation, ensurePerson } from "@/adapters/better-auth/people";
import type { Role } from "@/application/actor";
import { ROLES } from "@/application/actor";
import { services } from "./container";
import { env } from "./env";

interface NewMember {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly kind: "broker" | "authority";
  readonly roles: readonly string[];
}

/** Makes a person with the password in TWOGATE_PASSWORD, in an organisation that is made when it is new. */
export async function addPersonToOrganisation({ email, name, organisation, kind, roles }: NewMember): Promise<string> {
  const unknown = roles.filter((role) => !(ROLES as readonly string[]).includes(role));
  if (unknown.length > 0) throw new Error(`There is no role ${unknown.join(", ")}; the roles are ${ROLES.join(", ")}.`);
  const password = env().TWOGATE_PASSWORD;
  if (!password || password.length < 12)
    throw new Error("Set TWOGATE_PASSWORD to a password of at least 12 characters.");
  const { auth, people, close } = services();
  const organisationId = await ensureOrganisation(people, {
    name: organisation,
    slug: organisation.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    kind,
  });
  await ensurePerson(auth, people, { name, email, password, organisationId, roles: roles as Role[] });
  await close();
  return `${email} can sign in as ${roles.join(", ")} of ${organisation}.`;
}
