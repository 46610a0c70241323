import { addPersonToOrganisation } from "@/runtime/people";

interface Values {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly kind?: string | undefined;
  readonly roles?: string | undefined;
}

/** Makes a person; the only way in, besides invitations, because there is no open sign-up. */
export async function addPerson({
  email,
  name,
  organisation,
  kind = "broker",
  roles = "admin",
}: Values): Promise<number> {
  if (!email || !name || !organisation || (kind !== "broker" && kind !== "authority")) {
    process.stderr.write(
      "Give --email, --name, --organisation and, for a new organisation, --kind broker or authority.\n",
    );
    return 2;
  }
  const made = await addPersonToOrganisation({ email, name, organisation, kind, roles: roles.split(",") });
  process.stdout.write(`${made}\n`);
  return 0;
}
